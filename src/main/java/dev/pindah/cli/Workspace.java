package dev.pindah.cli;

import dev.pindah.cli.config.ConfigReader;
import dev.pindah.connect.Halt;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.report.TextFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder of one migration; one process at a time. */
final class Workspace implements AutoCloseable {
  private static final String LOCK = ".pindah.lock";
  private static final Duration LOOK = Duration.ofMillis(250);
  private static final String CONSOLE = ".pindah-console.lock";

  private final Path folder;
  private final FileChannel channel;

  private Workspace(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Refuses when another process works here. */
  static Workspace open(Path folder) {
    return take(folder, LOCK)
        .orElseThrow(
            () ->
                new UsageException(
                    "another pindah process"
                        + owner(folder, LOCK)
                        + " works in this workspace; wait for it or stop it"));
  }

  /** Waits until no other process works here, and says once for whom. */
  static Workspace await(Path folder, Halt halt, Consumer<String> says) {
    Optional<Workspace> taken = take(folder, LOCK);
    if (taken.isEmpty()) {
      says.accept("waits for another pindah process" + owner(folder, LOCK) + " in this workspace");
    }
    while (taken.isEmpty()) {
      halt.check();
      pause(halt);
      taken = take(folder, LOCK);
    }
    return taken.get();
  }

  private static void pause(Halt halt) {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      halt.wish();
    }
  }

  /** Beside whoever works here; only one console at a time. */
  static Workspace look(Path folder) {
    return take(folder, CONSOLE)
        .orElseThrow(
            () ->
                new UsageException(
                    "another console"
                        + owner(folder, CONSOLE)
                        + " serves this workspace; open its page or stop it"));
  }

  /** Empty when another process holds the lock. */
  private static Optional<Workspace> take(Path folder, String lock) {
    if (!Files.isRegularFile(folder.resolve(ConfigReader.FILE))) {
      throw new UsageException(
          "no "
              + ConfigReader.FILE
              + " in "
              + folder.toAbsolutePath().normalize()
              + " — run 'pindah init' there, or name the folder with --workspace");
    }
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(lock),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
          1);
      return Optional.of(new Workspace(folder, channel));
    } catch (IOException unwritable) {
      throw new UsageException(
          "the workspace " + folder + " cannot be written; check its owner and rights", unwritable);
    }
  }

  /** Locks the first byte only, so that others can still read who holds it. */
  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock(0, 1, false);
      return lock != null;
    } catch (OverlappingFileLockException here) {
      return false;
    }
  }

  /** Who holds a lock, for people; blank when nobody can tell. */
  private static String owner(Path folder, String lock) {
    try (FileChannel channel = FileChannel.open(folder.resolve(lock), StandardOpenOption.READ)) {
      ByteBuffer pid = ByteBuffer.allocate(20);
      int read = channel.read(pid, 1);
      return read > 0
          ? " (pid " + new String(pid.array(), 0, read, StandardCharsets.UTF_8).strip() + ")"
          : "";
    } catch (IOException gone) {
      return "";
    }
  }

  Path folder() {
    return folder;
  }

  Path mappingFile() {
    return folder.resolve(MappingReader.FILE);
  }

  /** The same, made when it is not there. */
  Path makeReports() {
    try {
      return Files.createDirectories(reports());
    } catch (IOException unwritable) {
      throw new UsageException(reports() + " cannot be made; check the rights", unwritable);
    }
  }

  Path reports() {
    return folder.resolve("reports");
  }

  String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UsageException(file.getFileName() + " cannot be read as UTF-8 text", unreadable);
    }
  }

  /** Written beside and moved into place, so that a crash leaves the old file whole. */
  void write(Path file, String text) {
    try {
      TextFile.write(file, text);
    } catch (IOException unwritable) {
      throw new UsageException(file + " cannot be written; is the disk full?", unwritable);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException harmless) {
      // the lock goes with the process at the latest
    }
  }
}
