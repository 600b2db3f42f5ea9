package dev.pindah.cli;

import dev.pindah.cli.config.ConfigReader;
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

/** The folder of one migration; one process at a time. */
final class Workspace implements AutoCloseable {
  private static final String LOCK = ".pindah.lock";

  private final Path folder;
  private final FileChannel channel;

  private Workspace(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static Workspace open(Path folder) {
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
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String owner = owner(channel);
        channel.close();
        throw new UsageException(
            "another pindah process" + owner + " works in this workspace; wait for it or stop it");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
          1);
      return new Workspace(folder, channel);
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

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer pid = ByteBuffer.allocate(20);
    int read = channel.read(pid, 1);
    return read > 0
        ? " (pid " + new String(pid.array(), 0, read, StandardCharsets.UTF_8).strip() + ")"
        : "";
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
