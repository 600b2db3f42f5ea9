package dev.pindah.connect.files;

import dev.pindah.connect.ExportReader.UnreadableExport;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The sheets of a workbook, looked through before a library unpacks it. */
final class WorkbookRows {
  /** Unpacked; 200,000 rows of 60 columns need less. */
  private static final long UNPACKED = 1024L * 1024 * 1024;

  /** The one part that has to be in memory as a whole. */
  private static final long SHARED = 256L * 1024 * 1024;

  /** Texts of a spreadsheet shrink to a tenth, not to a thousandth. */
  private static final long RATIO = 200;

  private static final long SMALL = 10L * 1024 * 1024;
  private static final int ENTRIES = 2_000;
  private static final int PROLOGUE = 4_096;

  private WorkbookRows() {}

  static Map<String, ExportFolder.Rows> of(Path file, String name) {
    Map<String, ExportFolder.Rows> sheets = new LinkedHashMap<>();
    look(file, name);
    try (ReadableWorkbook book = open(file)) {
      List<Sheet> all = book.getSheets().toList();
      for (Sheet sheet : all) {
        int index = sheet.getIndex();
        String place = all.size() == 1 ? name : name + "#" + sheet.getName();
        sheets.put(place, sink -> each(file, place, index, sink));
      }
      return sheets;
    } catch (IOException | ExcelReaderException broken) {
      throw broken(name, broken);
    }
  }

  private static ReadableWorkbook open(Path file) throws IOException {
    return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
  }

  private static UnreadableExport broken(String name, Exception cause) {
    return new UnreadableExport(
        name + " is no .xlsx workbook, or broken; download it again", cause);
  }

  private static void each(Path file, String name, int index, ExportFolder.RowSink sink) {
    try (ReadableWorkbook book = open(file);
        Stream<Row> rows =
            book.getSheet(index)
                .orElseThrow(() -> new ExcelReaderException("the sheet is gone"))
                .openStream()) {
      var all = rows.iterator();
      while (all.hasNext()) {
        Row row = all.next();
        if (!sink.take(row.getRowNum(), cells(row, name))) {
          return;
        }
      }
    } catch (IOException | ExcelReaderException broken) {
      throw broken(name, broken);
    }
  }

  private static List<String> cells(Row row, String name) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      cells.add(row.getOptionalCell(column).map(cell -> text(cell, name)).orElse(""));
    }
    return cells;
  }

  private static String text(Cell cell, String name) {
    if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
      throw new UnreadableExport(
          name
              + ", cell "
              + cell.getAddress()
              + " is a formula; downloads have none — save the sheet with values only");
    }
    return switch (cell.getType()) {
      case NUMBER -> number(cell);
      case STRING, BOOLEAN, ERROR, EMPTY, FORMULA -> cell.getText();
    };
  }

  /** Dates are numbers with a format; phone numbers must not become 8.1E11. */
  private static String number(Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null && format.toLowerCase(Locale.ROOT).matches(".*[dy].*[my].*")) {
      LocalDateTime date = cell.asDate();
      return date.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? date.toLocalDate().toString()
          : date.toString();
    }
    BigDecimal number = cell.asNumber();
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /**
   * Every part is unpacked once, counted and thrown away: what the archive says of its own sizes is
   * not believed.
   */
  private static void look(Path file, String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("xl/workbook.xml") == null) {
        throw new UnreadableExport(name + " is no .xlsx workbook; save it as one, or as CSV");
      }
      if (zip.size() > ENTRIES) {
        throw bomb(name);
      }
      long all = 0;
      for (Enumeration<? extends ZipEntry> parts = zip.entries(); parts.hasMoreElements(); ) {
        all += part(zip, parts.nextElement(), UNPACKED - all, name);
      }
    } catch (ZipException noZip) {
      throw new UnreadableExport(name + " is no .xlsx workbook; save it as one, or as CSV", noZip);
    } catch (IOException broken) {
      throw broken(name, broken);
    }
  }

  private static long part(ZipFile zip, ZipEntry part, long room, String name) throws IOException {
    long limit = part.getName().equals("xl/sharedStrings.xml") ? Math.min(room, SHARED) : room;
    long packed = Math.max(1, part.getCompressedSize());
    long read = 0;
    try (InputStream bytes = zip.getInputStream(part)) {
      byte[] chunk = new byte[64 * 1024];
      for (int more = bytes.read(chunk); more >= 0; more = bytes.read(chunk)) {
        if (read == 0 && documentType(chunk, more)) {
          throw new UnreadableExport(
              name + " carries instructions that no download has; it is not opened");
        }
        read += more;
        if (read > limit || (read > SMALL && read / packed > RATIO)) {
          throw bomb(name);
        }
      }
    }
    return read;
  }

  private static boolean documentType(byte[] chunk, int length) {
    return new String(chunk, 0, Math.min(length, PROLOGUE), StandardCharsets.ISO_8859_1)
        .contains("<!DOCTYPE");
  }

  private static UnreadableExport bomb(String name) {
    return new UnreadableExport(
        name + " unpacks to far more than a download holds; it is not opened");
  }
}
