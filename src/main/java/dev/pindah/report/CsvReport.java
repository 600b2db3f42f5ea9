package dev.pindah.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.model.mapping.OwnerRule;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Row counts per object and phase as CSV. */
public final class CsvReport {
  private CsvReport() {}

  public static String rows(Summary summary) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    List<String> heads = new ArrayList<>(List.of("object"));
    heads.addAll(PhaseRow.HEADS);
    csv.writeRecord(heads);
    for (PhaseRow row : summary.phases()) {
      List<String> cells = new ArrayList<>(List.of(row.object().wire()));
      row.numbers().forEach(number -> cells.add(number.toString()));
      csv.writeRecord(cells);
    }
    return text.toString();
  }

  /** Owners whose records have the placeholder owner; the last column is to be filled in. */
  public static String owners(List<OwnerRule> owners) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord("owner", "name", "email", "role", "to");
    owners.stream()
        .filter(OwnerRule::placeholder)
        .forEach(
            owner ->
                csv.writeRecord(
                    neutral(owner.id()),
                    neutral(owner.name()),
                    neutral(owner.email()),
                    neutral(owner.role()),
                    ""));
    return text.toString();
  }

  /** Records that could not move; texts of customers are no formulas. */
  public static String errors(ErrorRows errors) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(errors.heads());
    errors
        .cells()
        .forEach(cells -> csv.writeRecord(cells.stream().map(CsvReport::neutral).toList()));
    return text.toString();
  }

  /** Any table; texts of customers are no formulas. */
  public static String table(List<String> heads, List<List<String>> rows) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(heads);
    rows.forEach(cells -> csv.writeRecord(cells.stream().map(CsvReport::neutral).toList()));
    return text.toString();
  }

  /** A customer's text that no spreadsheet takes for a formula. */
  public static String neutral(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
  }
}
