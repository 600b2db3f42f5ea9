package dev.pindah.connect.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file while it is downloaded: its bytes on the disk and the hash of them so far. */
final class Draft implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final FileChannel file;
  private final long cap;
  private MessageDigest digest = sha256();
  private long length;

  Draft(Path path, long cap) throws IOException {
    this.file = FileChannel.open(path, StandardOpenOption.WRITE);
    this.cap = cap;
  }

  /** More came than the cap allows. */
  static final class CapReached extends IOException {
    private static final long serialVersionUID = 1L;

    private final long bytes;

    CapReached(long bytes) {
      super("more than the cap");
      this.bytes = bytes;
    }

    /** As announced, or as far as it was read. */
    long bytes() {
      return bytes;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  long length() {
    return length;
  }

  /** Forgets what came so far. */
  void restart() throws IOException {
    file.truncate(0);
    digest = sha256();
    length = 0;
  }

  /** Takes all that comes; what came before a break stays. */
  void take(InputStream bytes) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (true) {
      int read = bytes.read(chunk);
      if (read < 0) {
        return;
      }
      if (length + read > cap) {
        throw new CapReached(length + read);
      }
      write(ByteBuffer.wrap(chunk, 0, read));
      digest.update(chunk, 0, read);
      length += read;
    }
  }

  /** A full disk is not a broken connection. */
  private void write(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        file.write(bytes, length + bytes.position());
      }
    } catch (IOException full) {
      throw new UncheckedIOException("the media folder cannot be written", full);
    }
  }

  /** Refuses what is announced to be too much before it comes. */
  void expect(long more) throws CapReached {
    if (length + more > cap) {
      throw new CapReached(length + more);
    }
  }

  /** The hash, once all bytes are on the disk. */
  String finish() throws IOException {
    file.force(false);
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
