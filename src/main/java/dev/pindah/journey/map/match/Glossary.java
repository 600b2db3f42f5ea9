package dev.pindah.journey.map.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indonesian words, abbreviations and phrases of CRMs in English, longest phrase first. */
final class Glossary {
  private static final String RESOURCE = "glossary.csv";

  private final Map<String, List<String>> terms = new HashMap<>();
  private int longest = 1;

  private Glossary() {}

  static Glossary load() {
    Glossary glossary = new Glossary();
    try (InputStream stream = Glossary.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the build");
      }
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        rows.forEach(row -> glossary.add(row.getField("term"), row.getField("english")));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return glossary;
  }

  private void add(String term, String english) {
    List<String> words = Words.split(term);
    longest = Math.max(longest, words.size());
    terms.put(String.join(" ", words), Words.split(english));
  }

  /** The words in English; those it does not know stay. */
  List<String> english(List<String> words) {
    List<String> english = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = Math.min(longest, words.size() - at);
      while (length > 0 && !terms.containsKey(phrase(words, at, length))) {
        length--;
      }
      if (length == 0) {
        english.add(words.get(at++));
      } else {
        english.addAll(terms.getOrDefault(phrase(words, at, length), List.of()));
        at += length;
      }
    }
    return english;
  }

  private static String phrase(List<String> words, int at, int length) {
    return String.join(" ", words.subList(at, at + length));
  }
}
