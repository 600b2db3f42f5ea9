package dev.pindah.report.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next {@code left} bytes of a stream; closing it leaves the stream below open. */
final class Bounded extends FilterInputStream {
  private long left;

  Bounded(InputStream in, long left) {
    super(in);
    this.left = left;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read();
    left -= read < 0 ? left : 1;
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = super.read(bytes, offset, (int) Math.min(length, left));
    left -= read < 0 ? left : read;
    return read;
  }

  @Override
  public void close() {
    // the archive owns what is below
  }
}
