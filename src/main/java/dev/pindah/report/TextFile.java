package dev.pindah.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The one way in which reports in text reach the disk. Texts of customers may hold halves of
 * letters that no encoding has: a question mark stands for them, and nothing fails.
 */
public final class TextFile {
  private TextFile() {}

  /** Written beside and moved into place, so that a crash leaves the old file whole. */
  public static void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
