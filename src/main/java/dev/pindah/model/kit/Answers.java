package dev.pindah.model.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the admin answered, sheet by sheet, as it was written. */
public record Answers(Map<String, List<Row>> sheets) {
  /** Sheets of the questionnaire. */
  public static final String ACCOUNT = "account";

  public static final String AUTOMATIONS = "automations";
  public static final String SEGMENTS = "segments";
  public static final String TEMPLATES = "templates";

  /** Columns of each sheet, in their order; the first row of a sheet holds these words. */
  public static final Map<String, List<String>> COLUMNS = columns();

  public Answers {
    sheets = Map.copyOf(sheets);
  }

  /**
   * One answered row.
   *
   * @param place for messages: file, sheet and row
   */
  public record Row(String place, Map<String, String> cells) {
    public Row {
      cells = Map.copyOf(cells);
    }

    /** Blank where nothing was answered. */
    public String cell(String column) {
      return cells.getOrDefault(column, "").strip();
    }
  }

  public List<Row> rows(String sheet) {
    return sheets.getOrDefault(sheet, List.of());
  }

  public static Answers none() {
    return new Answers(Map.of());
  }

  /** The rows of both. */
  public Answers with(Answers more) {
    Map<String, List<Row>> joined = new LinkedHashMap<>(sheets);
    more.sheets.forEach(
        (sheet, rows) ->
            joined.merge(
                sheet,
                rows,
                (first, second) -> {
                  List<Row> all = new ArrayList<>(first);
                  all.addAll(second);
                  return all;
                }));
    return new Answers(joined);
  }

  private static Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    columns.put(ACCOUNT, List.of("key", "question", "answer"));
    columns.put(AUTOMATIONS, List.of("name", "kind", "trigger", "conditions", "actions", "grade"));
    columns.put(SEGMENTS, List.of("name", "object", "criteria", "field", "operator", "value"));
    columns.put(TEMPLATES, List.of("name", "language", "status", "quality"));
    return java.util.Collections.unmodifiableMap(columns);
  }
}
