package dev.pindah.cli;

import dev.pindah.report.Summary;
import picocli.CommandLine.Command;

@Command(
    name = "load",
    description = {
      "Brings every ready record to the target, exactly once; goes on where it was stopped.",
      "Waits for its gates (exit 3); ends with 4 when records were refused or are held."
    })
final class LoadCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    session.requireConfirmed();
    session.journey().load();
    Summary summary = Summary.read(session.ledger);
    if (session.output.json()) {
      Output.print(SummaryJson.run(summary));
    } else {
      RowTable.say(session.output, summary);
      session.output.say("next: pindah reconcile");
    }
    return summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
