package dev.pindah.cli;

import dev.pindah.journey.load.DryRun.Intent;
import dev.pindah.model.ObjectName;
import dev.pindah.report.Summary;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

  @Override
  int run(Session session) {
    session.requireConfirmed();
    if (dryRun) {
      return intend(session);
    }
    PrepareCommand.sweep(session);
    session.journey().load();
    Summary summary = Summary.read(session.ledger);
    ReportFiles.errors(session);
    if (session.output.json()) {
      Output.print(SummaryJson.run(summary));
    } else {
      RowTable.say(session.output, summary);
      session.output.say("next: pindah reconcile");
    }
    return summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static int intend(Session session) {
    Map<ObjectName, Intent> intents = session.journey().dryRun();
    ObjectNode json = Output.object();
    ArrayNode objects = json.putArray("objects");
    session.output.say("object        create   update    match     hold     skip");
    intents.forEach(
        (object, intent) -> {
          session.output.say(
              String.format(
                  Locale.ROOT,
                  "%-12s %,7d  %,7d  %,7d  %,7d  %,7d",
                  object.wire(),
                  intent.create(),
                  intent.update(),
                  intent.match(),
                  intent.hold(),
                  intent.skip()));
          intent.samples().forEach(sample -> session.output.say("    " + sample));
          ArrayNode samples =
              objects
                  .addObject()
                  .put("object", object.wire())
                  .put("create", intent.create())
                  .put("update", intent.update())
                  .put("match", intent.match())
                  .put("hold", intent.hold())
                  .put("skip", intent.skip())
                  .putArray("samples");
          intent.samples().forEach(samples::add);
        });
    if (session.output.json()) {
      Output.print(json);
    }
    session.output.say("nothing was written to the target; next: pindah load");
    return ExitCode.DONE;
  }
}
