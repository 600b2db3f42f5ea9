import com.sun.management.OperatingSystemMXBean;
import dev.pindah.journey.map.match.Column;
import dev.pindah.journey.map.match.Comparison;
import dev.pindah.journey.map.match.Matcher;
import dev.pindah.journey.map.match.ValueKind;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 500 Indonesian fields compared with 700 English ones, all with different labels, most with values
 * of their own; once, after the model and the glossary were loaded.
 */
final class MatchFields {
  private static final int SOURCES = 500;
  private static final int TARGETS = 700;
  private static final double NANOS = 1e9;

  private static final List<String> ASKED =
      List.of(
          "Nama", "No.", "Tgl", "Jumlah", "Biaya", "Status", "Jenis", "Alamat", "Catatan", "Kode",
          "Jadwal", "Alasan", "Lokasi", "Nilai", "Telp", "Email", "Petugas", "Jml", "Ket.",
          "Rencana");

  private static final List<String> OF_WHAT =
      List.of(
          "Pelanggan", "Pengiriman", "Pembayaran", "Kendaraan", "Polis", "Gudang", "Cabang",
          "Siswa", "Pasien", "Dokter", "Kontrak", "Faktur", "Pemasangan", "Pemasok", "Cicilan",
          "Penagihan", "Kunjungan", "Survei", "Garansi", "Perpanjangan", "Keluhan", "Proyek",
          "Karyawan", "Wali", "Perush. Induk", "Srvis Berkala");

  private static final List<String> ASKED_HERE =
      List.of(
          "Name", "Number", "Date", "Quantity", "Fee", "Status", "Type", "Address", "Remarks",
          "Code", "Schedule", "Reason", "Location", "Value", "Phone", "Email", "Officer", "Plan",
          "Rating", "Source", "Owner", "Region", "Priority", "Method", "Category");

  private static final List<String> OF_WHAT_HERE =
      List.of(
          "Customer", "Shipping", "Payment", "Vehicle", "Policy", "Warehouse", "Branch", "Student",
          "Patient", "Physician", "Contract", "Invoice", "Installation", "Supplier", "Instalment",
          "Collection", "Visit", "Survey", "Warranty", "Renewal", "Complaint", "Project",
          "Employee", "Guardian", "Parent Company", "Maintenance", "Campaign", "Referral",
          "Onboarding");

  private static final List<ValueKind> KINDS =
      List.of(
          ValueKind.TEXT, ValueKind.CHOICE, ValueKind.TEXT, ValueKind.NUMBER, ValueKind.CHOICE,
          ValueKind.TEXT, ValueKind.DATE);

  public static void main(String[] arguments) {
    long start = System.nanoTime();
    Matcher matcher = new Matcher();
    Column warm = new Column("warm", "Pemanasan", ValueKind.TEXT, List.of("satu", "dua"));
    matcher.compare(List.of(warm), List.of(warm));
    double load = (System.nanoTime() - start) / NANOS;
    List<Column> sources = columns(SOURCES, ASKED, OF_WHAT);
    List<Column> targets = columns(TARGETS, ASKED_HERE, OF_WHAT_HERE);
    double spent = processor();
    start = System.nanoTime();
    Comparison comparison = matcher.compare(sources, targets);
    comparison.pairs().stream().limit(SOURCES).forEach(comparison::why);
    System.out.printf(
        Locale.ROOT,
        "{\"benchmark\":\"match-fields\",\"sources\":%d,\"targets\":%d,\"loadSeconds\":%.1f,"
            + "\"seconds\":%.1f,\"processorSeconds\":%.1f}%n",
        SOURCES, TARGETS, load, (System.nanoTime() - start) / NANOS, processor() - spent);
  }

  private static double processor() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / NANOS;
  }

  private static List<Column> columns(int wanted, List<String> asked, List<String> ofWhat) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      String what = ofWhat.get(i / asked.size());
      String label = asked.get(i % asked.size()) + " " + what;
      ValueKind kind = KINDS.get(i % KINDS.size());
      columns.add(new Column("field_" + i, label, kind, values(kind, what, i)));
    }
    return columns;
  }

  private static List<String> values(ValueKind kind, String what, int number) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      values.add(
          switch (kind) {
            case NUMBER -> Integer.toString(number * 1000 + i);
            case DATE -> "2026-%02d-%02d".formatted(1 + number % 12, 1 + i);
            default -> "%s Contoh %d, Jl. Melati %d".formatted(what, number, i);
          });
    }
    return values;
  }
}
