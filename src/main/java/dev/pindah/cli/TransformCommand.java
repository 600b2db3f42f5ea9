package dev.pindah.cli;

import dev.pindah.model.Finding;
import dev.pindah.report.Summary;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
    name = "transform",
    description = {
      "Turns raw records into what shall stand on the target; calls nobody.",
      "Ends with 3 while its fix-list is not closed or waived."
    })
final class TransformCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;

  @Override
  int run(Session session) {
    List<Finding> fixes = session.journey().transform(session.requireConfirmed());
    Summary summary = Summary.read(session.ledger);
    if (session.output.json()) {
      Output.print(SummaryJson.run(summary));
    } else {
      RowTable.say(session.output, summary);
      fixes.stream().limit(SHOWN).forEach(fix -> session.output.say("  fix: " + words(fix)));
      if (fixes.size() > SHOWN) {
        session.output.say("  … and " + (fixes.size() - SHOWN) + " more");
      }
      session.output.say(
          fixes.isEmpty()
              ? "nothing to fix; next: pindah load"
              : "fix these in the source and extract again, or: pindah gate waive validation --by"
                  + " NAME --reason TEXT");
    }
    return fixes.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private static String words(Finding fix) {
    return List.of(fix.object(), fix.id(), fix.field(), fix.detail()).stream()
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }
}
