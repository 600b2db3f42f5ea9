package dev.pindah.sandbox.qontak.seed;

import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;

/** Links to files that the account holds; the sandbox serves them itself, below its own URL. */
public final class Media {

  private static final List<String> DOCUMENTS =
      List.of(
          "kontrak.pdf",
          "penawaran%20harga%20(final).pdf",
          "spesifikasi.xlsx",
          "proposal.docx",
          "catatan.txt",
          "r%C3%A9sum%C3%A9.pdf",
          "..%2F..%2Fnota.pdf");
  private static final List<String> PICTURES =
      List.of("foto.jpg", "lokasi.png", "ktp.jpeg", "tampak%20depan.png");

  private final IntSupplier filled;
  private volatile String base = "http://127.0.0.1";

  /**
   * Links of an account.
   *
   * @param filled percent of the file fields that hold a file
   */
  Media(IntSupplier filled) {
    this.filled = filled;
  }

  int filled() {
    return filled.getAsInt();
  }

  public void base(String url) {
    base = url;
  }

  public String link(String folder, UUID id, String filename) {
    return base + "/uploads/" + folder + "/" + id + "/" + filename;
  }

  static String document(long index) {
    return DOCUMENTS.get((int) (index % DOCUMENTS.size()));
  }

  static String picture(long index) {
    return PICTURES.get((int) (index % PICTURES.size()));
  }
}
