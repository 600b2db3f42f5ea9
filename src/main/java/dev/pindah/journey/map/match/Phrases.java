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
import java.util.Set;
import java.util.function.UnaryOperator;

/** Phrases and what stands for them, longest phrase first; read from a table of the program. */
final class Phrases {
  private final Map<String, List<String>> terms = new HashMap<>();
  private int longest = 1;

  private Phrases() {}

  /** Rows of a data file of this package. */
  static List<NamedCsvRecord> rows(String resource) {
    try (InputStream stream = Phrases.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(resource + " is missing from the build");
      }
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder()
              .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        return rows.stream().toList();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * @param form how a word is written before it is looked up
   */
  static Phrases load(String resource, UnaryOperator<String> form) {
    Phrases phrases = new Phrases();
    for (NamedCsvRecord row : rows(resource)) {
      List<String> words = Words.split(row.getField("term")).stream().map(form).toList();
      phrases.longest = Math.max(phrases.longest, words.size());
      phrases.terms.put(
          String.join(" ", words),
          Words.split(row.getField("english")).stream().map(form).toList());
    }
    return phrases;
  }

  Set<String> known() {
    return terms.keySet();
  }

  boolean knows(String word) {
    return terms.containsKey(word);
  }

  /** The words with every known phrase replaced; the others stay. */
  List<String> replace(List<String> words) {
    List<String> replaced = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = length(words, at);
      if (length == 0) {
        replaced.add(words.get(at++));
      } else {
        replaced.addAll(terms.getOrDefault(phrase(words, at, length), List.of()));
        at += length;
      }
    }
    return replaced;
  }

  /** The words that a known phrase does not take as they are, rewritten. */
  List<String> rewriteUnknown(List<String> words, UnaryOperator<String> rewrite) {
    List<String> rewritten = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = length(words, at);
      if (length == 0) {
        rewritten.add(rewrite.apply(words.get(at++)));
      } else {
        rewritten.addAll(words.subList(at, at + length));
        at += length;
      }
    }
    return rewritten;
  }

  /** Words of the longest known phrase that begins here; 0 for none. */
  private int length(List<String> words, int at) {
    int length = Math.min(longest, words.size() - at);
    while (length > 0 && !terms.containsKey(phrase(words, at, length))) {
      length--;
    }
    return length;
  }

  List<String> meanings() {
    return terms.values().stream().flatMap(List::stream).distinct().toList();
  }

  private static String phrase(List<String> words, int at, int length) {
    return String.join(" ", words.subList(at, at + length));
  }
}
