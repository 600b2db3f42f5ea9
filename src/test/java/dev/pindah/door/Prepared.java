package dev.pindah.door;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A workspace in which everything is approved, and what the admin made by hand, kept beside the
 * packed program: whichever test process needs a kind of rehearsal first prepares it for all.
 */
record Prepared(Path folder) {
  private static final List<String> FILES =
      List.of("pindah.db", "mapping.yaml", "mapping.schema.json");
  private static final String MADE = "made.json";

  static synchronized Prepared once(String kind, Supplier<Rehearsal> prepare) throws IOException {
    UUID name = UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8));
    Path folder = Path.of(Launch.jar() + "-ready-" + name);
    try (FileChannel channel =
            FileChannel.open(
                Path.of(folder + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.exists(folder)) {
        keep(prepare.get(), folder);
      }
    }
    return new Prepared(folder);
  }

  private static void keep(Rehearsal rehearsal, Path folder) throws IOException {
    Path half = Files.createTempDirectory(folder.getParent(), "ready");
    for (String name : FILES) {
      Files.copy(rehearsal.folder.resolve(name), half.resolve(name));
    }
    Files.writeString(half.resolve(MADE), Json.array().addAll(rehearsal.made).toString());
    Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  void into(Rehearsal rehearsal) throws IOException {
    for (String name : FILES) {
      Files.copy(
          folder.resolve(name),
          rehearsal.folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    rehearsal.make(Json.parse(Files.readString(folder.resolve(MADE))));
    rehearsal.automations(false);
  }
}
