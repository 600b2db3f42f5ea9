package dev.pindah.report.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet, written row by row; rows beyond what Excel opens are counted and not written. */
final class Sheet {
  /** Excel opens 1,048,576 rows; the last one tells how many are missing. */
  private static final int MOST_ROWS = 1_048_000;

  private static final int LONGEST_NAME = 31;
  private static final int LONGEST_TEXT = 32_000;
  private static final int FLUSH = 1000;
  private static final String HEAD_COLOUR = "EEF1F5";
  private static final int WIDTH = 18;

  private final Worksheet sheet;
  private int row;
  private long cut;

  Sheet(Workbook book, String name, List<String> heads) {
    this.sheet = book.newWorksheet(name(name));
    for (int column = 0; column < heads.size(); column++) {
      sheet.value(0, column, safe(heads.get(column)));
      sheet.width(column, WIDTH);
    }
    if (!heads.isEmpty()) {
      sheet.range(0, 0, 0, heads.size() - 1).style().bold().fillColor(HEAD_COLOUR).set();
      sheet.freezePane(0, 1);
      sheet.setAutoFilter(0, 0, heads.size() - 1);
    }
    row = 1;
  }

  /** Characters that a sheet's name cannot have become blanks. */
  static String name(String text) {
    String name = text.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
    return name.isEmpty() ? "-" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  /**
   * A text that no spreadsheet takes for a formula, in this file or when it is saved as CSV; it is
   * never longer than a cell holds and has no characters that XML forbids.
   */
  static String safe(String text) {
    String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    String neutral = clean.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + clean : clean;
    return neutral.length() > LONGEST_TEXT ? neutral.substring(0, LONGEST_TEXT) + " …" : neutral;
  }

  /** Writes a row of texts, whole numbers and decimals. */
  void row(Object... cells) throws IOException {
    if (row >= MOST_ROWS) {
      cut++;
      return;
    }
    for (int column = 0; column < cells.length; column++) {
      switch (cells[column]) {
        case Number number -> sheet.value(row, column, number);
        default -> sheet.value(row, column, safe(String.valueOf(cells[column])));
      }
    }
    row++;
    if (row % FLUSH == 0) {
      sheet.flush();
    }
  }

  /** A plain decimal as a number, where a spreadsheet keeps all its digits; else as text. */
  static Object number(String plain) {
    try {
      BigDecimal number = new BigDecimal(plain);
      return number.precision() <= 15 ? number : plain;
    } catch (NumberFormatException notDecimal) {
      return plain;
    }
  }

  /** Closes the sheet; answers how many rows did not find room. */
  long finish() throws IOException {
    sheet.finish();
    return cut;
  }
}
