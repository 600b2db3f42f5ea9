package dev.pindah.sandbox.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One file that only grows: each version of each row is written once and found by its place. */
public final class RowFile implements AutoCloseable {

  private final FileChannel channel;
  private long end;

  public RowFile(Path path) {
    try {
      channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException denied) {
      throw new UncheckedIOException("cannot keep rows in " + path, denied);
    }
  }

  /** Writes the bytes; answers where they begin. */
  public synchronized long append(byte[] bytes) {
    long start = end;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        end += channel.write(buffer, end);
      }
    } catch (IOException full) {
      throw new UncheckedIOException("cannot write a row", full);
    }
    return start;
  }

  /** The bytes written at a place. */
  public byte[] read(long start, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, start + buffer.position()) < 0) {
          throw new IllegalStateException("the row file ends before byte " + (start + length));
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read a row", unreadable);
    }
    return buffer.array();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException stuck) {
      throw new UncheckedIOException("cannot close the row file", stuck);
    }
  }
}
