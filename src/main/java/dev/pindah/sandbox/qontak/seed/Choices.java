package dev.pindah.sandbox.qontak.seed;

import java.util.ArrayList;
import java.util.List;

/** The dropdowns of standard fields. */
public final class Choices {

  /** Statuses of contacts; the last one is gone from the list, not from the records. */
  public static final List<Option> STATUSES =
      plus(
          Option.numbered(31, "Qualified", "Customer", "Baru", "Unqualified", "Dihubungi"),
          Option.removed(39, "Prospek Lama"));

  /** One label twice, and one id twice. */
  public static final List<Option> SOURCES =
      plus(
          Option.numbered(5, "Website", "Pameran", "Referensi", "Iklan", "WhatsApp", "Website"),
          Option.of(8, "Iklan (lama)"),
          Option.removed(14, "Brosur"));

  public static final List<Option> GENDERS = Option.numbered(1, "Female", "Male");
  public static final List<Option> OCCUPATIONS =
      Option.numbered(1, "Wiraswasta", "Karyawan", "Pegawai Negeri", "Profesional");
  public static final List<Option> INDUSTRIES =
      Option.numbered(
          1,
          "Accounting",
          "Airlines/Aviation",
          "Automotive",
          "Education",
          "Food & Beverages",
          "Logistik",
          "Properti",
          "Tekstil");
  public static final List<Option> COMPANY_TYPES =
      Option.numbered(1, "Prospek", "Mitra", "Pemasok", "Customer");
  public static final List<Option> DEAL_PRIORITIES =
      Option.numbered(1, "Low", "Critical", "High", "Medium");
  public static final List<Option> LOST_REASONS =
      plus(
          Option.numbered(
              21, "Harga terlalu tinggi", "Pilih pesaing", "Tidak ada anggaran", "Batal"),
          Option.removed(29, "Lainnya (lama)"));
  public static final List<Option> DEAL_STATUSES =
      Option.numbered(1, "New Client", "Existing Client");
  public static final List<Option> TASK_STATUSES =
      Option.numbered(1, "Not Started", "In Progress", "Waiting", "Completed", "Deferred");
  public static final List<Option> TASK_PRIORITIES =
      Option.numbered(1, "None", "Low", "Normal", "High", "Urgent");
  public static final List<Option> TASK_CATEGORIES =
      Option.numbered(1, "Follow up", "Telepon", "Rapat", "Kunjungan", "E-mail");
  public static final List<Option> TICKET_PRIORITIES =
      Option.numbered(1, "Low", "Medium", "High", "Urgent");
  public static final List<Option> TICKET_CATEGORIES =
      Option.numbered(11, "Komplain", "Pertanyaan", "Multichannel Whatsapp", "Garansi");
  public static final List<Option> PRODUCT_CATEGORIES =
      Option.numbered(41, "Perangkat Lunak", "Perangkat Keras", "Jasa");
  public static final List<String> CURRENCIES =
      List.of(
          "USD", "IDR", "SGD", "CNY", "JPY", "AUD", "EUR", "THB", "MYR", "PHP", "VND", "CHF",
          "INR");

  private Choices() {}

  private static List<Option> plus(List<Option> options, Option... more) {
    List<Option> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
