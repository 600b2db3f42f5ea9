package dev.pindah.report.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A zip as somebody hands it over; nothing of it is ever unpacked to disk. */
interface Archive extends AutoCloseable {
  /** Names in the order of the file; one that occurs twice is there twice. */
  List<String> names();

  /**
   * Size and hash of a file as it lies here.
   *
   * @param limit bytes after which reading stops; a longer file has then another size and hash
   */
  Entry entry(String name, long limit) throws IOException;

  InputStream open(String name) throws IOException;

  @Override
  void close() throws IOException;
}
