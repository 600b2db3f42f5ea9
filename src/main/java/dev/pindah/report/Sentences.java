package dev.pindah.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that the program's judgements put together, in another language. They are known by
 * their English pattern, {@code {0}} for what stands in them; one that nobody knows stays English.
 */
final class Sentences {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(,\\d{3})*(\\.\\d+)?");

  /** A longer text is no sentence of ours. */
  private static final int LONGEST = 300;

  private final List<Sentence> all;

  private record Sentence(Pattern english, String other) {}

  private Sentences(List<Sentence> all) {
    this.all = List.copyOf(all);
  }

  static Sentences none() {
    return new Sentences(List.of());
  }

  static Sentences of(Language language) {
    String file = "sentences_" + language.code() + ".csv";
    try (InputStream in = Sentences.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      List<Sentence> all = new ArrayList<>();
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        rows.forEach(row -> all.add(new Sentence(pattern(row.getField(0)), row.getField(1))));
      }
      return new Sentences(all);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Pattern pattern(String english) {
    StringBuilder pattern = new StringBuilder();
    Matcher place = PLACE.matcher(english);
    int at = 0;
    while (place.find()) {
      pattern.append(Pattern.quote(english.substring(at, place.start()))).append("(.+?)");
      at = place.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(english.substring(at))).toString());
  }

  String in(String english) {
    if (english.length() > LONGEST) {
      return english;
    }
    for (Sentence sentence : all) {
      Matcher fits = sentence.english().matcher(english);
      if (fits.matches()) {
        return filled(sentence.other(), fits);
      }
    }
    return english;
  }

  private static String filled(String other, Matcher values) {
    return PLACE
        .matcher(other)
        .replaceAll(
            place ->
                Matcher.quoteReplacement(
                    number(values.group(Integer.parseInt(place.group(1)) + 1))));
  }

  /** Points and commas change places; anything else stays as it is. */
  private static String number(String value) {
    return NUMBER.matcher(value).matches()
        ? value.replace(',', '\0').replace('.', ',').replace('\0', '.')
        : value;
  }
}
