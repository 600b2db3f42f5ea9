package dev.pindah.report.evidence;

import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the evidence holds; the hash of these very bytes is its seal.
 *
 * @param version of the program that packed it
 * @param packedAt ISO instant
 */
record Manifest(
    String format,
    String migration,
    String version,
    String packedAt,
    List<Listed> files,
    List<LeftOut> leftOut) {
  static final String FORMAT = "pindah-evidence/1";
  static final String NAME = "manifest.json";

  /** Holds the seal in the form that {@code sha256sum --check} reads. */
  static final String SEAL_NAME = "manifest.sha256";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  Manifest {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /** A file of the evidence. */
  record Listed(String name, long size, String sha256) {}

  /** A file of the workspace that is not in it. */
  record LeftOut(String name, String why) {}

  String text() {
    return JSON.writeValueAsString(this) + "\n";
  }

  /** Empty when the text is no manifest of this format. */
  static Optional<Manifest> parse(byte[] text) {
    try {
      return Optional.of(JSON.readValue(text, Manifest.class))
          .filter(manifest -> FORMAT.equals(manifest.format()));
    } catch (JacksonException | NullPointerException unreadable) {
      return Optional.empty();
    }
  }

  static String sealLine(String seal) {
    return seal + "  " + NAME + "\n";
  }
}
