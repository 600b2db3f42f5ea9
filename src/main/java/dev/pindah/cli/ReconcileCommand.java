package dev.pindah.cli;

import dev.pindah.journey.Journey.Outcome;
import dev.pindah.journey.reconcile.Depth;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.report.Summary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "reconcile",
    description = {
      "Reads the target back, compares every record and every cell, and plans the whole migration"
          + " again: nothing may be left to write.",
      "Ends with 4 when the books do not balance or records were refused or are held."
    })
final class ReconcileCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;

  @Option(
      names = "--parents",
      paramLabel = "N",
      description = {
        "Notes are read back through the record that they hang on, a call each. Draw N of these",
        "records instead of reading all; the report says so."
      })
  int parents = Depth.WHOLE.parents();

  @Option(
      names = "--bodies",
      paramLabel = "N",
      description = {
        "Files whose target gives their bodies back (a helpdesk's) are read and hashed, a call each.",
        "Draw N of them, 0 for none: name and length are compared then; the report says so."
      })
  int bodies = Depth.WHOLE.bodies();

  @Option(
      names = "--judge",
      paramLabel = "OBJECT:ID=right|wrong:WHAT",
      description = {
        "What a person found on a drawn record (sample-side-by-side.html); all=right takes what is",
        "left. Reads nothing; needs --by. Repeatable."
      })
  List<String> verdicts = List.of();

  @Option(names = "--by", paramLabel = "NAME", description = "Who has looked.")
  String by = "";

  @Override
  int run(Session session) {
    if (!verdicts.isEmpty()) {
      return new JudgeSample(session).run(verdicts, by);
    }
    if (parents < 1) {
      throw new UsageException("--parents takes a number from 1");
    }
    if (bodies < 0) {
      throw new UsageException("--bodies takes a number from 0");
    }
    Outcome outcome =
        session.journey().reconcile(session.requireConfirmed(), new Depth(parents, bodies));
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      Output.print(json(outcome));
    } else {
      RowTable.say(session.output, summary);
      say(session.output, outcome);
      session.output.say("reports: " + session.workspace.reports());
    }
    return outcome.balanced() && summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static ObjectNode json(Outcome outcome) {
    ObjectNode json = Output.object();
    json.put("balanced", outcome.balanced());
    ObjectNode cells = json.putObject("cells");
    outcome.reconciliation().cells().forEach(cells::put);
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : outcome.reconciliation().findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("object", finding.object())
          .put("id", finding.id())
          .put("field", finding.field())
          .put("detail", finding.detail());
    }
    json.putObject("secondPass")
        .put("creates", outcome.secondPass().creates())
        .put("updates", outcome.secondPass().updates());
    ArrayNode ladder = json.putArray("ladder");
    for (Rung rung : outcome.proof().ladder()) {
      ladder
          .addObject()
          .put("rung", rung.id())
          .put("state", rung.state().name().toLowerCase(Locale.ROOT))
          .put("says", rung.says());
    }
    ArrayNode roots = json.putArray("roots");
    for (Root root : outcome.proof().roots()) {
      roots
          .addObject()
          .put("object", root.object())
          .put("records", root.records())
          .put("meant", root.meant())
          .put("found", root.found());
    }
    return json;
  }

  static void say(Output output, Outcome outcome) {
    output.say(
        "cells: "
            + outcome.reconciliation().cells().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ")));
    List<Finding> errors =
        outcome.reconciliation().findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    errors.stream()
        .limit(SHOWN)
        .forEach(
            finding ->
                output.say(
                    "  "
                        + finding.code()
                        + ": "
                        + finding.object()
                        + " "
                        + finding.id()
                        + " "
                        + finding.field()
                        + ": "
                        + finding.detail()));
    if (errors.size() > SHOWN) {
      output.say("  … and " + (errors.size() - SHOWN) + " more in the report");
    }
    output.say(
        "second pass: "
            + outcome.secondPass().creates()
            + " creates, "
            + outcome.secondPass().updates()
            + " updates");
    for (Rung rung : outcome.proof().ladder()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-7s %-13s %s",
              rung.state().name().toLowerCase(Locale.ROOT),
              rung.id(),
              rung.says()));
    }
    output.say(outcome.balanced() ? "the books balance" : "the books do NOT balance");
  }
}
