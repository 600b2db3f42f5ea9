package dev.pindah.cli;

import dev.pindah.journey.rollback.Rollback;
import dev.pindah.journey.rollback.Rollback.Kept;
import dev.pindah.journey.rollback.Rollback.Outcome;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "rollback",
    description = {
      "Deletes what the migration made, puts back what it changed, keeps what people touched since.",
      "Look first: pindah rollback --dry-run. Ends with 4 when records were kept or failed."
    })
final class RollbackCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;

  @Option(names = "--dry-run", description = "say what would happen; writes nothing")
  boolean dry;

  @Option(names = "--by", paramLabel = "NAME", description = "who takes the migration back")
  String by = "";

  @Override
  int run(Session session) {
    if (!dry && by.isBlank()) {
      throw new UsageException(
          "rollback needs the name of the person: --by NAME; or look first with --dry-run");
    }
    if (!dry) {
      session.ledger.record(
          tables ->
              tables
                  .decisions()
                  .append("rollback", "rollback", by, "started", session.clock.instant()));
    }
    Outcome outcome =
        new Rollback(session.connectors().destination(), session.ledger, session.progress).run(dry);
    List<String> residue = Rollback.residue(outcome);
    if (session.output.json()) {
      Output.print(json(outcome, residue));
    } else {
      say(session.output, outcome, residue);
    }
    return outcome.kept().isEmpty() && outcome.errored().isEmpty()
        ? ExitCode.DONE
        : ExitCode.INCOMPLETE;
  }

  private static ObjectNode json(Outcome outcome, List<String> residue) {
    ObjectNode json = Output.object();
    json.put("reversed", outcome.reversed());
    json.put("deleted", outcome.deleted());
    json.put("restored", outcome.restored());
    json.put("untouched", outcome.untouched());
    json.put("kept", outcome.kept().size());
    json.put("errored", outcome.errored().size());
    list(json.putArray("keptRecords"), outcome.kept());
    list(json.putArray("erroredRecords"), outcome.errored());
    ArrayNode rest = json.putArray("residue");
    residue.forEach(rest::add);
    return json;
  }

  private static void list(ArrayNode array, List<Kept> kept) {
    kept.forEach(
        one ->
            array
                .addObject()
                .put("object", one.pair().key().object().wire())
                .put("id", one.pair().key().id())
                .put("targetId", one.pair().targetId())
                .put("reason", one.reason()));
  }

  private void say(Output output, Outcome outcome, List<String> residue) {
    output.say(
        (dry ? "would delete " : "deleted ")
            + outcome.deleted()
            + ", "
            + (dry ? "would put back " : "put back ")
            + outcome.restored()
            + ", left alone "
            + outcome.untouched());
    say(output, "kept", outcome.kept());
    say(output, "failed", outcome.errored());
    residue.forEach(line -> output.say("stays: " + line));
    if (dry) {
      output.say("to do it: pindah rollback --by NAME");
    }
  }

  private static void say(Output output, String word, List<Kept> records) {
    if (!records.isEmpty()) {
      output.say(word + " " + records.size() + ":");
      records.stream()
          .limit(SHOWN)
          .forEach(one -> output.say("  " + one.pair().key() + ": " + one.reason()));
    }
  }
}
