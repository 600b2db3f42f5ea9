package dev.pindah.report.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip that some other program wrote, compressed or not. It is only read to name what is different
 * in it; how much is ever inflated has a limit.
 */
final class AnyArchive implements Archive {
  private static final long MOST = 4L * 1024 * 1024 * 1024;

  private final ZipFile zip;
  private long left = MOST;

  private AnyArchive(ZipFile zip) {
    this.zip = zip;
  }

  /** An {@link IOException} when it is no zip at all. */
  static AnyArchive read(Path file) throws IOException {
    try {
      return new AnyArchive(new ZipFile(file.toFile()));
    } catch (IllegalArgumentException unreadable) {
      throw new IOException("names in it are not UTF-8", unreadable);
    }
  }

  @Override
  public List<String> names() {
    return zip.stream().map(ZipEntry::getName).toList();
  }

  @Override
  public Entry entry(String name, long limit) throws IOException {
    long most = Math.min(limit, left);
    try (InputStream in = open(name)) {
      Entry entry = Tally.of(name, in, most);
      left = Math.max(0, left - entry.size());
      return entry;
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    InputStream in = entry == null ? null : zip.getInputStream(entry);
    if (in == null) {
      throw new NoSuchFileException(name);
    }
    return in;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
