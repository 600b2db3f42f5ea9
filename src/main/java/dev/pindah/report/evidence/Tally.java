package dev.pindah.report.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Counts and hashes bytes on their way. */
final class Tally extends OutputStream {
  private static final int BUFFER = 64 * 1024;

  private final OutputStream out;
  private final MessageDigest sha256;
  private final CRC32 crc = new CRC32();
  private long size;

  Tally(OutputStream out) {
    this.out = out;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
    sha256.update(bytes, offset, length);
    crc.update(bytes, offset, length);
    size += length;
  }

  /** The entry that these bytes were; the tally is used up. */
  Entry entry(String name) {
    return new Entry(name, size, HexFormat.of().formatHex(sha256.digest()), crc.getValue());
  }

  /** Hashes at most {@code limit} bytes of a stream; a longer one is one byte longer here. */
  static Entry of(String name, InputStream in, long limit) throws IOException {
    Tally tally = new Tally(nullOutputStream());
    byte[] buffer = new byte[BUFFER];
    long left = limit + 1;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        break;
      }
      tally.write(buffer, 0, read);
      left -= read;
    }
    return tally.entry(name);
  }
}
