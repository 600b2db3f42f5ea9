package dev.pindah.model.row;

import java.util.List;

/**
 * What one source field of one record holds, free of the many forms of "empty".
 *
 * @param texts the values as text; empty when the field is blank
 * @param labels option labels beside the values, where the source gives them; may be shorter
 */
public record SourceValue(List<String> texts, List<String> labels) {
  public static final SourceValue BLANK = new SourceValue(List.of(), List.of());

  public SourceValue {
    texts = List.copyOf(texts);
    labels = List.copyOf(labels);
  }

  public boolean blank() {
    return texts.isEmpty() && labels.isEmpty();
  }

  /** The value, or the label where only that is filled (the source does both). */
  public String text() {
    return String.join(", ", texts.isEmpty() ? labels : texts);
  }
}
