package dev.pindah.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles a class into a room that reaches through the wall into the command line. */
final class Breach {
  private Breach() {}

  static JavaClasses into(String room) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target"), "breach");
    Path other = folder.resolve("Forbidden.java");
    Files.writeString(
        other,
        "package dev.pindah.cli; public final class Forbidden { public static void call() {} }");
    Path breach = folder.resolve("Breach.java");
    Files.writeString(
        breach,
        "package dev.pindah."
            + room
            + "; final class Breach { void reach() { dev.pindah.cli.Forbidden.call(); } }");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int failed =
        compiler.run(
            null, null, null, "-d", folder.toString(), other.toString(), breach.toString());
    if (failed != 0) {
      throw new IllegalStateException("the broken class does not compile");
    }
    return new ClassFileImporter().importPaths(List.of(folder));
  }
}
