package dev.pindah.report.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The one way in which evidence lies in a zip: uncompressed, without dates, rights or extra fields.
 * So the bytes around the files follow from the files alone and a change of any of them shows.
 */
final class ZipLayout {
  static final int LOCAL = 0x04034b50;
  static final int LOCAL_LENGTH = 30;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_LENGTH = 46;
  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final short VERSION = 20;
  private static final short UTF8_NAMES = 0x0800;
  private static final short STORED = 0;

  /** 1 January 1980, the first day that the format knows. */
  private static final int NO_TIME = 0x0021_0000;

  private ZipLayout() {}

  /** What stands before the bytes of a file. */
  static byte[] local(Entry entry) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[LOCAL_LENGTH + name.length];
    ByteBuffer header = over(bytes).putInt(LOCAL).putShort(VERSION);
    common(header, entry, name);
    header.put(name);
    return bytes;
  }

  /** A file's line in the directory at the end. */
  static byte[] central(Entry entry, long place) {
    byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[CENTRAL_LENGTH + name.length];
    ByteBuffer header = over(bytes).putInt(CENTRAL).putShort(VERSION).putShort(VERSION);
    common(header, entry, name);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
    header.putInt((int) place).put(name);
    return bytes;
  }

  private static void common(ByteBuffer header, Entry entry, byte[] name) {
    header.putShort(UTF8_NAMES).putShort(STORED).putInt(NO_TIME).putInt((int) entry.crc());
    header.putInt((int) entry.size()).putInt((int) entry.size());
    header.putShort((short) name.length).putShort((short) 0);
  }

  /** What closes the zip. */
  static byte[] end(int entries, long directorySize, long directoryPlace) {
    byte[] bytes = new byte[END_LENGTH];
    ByteBuffer end = over(bytes).putInt(END).putShort((short) 0).putShort((short) 0);
    end.putShort((short) entries).putShort((short) entries);
    end.putInt((int) directorySize).putInt((int) directoryPlace).putShort((short) 0);
    return bytes;
  }

  private static ByteBuffer over(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
