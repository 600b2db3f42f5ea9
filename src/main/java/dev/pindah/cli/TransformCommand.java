package dev.pindah.cli;

import dev.pindah.journey.Gates.State;
import dev.pindah.journey.transform.Fix;
import dev.pindah.model.Gate;
import dev.pindah.report.Summary;
import java.util.List;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "transform",
    description = {
      "Turns raw records into what shall stand on the target; calls nobody.",
      "Ends with 3 while its fix-list is not closed or waived."
    })
final class TransformCommand extends WorkspaceCommand {
  /** Whether the load waits for something on the fix-list. */
  static boolean waits(Session session, List<Fix> fixes) {
    return fixes.stream().anyMatch(Fix::pauses)
        && session.gates().state(Gate.VALIDATION) == State.OPEN;
  }

  @Override
  int run(Session session) {
    List<Fix> fixes = session.journey().transform(session.requireConfirmed());
    boolean waits = waits(session, fixes);
    FixList.write(session, fixes);
    Summary summary = Summary.read(session.ledger);
    if (session.output.json()) {
      ObjectNode json = SummaryJson.run(summary);
      json.set("fixes", FixList.json(fixes));
      Output.print(json);
    } else {
      RowTable.say(session.output, summary);
      FixList.say(session.output, fixes);
      if (!fixes.isEmpty()) {
        session.output.say("the fix-list lies in " + FixList.file(session));
      }
      session.output.say(
          waits
              ? "fix these in the source and extract again, or: pindah gate waive validation --by"
                  + " NAME --reason TEXT"
              : "nothing waits for a fix; next: pindah load");
    }
    return waits ? ExitCode.WAITING : ExitCode.DONE;
  }
}
