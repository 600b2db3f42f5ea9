package dev.pindah.journey.map.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as spreadsheets write them. */
class TableFileTest {
  @TempDir Path folder;

  @Test
  void separatorsQuotesAndMarksAreTold() throws IOException {
    for (String separator : List.of(",", ";", "\t", "|")) {
      String text =
          "\uFEFF\"Nama; lengkap, asli\""
              + separator
              + "Kota\r\n\"Siti\nRahma\""
              + separator
              + "Solo";

      List<Column> columns = TableFile.columns(write(text, StandardCharsets.UTF_8));

      assertThat(columns).extracting(Column::name).containsExactly("Nama; lengkap, asli", "Kota");
      assertThat(columns.getFirst().values()).containsExactly("Siti\nRahma");
    }
  }

  @Test
  void otherAlphabetsThanUnicodeAreRead() throws IOException {
    for (Charset charset : List.of(Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      assertThat(TableFile.columns(write("Café;Kota\nréel;Solo", charset)))
          .extracting(Column::name)
          .containsExactly("Café", "Kota");
    }
  }

  @Test
  void everyColumnHasANameOfItsOwn() throws IOException {
    List<Column> columns =
        TableFile.columns(write("Nama,,Nama,\nSiti,1,Budi,2\nshort", StandardCharsets.UTF_8));

    assertThat(columns)
        .extracting(Column::name)
        .containsExactly("Nama", "column 2", "Nama#2", "column 4");
    assertThat(columns).extracting(Column::label).containsExactly("Nama", "", "Nama", "");
  }

  @Test
  void hugeCellsAndEmptyFilesAreNoTrouble() throws IOException {
    String huge = "x".repeat(3_000_000);

    assertThat(TableFile.columns(write("a,b\n" + huge + ",1", StandardCharsets.UTF_8)))
        .first()
        .satisfies(column -> assertThat(column.values().getFirst()).hasSizeLessThan(1_000));
    assertThat(TableFile.columns(write("", StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void pairsAreFoundByTheNamesOfTheirColumns() throws IOException {
    assertThat(TableFile.pairs(write("note,target,source\nx,B,A", StandardCharsets.UTF_8)))
        .containsExactly(new Matcher.Pair("A", "B", 1));
    assertThat(TableFile.pairs(write("left,right\nA,B", StandardCharsets.UTF_8)))
        .containsExactly(new Matcher.Pair("A", "B", 1));
  }

  private Path write(String text, Charset charset) throws IOException {
    return Files.write(Files.createTempFile(folder, "table", ".csv"), text.getBytes(charset));
  }
}
