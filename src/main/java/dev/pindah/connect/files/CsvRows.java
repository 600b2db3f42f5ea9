package dev.pindah.connect.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.pindah.connect.ExportReader.UnreadableExport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file in whatever encoding and with whatever separator a spreadsheet wrote it. */
final class CsvRows {
  private static final int CHUNK = 64 * 1024;

  private CsvRows() {}

  /** How a file is written. */
  private record Form(Charset charset, int skipped, char separator, boolean told) {}

  static ExportFolder.Rows of(Path file, String name) {
    return sink -> {
      Form form = form(file);
      try (Reader text = open(file, form);
          CsvReader<CsvRecord> csv =
              CsvReader.builder()
                  .fieldSeparator(form.separator())
                  .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                  .ofCsvRecord(text)) {
        for (CsvRecord row : csv) {
          boolean declaration = form.told() && row.getStartingLineNumber() == 1;
          if (!declaration
              && !sink.take((int) row.getStartingLineNumber(), List.copyOf(row.getFields()))) {
            return;
          }
        }
      } catch (CsvParseException broken) {
        throw new UnreadableExport(
            name + " is no CSV: a quote is open or a field is endless; save it anew", broken);
      }
    };
  }

  private static Form form(Path file) throws IOException {
    byte[] head = new byte[3];
    int read;
    try (InputStream bytes = Files.newInputStream(file)) {
      read = bytes.readNBytes(head, 0, head.length);
    }
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (read >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (read >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    } else if (read >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      mark = 3;
    } else if (!utf8(file)) {
      charset = Charset.forName("windows-1252");
    }
    String first = first(file, charset, mark);
    boolean told = first.matches("(?i)sep=.");
    return new Form(charset, mark, told ? first.charAt(4) : separator(first), told);
  }

  /** An older spreadsheet writes the encoding of its machine. */
  private static boolean utf8(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        Reader text = new InputStreamReader(bytes, strict())) {
      char[] chunk = new char[CHUNK];
      int read = text.read(chunk);
      while (read >= 0) {
        read = text.read(chunk);
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static java.nio.charset.CharsetDecoder strict() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static Reader open(Path file, Form form) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    bytes.skipNBytes(form.skipped());
    return new InputStreamReader(bytes, form.charset());
  }

  private static String first(Path file, Charset charset, int mark) throws IOException {
    try (BufferedReader text =
        new BufferedReader(open(file, new Form(charset, mark, ',', false)))) {
      char[] start = new char[CHUNK];
      int read = text.read(start);
      String all = read < 0 ? "" : new String(start, 0, read);
      return all.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    }
  }

  /** The one that stands most often outside of quotes. */
  private static char separator(String line) {
    char best = ',';
    int most = 0;
    for (char candidate : new char[] {',', ';', '\t', '|'}) {
      int count = 0;
      boolean quoted = false;
      for (int place = 0; place < line.length(); place++) {
        char letter = line.charAt(place);
        quoted ^= letter == '"';
        count += !quoted && letter == candidate ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
