package dev.pindah.cli;

import dev.pindah.journey.Journey.Outcome;
import dev.pindah.journey.transform.Fix;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.Summary;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "run",
    description = {
      "extract, transform, load, reconcile; goes on where an earlier run was stopped.",
      "Waits for open gates (exit 3); ends with 4 when records were refused or are held."
    })
final class RunCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    Mapping mapping = session.requireConfirmed();
    new AdminFiles(session).takeIn();
    PrepareCommand.sweep(session);
    return finish(session, session.journey().run(mapping, fixes -> look(session, fixes)));
  }

  /** What the load waits for is to be seen without another command. */
  private static void look(Session session, List<Fix> fixes) {
    FixList.write(session, fixes);
    if (TransformCommand.waits(session, fixes)) {
      FixList.say(session.output, fixes);
      session.output.say("the fix-list lies in " + FixList.file(session));
    }
  }

  static int finish(Session session, Outcome outcome) {
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      session.flush();
      Output.print(SummaryJson.run(Summary.read(session.ledger)));
    } else {
      RowTable.say(session.output, summary);
      ReconcileCommand.say(session.output, outcome);
      session.output.say("reports: " + session.workspace.reports());
    }
    return outcome.balanced() && summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }
}
