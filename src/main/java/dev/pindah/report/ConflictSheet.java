package dev.pindah.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.model.KeptCell;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cells that were changed on both sides, as a table in which people write who wins. */
public final class ConflictSheet {
  /** Shows personal data, so it stays in the workspace. */
  public static final String FILE = "sample-conflicts.csv";

  public static final List<String> HEADS =
      List.of("object", "id", "field", "source", "target", "resolve");

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private ConflictSheet() {}

  public static String csv(List<KeptCell> cells) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(HEADS);
    for (KeptCell cell : cells) {
      csv.writeRecord(row(cell).stream().map(CsvReport::neutral).toList());
    }
    return text.toString();
  }

  /** One row under the heads; the last cell is for people. */
  public static List<String> row(KeptCell cell) {
    return List.of(
        cell.key().object().wire(),
        cell.key().id(),
        cell.attribute(),
        plain(cell.sourceValue()),
        plain(cell.targetValue()),
        "");
  }

  /** How people may write a rule. */
  public static String rule(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /** What the column 'resolve' says, by place; blank ones are left out. */
  public static Map<String, String> choices(String csv) {
    String text = csv.isEmpty() || csv.charAt(0) != BYTE_ORDER_MARK ? csv : csv.substring(1);
    char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    try (Stream<NamedCsvRecord> rows =
        CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text).stream()) {
      return rows.filter(
              row -> row.findField("resolve").filter(rule -> !rule.isBlank()).isPresent())
          .collect(
              Collectors.toMap(
                  row -> place(row.getField("object"), row.getField("id"), row.getField("field")),
                  row -> rule(row.getField("resolve")),
                  (first, again) -> again));
    }
  }

  public static String place(KeptCell cell) {
    return place(cell.key().object().wire(), cell.key().id(), cell.attribute());
  }

  /** Tells a cell from every other. */
  public static String place(String object, String id, String field) {
    return object + ":" + id + ":" + field;
  }

  /** A stored value as people read it. */
  public static String plain(String json) {
    if (json.isEmpty()) {
      return "";
    }
    JsonNode value = JsonMapper.shared().readTree(json);
    return value.isString() ? value.asString() : value.isNull() ? "" : value.toString();
  }
}
