package dev.pindah.cli;

import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import java.util.Locale;

/** The row counts per phase as a table for the terminal. */
final class RowTable {
  private RowTable() {}

  /** Calls of the load beside what was expected of them. */
  static void calls(Output output, Summary summary) {
    if (summary.loadCalls().isEmpty()) {
      return;
    }
    output.say(String.format(Locale.ROOT, "%-24s %9s %9s", "calls of", "forecast", "used"));
    summary
        .loadCalls()
        .forEach(
            calls ->
                output.say(
                    String.format(
                        Locale.ROOT,
                        "%-24s %,9d %,9d",
                        calls.object().wire() + " " + calls.part(),
                        calls.forecast(),
                        calls.used())));
  }

  static void say(Output output, Summary summary) {
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-10s", "object"));
    PhaseRow.HEADS.forEach(name -> head.append(String.format(Locale.ROOT, "%9s", name)));
    output.say(head.toString());
    for (PhaseRow row : summary.phases()) {
      StringBuilder line =
          new StringBuilder(String.format(Locale.ROOT, "%-10s", row.object().wire()));
      row.numbers().forEach(number -> line.append(String.format(Locale.ROOT, "%,9d", number)));
      output.say(line.toString());
    }
    summary
        .reasons()
        .forEach(
            reasons ->
                reasons
                    .counts()
                    .forEach(
                        (code, count) ->
                            output.say(
                                String.format(
                                    Locale.ROOT,
                                    "  %,d %s %s: %s",
                                    count,
                                    reasons.object().wire(),
                                    reasons.state().wire(),
                                    code))));
  }
}
