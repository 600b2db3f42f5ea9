package dev.pindah.report.evidence;

import java.util.regex.Pattern;

/**
 * One file of the evidence.
 *
 * @param name relative, lower case, folders by slashes; it can point nowhere outside
 * @param size in bytes
 * @param sha256 of the bytes, lower-case hex
 * @param crc CRC-32 of the bytes, which the zip format asks for
 */
record Entry(String name, long size, String sha256, long crc) {
  /** The zip format counts sizes and places in 32 bits. */
  static final long LARGEST = 0xFFFF_FFFEL;

  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}(/[a-z0-9][a-z0-9._-]{0,99}){0,3}");

  /** Whether a name is one that evidence may carry. */
  static boolean allowed(String name) {
    return NAME.matcher(name).matches() && !name.contains("..");
  }
}
