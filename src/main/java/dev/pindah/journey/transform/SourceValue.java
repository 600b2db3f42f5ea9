package dev.pindah.journey.transform;

import java.util.List;

/**
 * What one source field of one record holds, free of the many forms of "empty".
 *
 * @param texts the values as text; empty when the field is blank
 * @param labels option labels beside the values, where the source gives them; may be shorter
 */
record SourceValue(List<String> texts, List<String> labels) {
  static final SourceValue BLANK = new SourceValue(List.of(), List.of());

  SourceValue {
    texts = List.copyOf(texts);
    labels = List.copyOf(labels);
  }

  boolean blank() {
    return texts.isEmpty() && labels.isEmpty();
  }

  /** The value, or the label where only that is filled (the source does both). */
  String text() {
    return String.join(", ", texts.isEmpty() ? labels : texts);
  }
}
