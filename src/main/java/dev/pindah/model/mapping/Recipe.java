package dev.pindah.model.mapping;

import java.util.List;

/** What a transform needs beside its name; written under the name in the mapping file. */
public sealed interface Recipe {
  /**
   * Parts of one text.
   *
   * @param separator what stands between the parts
   * @param part which one goes to the target: first, last, or rest (all but the first)
   * @param into further target fields, which take the parts after the first; the last takes all
   *     that is left
   */
  record Split(String separator, Part part, List<String> into) implements Recipe {
    public Split {
      into = List.copyOf(into);
      if (separator.isEmpty()) {
        throw new IllegalArgumentException("a split needs a separator");
      }
    }
  }

  /** Which part of a split text. */
  enum Part {
    FIRST,
    LAST,
    REST
  }

  /** The value and those of other source fields of the record in one text; blanks left out. */
  record Join(List<String> with, String separator) implements Recipe {
    public Join {
      with = List.copyOf(with);
    }
  }

  /** This text wherever the source holds something. */
  record Constant(String value) implements Recipe {}

  /**
   * The rule's values and nothing else.
   *
   * @param otherwise for values that are not listed; blank when those fail
   */
  record Lookup(String otherwise) implements Recipe {}

  /**
   * How the source writes its dates.
   *
   * @param pattern in the letters of {@link java.time.format.DateTimeFormatter}
   */
  record DateForm(String pattern) implements Recipe {}

  /**
   * A calculated text; see {@link Formula}.
   *
   * @param text over {@code value}, {@code label} and the record's other fields
   */
  record Expression(String text) implements Recipe {}
}
