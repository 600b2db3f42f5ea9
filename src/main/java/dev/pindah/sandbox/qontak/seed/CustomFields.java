package dev.pindah.sandbox.qontak.seed;

import static dev.pindah.sandbox.qontak.seed.Field.added;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that the account has added: every type on every object, one name twice with two ids.
 */
final class CustomFields {

  private CustomFields() {}

  static List<Field> contact() {
    List<Field> fields = everyType(13_000_000, 3_800_000, 12);
    fields.add(
        added(
                13_000_020,
                "persetujuan_whatsapp",
                "Persetujuan WhatsApp",
                "WhatsApp Consent",
                Field.SELECT)
            .with(Option.numbered(3_800_100, "Ya", "Tidak", "Belum ditanya")));
    return List.copyOf(fields);
  }

  static List<Field> company() {
    List<Field> fields = everyType(14_000_000, 3_900_000, 27);
    fields.addAll(addressPickers(91));
    return List.copyOf(fields);
  }

  static List<Field> deal() {
    return List.copyOf(everyType(17_000_000, 5_800_000, 44));
  }

  static List<Field> task() {
    List<Field> fields = everyType(15_000_000, 4_100_000, 61);
    fields.addAll(addressPickers(191));
    return List.copyOf(fields);
  }

  static List<Field> ticket() {
    List<Field> fields = everyType(6_000_000, 4_300_000, 54);
    fields.add(
        added(6_000_020, "kanal_54", "Kanal", "Channel", Field.SELECT)
            .with(Option.numbered(4_300_100, "WhatsApp", "E-mail", "Telepon", "Instagram")));
    return List.copyOf(fields);
  }

  static List<Field> product() {
    List<Field> fields = new ArrayList<>();
    fields.add(added(63, "product_code", "Kode Produk", "Product Code", Field.TEXT));
    fields.addAll(everyType(64, 4_500_000, 70));
    return List.copyOf(fields);
  }

  private static List<Field> everyType(long first, long firstOption, int suffix) {
    List<Field> fields = new ArrayList<>();
    fields.add(added(first + 1, "npwp_" + suffix, "NPWP", "Tax Number", Field.TEXT));
    fields.add(
        added(first + 2, "payment_options", "Metode Pembayaran", "Payment Options", Field.SELECT)
            .with(paymentOptions(firstOption)));
    fields.add(
        added(
                first + 3,
                "minat_produk_" + suffix,
                "Minat Produk",
                "Product Interest",
                Field.MULTIPLE)
            .with(
                Option.numbered(
                    firstOption + 20,
                    "Lisensi",
                    "Pelatihan",
                    "Perangkat",
                    "Langganan",
                    "Konsultasi")));
    fields.add(
        added(first + 4, "catatan_internal", "Catatan Internal", "Internal Notes", Field.AREA));
    fields.add(added(first + 5, "situs_web_" + suffix, "Situs Web", "Website URL", Field.URL));
    fields.add(added(first + 6, "skor_prospek", "Skor Prospek", "Prospect Score", Field.NUMBER));
    fields.add(
        added(first + 7, "diskon_maks", "Diskon Maksimum", "Maximum Discount", Field.PERCENT));
    fields.add(added(first + 8, "tanggal_gabung", "Tanggal Gabung", "Joined On", Field.DATE));
    fields.add(added(first + 9, "jadwal_survei", "Jadwal Survei", "Survey Time", Field.DATE_TIME));
    fields.add(
        added(first + 10, "berkas_kontrak", "Berkas Kontrak", "Contract File", Field.UPLOAD));
    fields.add(added(first + 11, "foto_lokasi", "Foto Lokasi", "Site Photo", Field.PHOTO));
    fields.add(added(first + 12, "tanda_tangan", "Tanda Tangan", "Signature", Field.SIGNATURE));
    fields.add(added(first + 13, "titik_lokasi", "Titik Lokasi", "Location Point", Field.GPS));
    fields.add(added(first + 14, "daftar_periksa", "Daftar Periksa", "Checklist", Field.CHECKLIST));
    fields.add(added(first + 15, "service_type", "Jenis Layanan", "Service Type", Field.TEXT));
    fields.add(
        added(first + 99, "service_type", "Jenis Layanan", "Service Type", Field.SELECT)
            .with(Option.numbered(firstOption + 40, "Pemasangan", "Instalasi", "Perawatan")));
    return fields;
  }

  /** Two options share a label; the last one is no longer offered. */
  private static List<Option> paymentOptions(long first) {
    List<Option> options =
        new ArrayList<>(
            Option.numbered(first + 1, "Cash", "Transfer Bank", "Kartu Kredit", "QRIS", "Cash"));
    options.add(Option.removed(first + 9, "Giro Mundur"));
    return options;
  }

  private static List<Field> addressPickers(long first) {
    List<Field> fields = new ArrayList<>();
    List<String> parts = List.of("province", "city", "district", "subdistrict", "zipcode");
    List<String> labels = List.of("Provinsi", "Kota", "Kecamatan", "Kelurahan", "Kode Pos");
    for (int i = 0; i < parts.size(); i++) {
      fields.add(
          added(
              first + i,
              "address_picker_" + parts.get(i),
              labels.get(i),
              "Address Picker " + parts.get(i),
              Field.SELECT));
    }
    return fields;
  }
}
