package dev.pindah.cli;

import dev.pindah.connect.http.Redact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What nobody expected: the trace goes into a file without personal data, one line to the user. */
final class CrashReport {
  private static final String FILE = "pindah-crash.txt";

  private CrashReport() {}

  static String write(Exception failure, Path workspace) {
    String line =
        "unexpected: "
            + failure.getClass().getSimpleName()
            + ": "
            + Redact.text(String.valueOf(failure.getMessage()));
    try {
      Path file = workspace.resolve(FILE);
      Files.writeString(file, line + "\n" + trace(failure));
      return line + " (details without personal data: " + file + "); running again is safe";
    } catch (IOException unwritable) {
      return line + "; running again is safe";
    }
  }

  /** Places only: messages of causes may quote data. */
  private static String trace(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      text.append(cause.getClass().getName()).append('\n');
      text.append(
          Arrays.stream(cause.getStackTrace())
              .map(frame -> "  at " + frame)
              .collect(Collectors.joining("\n")));
      text.append('\n');
    }
    return text.toString();
  }
}
