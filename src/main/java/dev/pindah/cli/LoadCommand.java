package dev.pindah.cli;

import dev.pindah.journey.load.Intent;
import dev.pindah.model.ObjectName;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.Summary;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "load",
    description = {
      "Brings every ready record to the target, exactly once; goes on where it was stopped.",
      "Waits for its gates (exit 3); ends with 4 when records were refused or are held."
    })
final class LoadCommand extends WorkspaceCommand {
  @Option(
      names = "--dry-run",
      description = {
        "Read the target and say per object what would be created, updated, matched, held or",
        "skipped; writes nothing to it and needs no gate but the confirmed mapping."
      })
  boolean dryRun;

  @Option(
      names = "--reassign",
      paramLabel = "OWNERS.csv",
      description = {
        "Give owners without a user on the target one after all: columns owner (id or e-mail in"
            + " the",
        "source) and to (e-mail on the target). Only the records that they own are written."
      })
  @Nullable Path owners;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who reassigns; the user of this computer when it is left out.")
  String by = "";

  @Override
  int run(Session session) {
    Mapping mapping = session.requireConfirmed();
    if (owners != null) {
      int changed = new ReassignOwners(session, owners).run(mapping, person());
      session.output.say(changed + " owners reassigned");
      session.journey().transform(session.requireConfirmed());
    }
    if (dryRun) {
      return intend(session);
    }
    PrepareCommand.sweep(session);
    session.journey().load();
    Summary summary = Summary.read(session.ledger);
    ReportFiles.errors(session);
    ReportFiles.owners(session);
    if (session.output.json()) {
      session.flush();
      Output.print(SummaryJson.load(Summary.read(session.ledger)));
    } else {
      RowTable.say(session.output, summary);
      RowTable.calls(session.output, summary);
      session.output.say("next: pindah reconcile");
    }
    return summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private String person() {
    return by.isBlank() ? System.getProperty("user.name", "unknown") : by;
  }

  private static int intend(Session session) {
    Map<ObjectName, Intent> intents = session.journey().dryRun();
    session.output.say(DryRunTable.HEAD);
    intents.forEach(
        (object, intent) -> DryRunTable.lines(object, intent).forEach(session.output::say));
    if (session.output.json()) {
      Output.print(DryRunTable.json(intents));
    }
    session.output.say(
        "nothing was written to the target; the load would take about "
            + DryRunTable.calls(intents)
            + " calls; next: pindah load");
    return ExitCode.DONE;
  }
}
