package dev.pindah.report.sheet;

import dev.pindah.report.ErrorRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Records that could not move, as a workbook that people correct and give back. */
public final class ErrorSheet {
  private ErrorSheet() {}

  /** A value as it is written into a cell. */
  public static String cell(String text) {
    return Sheet.safe(text);
  }

  public static void write(Path file, String name, ErrorRows errors) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Pindah", "1.0")) {
      Sheet sheet = new Sheet(book, name, errors.heads());
      for (List<String> cells : errors.cells()) {
        sheet.row(cells.toArray());
      }
      sheet.finish();
    }
  }

  /** All rows of the first sheet as text, the heads first. */
  public static List<List<String>> read(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
        Stream<Row> sheet = book.getFirstSheet().openStream()) {
      sheet.forEach(row -> rows.add(row.stream().map(ErrorSheet::text).toList()));
    }
    return rows;
  }

  /** Spreadsheets make numbers of dates: those are written out again. */
  private static String text(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    String format = cell.getDataFormatString();
    boolean date =
        cell.getType() == CellType.NUMBER && format != null && format.matches("(?i).*[dy].*");
    if (date) {
      LocalDateTime time = cell.asDate();
      return time.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? time.toLocalDate().toString()
          : time.toString();
    }
    return cell.getText().strip();
  }
}
