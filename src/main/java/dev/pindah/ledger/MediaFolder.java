package dev.pindah.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder with the bytes of files. A file lies under the SHA-256 of its content, so the same
 * content lies there once, and no name from outside ever becomes a path.
 *
 * @param root made when the first file is stored
 */
public record MediaFolder(Path root) {
  private static final String HASH = "[0-9a-f]{64}";

  /** Where the content lies or would lie. */
  public Path place(String sha256) {
    if (!sha256.matches(HASH)) {
      throw new IllegalArgumentException("no SHA-256 in lower-case hex");
    }
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  public boolean holds(String sha256) {
    return Files.isRegularFile(place(sha256));
  }

  public InputStream open(String sha256) throws IOException {
    return Files.newInputStream(place(sha256));
  }

  /** A new empty file for a download that is under way. */
  public Path draft() throws IOException {
    return Files.createTempFile(Files.createDirectories(root.resolve("drafts")), "file", ".part");
  }

  /** Takes a finished draft in; its hash was computed while it was written. */
  public void keep(Path draft, String sha256) throws IOException {
    Path place = place(sha256);
    Files.createDirectories(place.getParent());
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Throws away what an earlier process left unfinished. */
  public void sweep() throws IOException {
    Path drafts = root.resolve("drafts");
    if (Files.isDirectory(drafts)) {
      try (var left = Files.newDirectoryStream(drafts)) {
        for (Path draft : left) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }
}
