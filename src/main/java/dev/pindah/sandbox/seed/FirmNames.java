package dev.pindah.sandbox.seed;

import java.util.List;
import java.util.Locale;

/** Invented firm names, all different: one for each number below {@link #CAPACITY}. */
public final class FirmNames {

  private static final List<String> FIRST =
      List.of(
          "Contoh",
          "Maju",
          "Sinar",
          "Cahaya",
          "Mitra",
          "Bumi",
          "Tirta",
          "Surya",
          "Mega",
          "Prima",
          "Anugerah",
          "Karya",
          "Sumber",
          "Duta",
          "Graha",
          "Nusa",
          "Bintang",
          "Samudra",
          "Rimba",
          "Gema",
          "Citra",
          "Dharma",
          "Eka",
          "Fajar",
          "Harapan",
          "Indah",
          "Jaya",
          "Kencana",
          "Lestari",
          "Mandiri",
          "Niaga");
  private static final List<String> SECOND =
      List.of(
          "Abadi",
          "Sejahtera",
          "Makmur",
          "Sentosa",
          "Utama",
          "Perkasa",
          "Gemilang",
          "Persada",
          "Nusantara",
          "Raya",
          "Sakti",
          "Mulia",
          "Bersama",
          "Pratama",
          "Lancar",
          "Kreasi",
          "Digital",
          "Logistik",
          "Pangan",
          "Tekstil",
          "Otomotif",
          "Medika",
          "Edukasi",
          "Konstruksi",
          "Properti",
          "Furnitur",
          "Elektronik",
          "Tani",
          "Bahari",
          "Wisata",
          "Energi",
          "Kemasan",
          "Percetakan",
          "Kuliner",
          "Farmasi",
          "Busana",
          "Teknik");
  private static final List<String> FORMS =
      List.of("PT ", "CV ", "UD ", "PT. ", "Toko ", "Koperasi ");
  private static final List<String> SUFFIXES = List.of("", " Tbk", " Group", " Indonesia");

  /** How many different names there are. */
  public static final long CAPACITY = 31L * 37 * 4096;

  private FirmNames() {}

  public static String name(Dice dice, long number) {
    String first = first(number);
    String second = second(number);
    long round = number / (31 * 37);
    String form = dice.of("firm-form", number, FORMS);
    String suffix = round == 0 ? dice.of("firm-suffix", number, SUFFIXES) : " " + round;
    return form + first + " " + second + suffix;
  }

  /** The firm's invented mail domain. */
  public static String domain(long number) {
    String first = first(number).toLowerCase(Locale.ROOT);
    String second = second(number).toLowerCase(Locale.ROOT);
    long round = number / (31 * 37);
    return first + second + (round == 0 ? "" : String.valueOf(round)) + ".example";
  }

  private static String first(long number) {
    return FIRST.get((int) (spread(number) % 31));
  }

  private static String second(long number) {
    return SECOND.get((int) (spread(number) / 31));
  }

  /** Goes once through all pairs of words, with neighbours far apart. */
  private static long spread(long number) {
    return number * 577 % (31 * 37);
  }
}
