package dev.pindah.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.connect.ExportReader.Line;
import dev.pindah.connect.ExportReader.Table;
import dev.pindah.connect.ExportReader.UnreadableExport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportFolderTest {
  @TempDir Path folder;

  private List<List<String>> read() {
    ExportFolder exports = new ExportFolder(folder);
    List<List<String>> all = new ArrayList<>();
    for (Table table : exports.tables()) {
      all.add(table.headings());
      exports.rows(table, line -> all.add(line.cells()));
    }
    return all;
  }

  private void workbook(String name, Consumer<Worksheet> content) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        Workbook book = new Workbook(out, "test", "1.0")) {
      content.accept(book.newWorksheet("Contact Data"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, '', ';'",
    "UTF-8, 'EF BB BF', ','",
    "UTF-16LE, 'FF FE', '\t'",
    "UTF-16BE, 'FE FF', ';'",
    "windows-1252, '', ','"
  })
  void everyEncodingAndSeparatorIsRead(String charset, String mark, String separator)
      throws IOException {
    String text = "Nama|Kota\r\n\r\n\"Café \"\"Satu\"\"|Dua\"|Malang\r\nTiga\r\n";
    try (OutputStream out = Files.newOutputStream(folder.resolve("a.csv"))) {
      for (String hex : mark.isEmpty() ? new String[0] : mark.split(" ")) {
        out.write(Integer.parseInt(hex, 16));
      }
      out.write(text.replace("|", separator).getBytes(Charset.forName(charset)));
    }
    assertThat(read())
        .containsExactly(
            List.of("Nama", "Kota"),
            List.of("Café \"Satu\"" + separator + "Dua", "Malang"),
            List.of("Tiga", ""));
  }

  @Test
  void theLineThatNamesTheSeparatorIsNoHeading() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "sep=;\nNama;Kota, Kab\nA;B\n");
    assertThat(read()).containsExactly(List.of("Nama", "Kota, Kab"), List.of("A", "B"));
  }

  @Test
  void numbersDatesAndTextsOfAWorkbookAreText() throws IOException {
    workbook(
        "a.xlsx",
        sheet -> {
          sheet.value(0, 0, "Telepon");
          sheet.value(0, 1, "Tanggal Lahir");
          sheet.value(0, 2, "Catatan");
          sheet.value(1, 0, 81234567001L);
          sheet.value(1, 1, java.time.LocalDate.of(1990, 10, 19));
          sheet.style(1, 1).format("dd/MM/yyyy").set();
          sheet.value(1, 2, "=HYPERLINK(\"x\")");
        });
    assertThat(read())
        .containsExactly(
            List.of("Telepon", "Tanggal Lahir", "Catatan"),
            List.of("81234567001", "1990-10-19", "=HYPERLINK(\"x\")"));
  }

  @Test
  void linesAreNumberedAsPeopleSeeThem() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "\nNama,Kota\n\nA,B\n");
    ExportFolder exports = new ExportFolder(folder);
    List<Line> lines = new ArrayList<>();
    exports.rows(exports.tables().getFirst(), lines::add);
    assertThat(lines).extracting(Line::number).containsExactly(4);
  }

  @Test
  void aFormulaIsRefusedWithItsPlace() throws IOException {
    workbook(
        "a.xlsx",
        sheet -> {
          sheet.value(0, 0, "Nama");
          sheet.value(0, 1, "Nilai");
          sheet.value(1, 0, "A");
          sheet.formula(1, 1, "1+1");
        });
    refused("a.xlsx, cell B2 is a formula");
  }

  @Test
  void aGiantCellIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.csv"), "Nama,Kota\n" + "x".repeat(200_000) + ",B\n");
    refused("a.csv, row 2: a cell holds more than 100000 characters");
  }

  @Test
  void whatIsNoWorkbookIsRefused() throws IOException {
    Files.writeString(folder.resolve("a.xlsx"), "Nama;Kota\n");
    refused("a.xlsx is no .xlsx workbook");
    zip("a.xlsx", "readme.txt", "hello".getBytes(StandardCharsets.UTF_8), 1);
    refused("a.xlsx is no .xlsx workbook");
    zip("a.xlsx", "xl/workbook.xml", "<workbook".getBytes(StandardCharsets.UTF_8), 1);
    refused("a.xlsx is no .xlsx workbook, or broken");
  }

  @Test
  void anArchiveThatUnpacksWithoutEndIsNotOpened() throws IOException {
    zip("a.xlsx", "xl/workbook.xml", new byte[1024 * 1024], 64);
    refused("a.xlsx unpacks to far more");
  }

  @Test
  void instructionsToTheReaderAreRefused() throws IOException {
    zip(
        "a.xlsx",
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
            .getBytes(StandardCharsets.UTF_8),
        1);
    refused("a.xlsx carries instructions");
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> new ExportFolder(folder.resolve("none")).tables())
        .isInstanceOf(UnreadableExport.class)
        .hasMessageContaining("is no folder");
  }

  private void refused(String message) {
    assertThatThrownBy(this::read)
        .isInstanceOf(UnreadableExport.class)
        .hasMessageContaining(message);
  }

  private void zip(String file, String entry, byte[] block, int times) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(file)))) {
      zip.putNextEntry(new ZipEntry(entry));
      for (int time = 0; time < times; time++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
  }
}
