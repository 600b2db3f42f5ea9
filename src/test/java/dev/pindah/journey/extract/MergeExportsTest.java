package dev.pindah.journey.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.connect.ExportReader;
import dev.pindah.connect.ExportReader.UnreadableExport;
import dev.pindah.journey.extract.MergeExports.Merged;
import dev.pindah.ledger.FileCells.FileCell;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads beside an account whose labels are Indonesian. */
class MergeExportsTest {
  @TempDir Path folder;

  private final Map<String, List<List<String>>> files = new LinkedHashMap<>();
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
    Inventory inventory =
        new Inventory(
            Product.QONTAK,
            Instant.EPOCH,
            List.of(
                new ObjectSchema(
                    "contact",
                    -1,
                    List.of(
                        field("", "first_name", "Nama Depan", FieldType.TEXT),
                        field("", "last_name", "Nama Belakang", FieldType.TEXT),
                        field("", "email", "Email", FieldType.EMAIL),
                        field("", "crm_phones", "Telepon", FieldType.PHONE),
                        field("", "address", "Alamat", FieldType.TEXTAREA),
                        field("", "date_of_birth", "Tanggal Lahir", FieldType.DATE),
                        field("", "income", "Penghasilan", FieldType.MONEY),
                        new FieldSchema(
                            "",
                            "crm_status_id",
                            "crm_status_id",
                            "Status",
                            FieldType.DROPDOWN,
                            false,
                            false,
                            List.of(new Choice("31", "Qualified"))),
                        field("7", "layanan", "Jenis Layanan", FieldType.TEXT),
                        field("8", "layanan", "Jenis Layanan", FieldType.TEXT))),
                new ObjectSchema(
                    "ticket",
                    -1,
                    List.of(
                        field("1", "name", "Nama Tiket", FieldType.TEXT),
                        field("2", "creator_id", "Pemilik", FieldType.REFERENCE),
                        field("3", "description", "Deskripsi", FieldType.TEXTAREA)))),
            List.of(),
            List.of(new Person("200011", "Budi Demo", "", true, "")),
            List.of());
    ledger.record(tables -> tables.inventories().save(inventory));
  }

  private static FieldSchema field(String id, String name, String label, FieldType type) {
    boolean repeated = name.equals("layanan");
    return new FieldSchema(
        id, name, repeated ? name + "#" + id : name, label, type, repeated, false, List.of());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void contact(String id, String first, String last, String email, String phone) {
    String json =
        """
        {"id":%s,"first_name":"%s","last_name":"%s","email":"%s","telephone":"%s","income":null}\
        """
            .formatted(id, first, last, email, phone);
    Store store = new Store(ledger, Clock.systemUTC());
    store.save(
        List.of(
            new dev.pindah.connect.RecordReader.RawRecord(
                new RecordKey(ObjectName.CONTACT, id), Optional.empty(), json)),
        true);
  }

  /** Lines of cells between bars, the headings first. */
  private void file(String name, String... lines) {
    List<List<String>> rows = new ArrayList<>();
    Arrays.stream(lines).forEach(line -> rows.add(List.of(line.split("\\|", -1))));
    files.put(name, rows);
  }

  private List<Merged> merge() {
    return new MergeExports(ledger, Clock.systemUTC(), ProgressSink.SILENT)
        .run(new InMemory(files), true);
  }

  private Map<String, String> cells(String id) {
    Map<String, String> cells = new LinkedHashMap<>();
    ledger
        .read(tables -> tables.fileCells().of(ObjectName.CONTACT, List.of(id)))
        .forEach((FileCell cell) -> cells.put(cell.field(), cell.text()));
    return cells;
  }

  private List<String> codes() {
    return ledger.read(tables -> tables.findings().startingWith("extract:exports:")).stream()
        .map(Finding::code)
        .toList();
  }

  @Test
  void blanksAreFilledByEmailPhoneAndNameInAnyOrderAndLanguage() {
    contact("1", "Siti", "Rahma", "siti@contoh.example", "0812000000123");
    contact("2", "Joko", "Demo", "", "+62 812-0000-00456");
    contact("3", "Ani", "", "", "");
    file(
        "leads_2026_01_05.xlsx",
        "Address|Phone Number|E-mail|First Name*|Last Name|Date of Birth (dd/mm/yyyy)"
            + "|Avg. Annual Income|Status",
        "Jl. Satu 1|8120|SITI@contoh.example|Siti|Rahma|19/10/1990|Rp 10.000.000,50|Qualified",
        "Jl. Dua 2|812000000456||Joko|||-|",
        "Jl. Tiga 3|||Ani||||");
    Merged merged = merge().getFirst();
    assertThat(merged.matched()).isEqualTo(3);
    assertThat(cells("1"))
        .containsEntry("address", "Jl. Satu 1")
        .containsEntry("date_of_birth", "1990-10-19")
        .containsEntry("income", "10000000.50")
        .containsEntry("crm_status_id", "31")
        .doesNotContainKey("email");
    assertThat(cells("2")).containsOnlyKeys("address");
    assertThat(cells("3")).containsOnlyKeys("address");
    assertThat(merged.filled()).isEqualTo(6);
  }

  @Test
  void namesakesAndTwoRowsForOneRecordAreHeld() {
    contact("1", "Siti", "Rahma", "", "0812000000123");
    contact("2", "Siti", "Rahma", "", "0812000000456");
    contact("3", "Ani", "Demo", "ani@contoh.example", "");
    file(
        "kontak.csv",
        "Nama Depan|Nama Belakang|Email|Telepon|Alamat",
        "Siti|Rahma|||Jl. Satu",
        "Siti|Rahma||0812 0000 00456|Jl. Dua",
        "Ani|Demo|ani@contoh.example||Jl. Tiga",
        "Ani|Demo|ani@contoh.example||Jl. Empat",
        "Siti|Rahma|lain@contoh.example||Jl. Lima");
    Merged merged = merge().getFirst();
    assertThat(merged.ambiguous()).isEqualTo(3);
    assertThat(merged.unmatched()).isEqualTo(1);
    assertThat(cells("1")).isEmpty();
    assertThat(cells("2")).containsEntry("address", "Jl. Dua");
    assertThat(cells("3")).isEmpty();
    assertThat(codes()).containsOnly("row-ambiguous", "row-unmatched").hasSize(4);
  }

  @Test
  void anIdGoesBeforeEverythingElse() {
    contact("1", "Siti", "Rahma", "siti@contoh.example", "");
    contact("2", "Siti", "Rahma", "siti@contoh.example", "");
    file("contacts.csv", "Contact ID|Email|Alamat", "2|siti@contoh.example|Jl. Dua");
    assertThat(merge().getFirst().matched()).isEqualTo(1);
    assertThat(cells("2")).containsEntry("address", "Jl. Dua");
  }

  @Test
  void aLabelThatStandsTwiceMeansBothFieldsInTheirOrder() {
    contact("1", "Siti", "", "siti@contoh.example", "");
    file("leads.csv", "Email|Jenis Layanan|Jenis Layanan|Entah", "siti@contoh.example|A|B|C");
    assertThat(merge().getFirst().unknownHeadings()).containsExactly("Entah");
    assertThat(cells("1")).containsEntry("layanan#7", "A").containsEntry("layanan#8", "B");
    assertThat(codes()).containsExactly("heading-not-understood");
  }

  @Test
  void whatTheApiDoesNotGiveBecomesRecordsOnce() {
    contact("1", "Siti", "", "siti@contoh.example", "");
    file(
        "tiket.csv",
        "Nama Tiket|Pemilik|Deskripsi",
        "Kendala login|Budi Demo|Tidak bisa masuk",
        "Kendala cetak|Orang Lain|");
    assertThat(merge().getFirst().added()).isEqualTo(2);
    List<SourceRecord> tickets = tickets();
    assertThat(tickets).hasSize(2);
    assertThat(tickets.stream().map(SourceRecord::json))
        .anyMatch(json -> json.contains("\"creator_id\":\"200011\""));
    assertThat(codes()).containsExactly("reference-unresolved");
    assertThat(merge().getFirst().added()).isZero();
    assertThat(tickets()).hasSize(2);
  }

  private List<SourceRecord> tickets() {
    return ledger.read(tables -> tables.sourceRecords().page(ObjectName.TICKET, "", 10));
  }

  @Test
  void aTableAboutSomethingElseIsRefused() {
    file("anggaran.csv", "Bulan|Anggaran", "Januari|1");
    assertThatThrownBy(this::merge)
        .isInstanceOf(UnreadableExport.class)
        .hasMessageContaining("anggaran.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "'Rp 10.000.000,00',10000000.00",
    "'1.500',1500",
    "'1,250.75',1250.75",
    "'12,5',12.5",
    "'0.5',0.5",
    "'sekitar 5','sekitar 5'"
  })
  void numbersAreReadAsIndonesiaWritesThem(String cell, String number) {
    assertThat(ExportText.number(cell)).isEqualTo(number);
  }

  /** A folder that is written here. */
  private record InMemory(Map<String, List<List<String>>> files) implements ExportReader {
    @Override
    public List<Table> tables() {
      return files.entrySet().stream()
          .map(file -> new Table(file.getKey(), file.getValue().getFirst()))
          .toList();
    }

    @Override
    public void rows(Table table, Consumer<Line> lines) {
      List<List<String>> rows = files.getOrDefault(table.name(), List.of());
      for (int row = 1; row < rows.size(); row++) {
        lines.accept(new Line(row + 1, rows.get(row)));
      }
    }
  }
}
