package dev.pindah.model.kit;

import java.util.List;

/**
 * Old names and new names.
 *
 * @param confirmed whether a person confirmed the mapping that it is taken from
 */
public record Dictionary(boolean confirmed, List<Row> rows) {
  public Dictionary {
    rows = List.copyOf(rows);
  }

  /**
   * One field.
   *
   * @param target API name of the target field; blank where it has none
   * @param targetLabel what people see there
   * @param values options that are renamed, as {@code old → new}
   */
  public record Row(
      String object,
      String field,
      String label,
      String type,
      boolean custom,
      String decision,
      String module,
      String target,
      String targetLabel,
      String rule,
      List<String> values,
      String reason) {
    public Row {
      values = List.copyOf(values);
    }
  }
}
