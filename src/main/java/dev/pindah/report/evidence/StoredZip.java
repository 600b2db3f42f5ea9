package dev.pindah.report.evidence;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes a zip in the one layout of {@link ZipLayout}. */
final class StoredZip implements AutoCloseable {
  private static final int MOST_ENTRIES = 0xFFFE;

  private final FileChannel channel;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();

  StoredZip(Path file) throws IOException {
    this.channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** The bytes of one file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Adds a file; the header is written once its size and hash are known. */
  Entry add(String name, Content content) throws IOException {
    if (!Entry.allowed(name)) {
      throw new IllegalArgumentException("no name for evidence: " + name);
    }
    long place = channel.position();
    int header = ZipLayout.local(new Entry(name, 0, "", 0)).length;
    channel.position(place + header);
    OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    Tally tally = new Tally(buffered);
    content.writeTo(tally);
    buffered.flush();
    Entry entry = tally.entry(name);
    long end = channel.position();
    if (end > Entry.LARGEST || entries.size() == MOST_ENTRIES) {
      throw new IOException("the evidence is larger than a zip can hold (4 GiB, 65,534 files)");
    }
    write(ZipLayout.local(entry), place);
    channel.position(end);
    entries.add(entry);
    places.add(place);
    return entry;
  }

  private void write(byte[] bytes, long place) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long at = place;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  /** Writes the directory and makes the file durable. */
  void finish() throws IOException {
    long place = channel.position();
    write(directory(entries, places, place), place);
    channel.force(true);
  }

  /** Everything after the last file. */
  static byte[] directory(List<Entry> entries, List<Long> places, long place) throws IOException {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    for (int number = 0; number < entries.size(); number++) {
      directory.write(ZipLayout.central(entries.get(number), places.get(number)));
    }
    int size = directory.size();
    directory.write(ZipLayout.end(entries.size(), size, place));
    return directory.toByteArray();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
