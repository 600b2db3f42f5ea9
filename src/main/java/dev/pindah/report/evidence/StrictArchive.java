package dev.pindah.report.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Evidence as it was written: walks over every byte of the file and compares what lies around the
 * entries with what {@link ZipLayout} would write.
 */
final class StrictArchive implements Archive {
  private static final int NAME_LENGTH_AT = 26;
  private static final int SIZE_AT = 22;

  private final FileChannel channel;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();
  private final List<String> departures = new ArrayList<>();
  private boolean walkable = true;

  private StrictArchive(FileChannel channel) {
    this.channel = channel;
  }

  static StrictArchive read(Path file) throws IOException {
    StrictArchive archive = new StrictArchive(FileChannel.open(file));
    archive.walk();
    return archive;
  }

  /** Whether the entries could be found at all without the zip's own directory. */
  boolean walkable() {
    return walkable;
  }

  /** Places outside the entries that are not as they were written. */
  List<String> departures() {
    return List.copyOf(departures);
  }

  private void walk() throws IOException {
    long place = 0;
    while (place + ZipLayout.LOCAL_LENGTH <= channel.size()) {
      ByteBuffer fixed =
          ByteBuffer.wrap(bytes(place, ZipLayout.LOCAL_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
      if (fixed.getInt(0) != ZipLayout.LOCAL) {
        break;
      }
      int nameLength = Short.toUnsignedInt(fixed.getShort(NAME_LENGTH_AT));
      long size = Integer.toUnsignedLong(fixed.getInt(SIZE_AT));
      int header = ZipLayout.LOCAL_LENGTH + nameLength;
      if (place + header + size > channel.size()) {
        depart("at byte " + place + " an entry begins that is longer than the file");
        return;
      }
      byte[] whole = bytes(place, header);
      String name = new String(whole, ZipLayout.LOCAL_LENGTH, nameLength, StandardCharsets.UTF_8);
      Entry entry = Tally.of(name, at(place + header, size), size);
      if (!Arrays.equals(ZipLayout.local(entry), whole)) {
        departures.add("the header at byte " + place + " does not belong to what follows it");
      }
      entries.add(entry);
      places.add(place);
      place += header + size;
    }
    directory(place);
  }

  private void directory(long place) throws IOException {
    byte[] expected = StoredZip.directory(entries, places, place);
    long left = channel.size() - place;
    if (left != expected.length) {
      depart("after the last entry, at byte " + place + ", stands something else than a directory");
    } else if (!Arrays.equals(expected, bytes(place, expected.length))) {
      departures.add("the directory at byte " + place + " does not belong to the entries");
    }
  }

  private void depart(String why) {
    departures.add(why);
    walkable = false;
  }

  private byte[] bytes(long place, int length) throws IOException {
    byte[] bytes = new byte[length];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place + buffer.position()) < 0) {
        throw new IOException("the file became shorter while it was read");
      }
    }
    return bytes;
  }

  private InputStream at(long place, long size) throws IOException {
    channel.position(place);
    return new BufferedInputStream(
        new Bounded(Channels.newInputStream(channel), size), Math.clamp(size, 1, 1 << 16));
  }

  @Override
  public List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  @Override
  public Entry entry(String name, long limit) {
    return entries.get(names().indexOf(name));
  }

  @Override
  public InputStream open(String name) throws IOException {
    int number = names().indexOf(name);
    Entry entry = entries.get(number);
    return at(places.get(number) + ZipLayout.local(entry).length, entry.size());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
