package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.extract.Extract;
import dev.pindah.journey.sample.Sample;
import dev.pindah.model.Gate;
import dev.pindah.model.Product;
import dev.pindah.report.Summary;
import java.nio.file.Files;
import java.util.Optional;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "status",
    description = "Where the migration stands and what comes next; calls nobody.")
final class StatusCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    session.confirmedMapping();
    Summary summary = Summary.read(session.ledger);
    Optional<Gate> open = session.gates().firstOpen(Gates.BEFORE_LOAD);
    String next = next(session, summary, open);
    if (session.output.json()) {
      ObjectNode json = SummaryJson.run(summary);
      json.put("migration", session.config.migration());
      open.ifPresent(gate -> json.put("waitsFor", gate.id()));
      json.put("next", next);
      Output.print(json);
      return ExitCode.DONE;
    }
    session.output.say("migration " + session.config.migration());
    if (!summary.books().isEmpty()) {
      RowTable.say(session.output, summary);
    }
    session.output.say(
        "calls so far: "
            + summary.sourceCalls()
            + " to the source, "
            + summary.destinationCalls()
            + " to the destination");
    open.ifPresent(
        gate -> session.output.say("load waits for '" + gate.id() + "': " + gate.needs()));
    session.output.say("next: " + next);
    return ExitCode.DONE;
  }

  private static String next(Session session, Summary summary, Optional<Gate> open) {
    if (session.ledger.read(tables -> tables.inventories().latest(Product.QONTAK)).isEmpty()) {
      return "pindah discover";
    }
    if (!Files.exists(session.workspace.mappingFile())) {
      return "pindah map --propose";
    }
    if (open.equals(Optional.of(Gate.MAPPING_CONFIRMED))) {
      return "pindah map --confirm --by NAME";
    }
    if (open.equals(Optional.of(Gate.SCHEMA_READY)) || open.equals(Optional.of(Gate.PREFLIGHT))) {
      return "pindah prepare";
    }
    if (!Extract.finished(session.ledger)) {
      return "pindah extract";
    }
    if (summary.books().isEmpty() || open.equals(Optional.of(Gate.VALIDATION))) {
      return "pindah transform";
    }
    if (open.equals(Optional.of(Gate.SAMPLE_ACCEPTED)) && !Sample.taken(session.ledger)) {
      return "pindah sample";
    }
    if (open.isPresent()) {
      return "pindah gate pass " + open.get().id() + " --by NAME --reason TEXT";
    }
    return summary.books().stream().allMatch(books -> books.balanced())
        ? "pindah reconcile"
        : "pindah load";
  }
}
