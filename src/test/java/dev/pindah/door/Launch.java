package dev.pindah.door;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * How {@code pindah} is started: from a jar with an ahead-of-time cache, as the launcher does. The
 * tests start it hundreds of times. Both are made once per build, whichever test process comes
 * first.
 */
final class Launch {
  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xlog:disable");
  private static final String MAIN = "dev.pindah.cli.Main";
  private static final List<String> ENTRIES =
      List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  private static final Path JAR = jar(classes());
  private static final List<String> COMMAND = make();

  private Launch() {}

  /** Everything before the arguments. */
  static List<String> command() {
    return COMMAND;
  }

  /** The packed program; what belongs to this build of it lies beside it, with its name. */
  static Path jar() {
    return JAR;
  }

  private static Path classes() {
    return ENTRIES.stream()
        .map(Path::of)
        .map(Path::toAbsolutePath)
        .filter(Launch::program)
        .findFirst()
        .orElseThrow();
  }

  private static Path jar(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      long newest = files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
      return Files.createDirectories(classes.resolveSibling("door"))
          .resolve("pindah-" + newest + ".jar");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> make() {
    Path cache = Path.of(JAR + ".aot");
    List<String> path = new ArrayList<>(List.of(JAR.toString()));
    ENTRIES.stream().filter(entry -> entry.endsWith(".jar")).forEach(path::add);
    String classPath = String.join(File.pathSeparator, path);
    try (FileChannel channel =
            FileChannel.open(
                JAR.resolveSibling("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      if (held.isValid() && !Files.exists(JAR)) {
        pack(classes(), JAR);
        train(cache, classPath);
        trainInDepth(cache, classPath);
      }
      // Without a cache it only starts slower.
      return command("-XX:AOTCache=" + cache, classPath);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static boolean program(Path entry) {
    return Files.isRegularFile(entry.resolve(MAIN.replace('.', '/') + ".class"));
  }

  private static void pack(Path classes, Path jar) throws IOException {
    Path beside = jar.resolveSibling("packing.jar");
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(System.out, System.err, "-c0f", beside.toString(), "-C", classes.toString(), ".");
    if (code != 0) {
      throw new AssertionError("the program cannot be packed: " + code);
    }
    Files.move(beside, jar);
  }

  /** A command that opens a ledger loads most of what every command loads. */
  private static void train(Path cache, String classPath) throws IOException {
    Path workspace = Files.createTempDirectory(cache.getParent(), "training");
    Files.writeString(
        workspace.resolve("pindah.yaml"),
        """
        migration: training
        source:
          qontak:
            base-url: http://127.0.0.1:9
            client-id: nobody
            client-secret: nothing
        destination:
          freshsales:
            base-url: http://127.0.0.1:9
            api-key: nothing
        """);
    training(cache, classPath, "--workspace", workspace.toString(), "status").onExit().join();
  }

  /**
   * A whole migration loads what all others load. It takes its time, so the tests begin meanwhile;
   * programs that start later begin with what it has loaded.
   */
  private static void trainInDepth(Path cache, String classPath) throws IOException {
    Path deeper = cache.resolveSibling("deeper.aot");
    Path workspace = Files.createTempDirectory(cache.getParent(), "training");
    var _ =
        training(deeper, classPath, "--workspace", workspace.resolve("demo").toString(), "demo")
            .onExit()
            .thenRun(() -> take(deeper, cache));
  }

  private static void take(Path deeper, Path cache) {
    try {
      Files.move(deeper, cache, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException noCache) {
      // The first one serves on.
    }
  }

  private static Process training(Path cache, String classPath, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(command("-XX:AOTCacheOutput=" + cache, classPath));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> command(String cache, String classPath) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(cache);
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", classPath, MAIN));
    return List.copyOf(command);
  }
}
