package dev.pindah.report.sheet;

import dev.pindah.model.KeptCell;
import dev.pindah.report.ConflictSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;

/** The conflict table as a workbook that people fill in and give back. */
public final class ConflictWorkbook {
  /** Shows personal data, so it stays in the workspace. */
  public static final String FILE = "sample-conflicts.xlsx";

  private ConflictWorkbook() {}

  public static void write(Path file, List<KeptCell> cells) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Pindah", "1.0")) {
      Sheet sheet = new Sheet(book, "conflicts", ConflictSheet.HEADS);
      for (KeptCell cell : cells) {
        sheet.row(ConflictSheet.row(cell).toArray());
      }
      sheet.finish();
    }
  }

  /** What the column 'resolve' says, by place; blank ones are left out. */
  public static Map<String, String> choices(Path file) throws IOException {
    List<List<String>> rows = ErrorSheet.read(file);
    Map<String, String> choices = new TreeMap<>();
    if (rows.isEmpty()) {
      return choices;
    }
    List<String> heads = rows.getFirst();
    for (List<String> row : rows.subList(1, rows.size())) {
      String rule = at(row, heads.indexOf("resolve"));
      if (!rule.isBlank()) {
        choices.put(
            ConflictSheet.place(
                at(row, heads.indexOf("object")),
                at(row, heads.indexOf("id")),
                at(row, heads.indexOf("field"))),
            ConflictSheet.rule(rule));
      }
    }
    return choices;
  }

  private static String at(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }
}
