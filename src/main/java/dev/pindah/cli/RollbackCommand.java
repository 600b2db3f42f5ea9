package dev.pindah.cli;

import dev.pindah.connect.Eraser;
import dev.pindah.journey.Gates;
import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.rollback.Outcome.Kept;
import dev.pindah.journey.rollback.RemoveSchema;
import dev.pindah.journey.rollback.RemoveSchema.Removed;
import dev.pindah.journey.rollback.Rollback.Scope;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "rollback",
    description = {
      "Deletes what the migration made, puts back what it changed, keeps what people touched"
          + " since.",
      "Look first: pindah rollback --dry-run. Can be stopped and run again. Ends with 4 when"
          + " records",
      "were kept or failed."
    })
final class RollbackCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;

  @Option(names = "--dry-run", description = "say what would happen; writes nothing")
  boolean dry;

  @Option(names = "--by", paramLabel = "NAME", description = "who takes the migration back")
  String by = "";

  @Option(
      names = "--object",
      split = ",",
      paramLabel = "OBJECT",
      description = "only these, for instance deal,note; the others stay as they are")
  List<String> objects = List.of();

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "records that are undone together, 1 to 100 (default: ${DEFAULT-VALUE})")
  int batch = Eraser.MOST;

  @Option(
      names = "--schema",
      description = "remove as well what prepare --apply made, where no record holds values in it")
  boolean schema;

  @Override
  int run(Session session) {
    Scope scope = scope();
    if (!dry) {
      session.ledger.record(
          tables ->
              tables
                  .decisions()
                  .append("rollback", "rollback", by, "started", session.clock.instant()));
    }
    Outcome outcome = session.journey().rollback(scope);
    List<Removed> fields =
        schema
            ? new RemoveSchema(session.connectors().destination(), session.ledger, session.progress)
                .run(dry, outcome.kept())
            : List.of();
    if (!dry) {
      reopen(session.gates(), outcome, fields);
    }
    List<String> residue = new ArrayList<>(outcome.residue());
    fields.stream()
        .filter(field -> !field.done())
        .forEach(field -> residue.add("field \"" + field.label() + "\" stays: " + field.why()));
    Path page = new RollbackFiles(outcome, residue, fields).write(session, by, dry);
    if (session.output.json()) {
      Output.print(json(outcome, residue, fields));
    } else {
      say(session.output, outcome, residue, fields);
      session.output.say("report: " + page);
      if (dry) {
        session.output.say("to do it: pindah rollback --by NAME");
      }
    }
    return outcome.complete() && fields.stream().allMatch(Removed::done)
        ? ExitCode.DONE
        : ExitCode.INCOMPLETE;
  }

  /** What stood on the target when a gate passed stands there no longer. */
  private static void reopen(Gates gates, Outcome outcome, List<Removed> fields) {
    if (fields.stream().anyMatch(Removed::done)) {
      gates.observe(Gate.SCHEMA_READY, false, "a rollback removed fields");
    }
    if (outcome.reversed() > 0) {
      String why = "a rollback took records back";
      gates.observe(Gate.EXPORT_RECONCILED, false, why);
      gates.observe(Gate.DELTA_CLEAN, false, why);
    }
  }

  private Scope scope() {
    if (!dry && by.isBlank()) {
      throw new UsageException(
          "rollback needs the name of the person: --by NAME; or look first with --dry-run");
    }
    if (batch < 1 || batch > Eraser.MOST) {
      throw new UsageException("--batch is a number from 1 to " + Eraser.MOST);
    }
    Set<ObjectName> named = EnumSet.noneOf(ObjectName.class);
    for (String name : objects) {
      named.add(
          ObjectName.of(name)
              .filter(ObjectName::moves)
              .or(() -> ObjectName.of(name).filter(ObjectName.FILE::equals))
              .orElseThrow(() -> new UsageException(unknown(name))));
    }
    return new Scope(dry, named, batch);
  }

  private static String unknown(String name) {
    return "--object "
        + name
        + ": no such object"
        + Problems.nearest(name, Arrays.stream(ObjectName.values()).map(ObjectName::wire))
            .map(near -> "; did you mean '" + near + "'?")
            .orElse("");
  }

  static ObjectNode json(Outcome outcome, List<String> residue, List<Removed> fields) {
    ObjectNode json = UndoneJson.of(outcome, residue);
    if (!fields.isEmpty()) {
      fields.forEach(
          field ->
              json.withArray("fields")
                  .addObject()
                  .put("module", field.module().wire())
                  .put("label", field.label())
                  .put("removed", field.done())
                  .put("reason", field.why()));
    }
    return json;
  }

  private void say(Output output, Outcome outcome, List<String> residue, List<Removed> fields) {
    output.say(
        (dry ? "would delete " : "deleted ")
            + outcome.deleted()
            + ", "
            + (dry ? "would put back " : "put back ")
            + outcome.restored()
            + ", off lists "
            + outcome.left()
            + ", left alone "
            + outcome.untouched()
            + ", gone before "
            + outcome.gone());
    say(output, "kept", outcome.kept());
    say(output, "failed", outcome.errored());
    fields.stream()
        .filter(Removed::done)
        .forEach(
            field ->
                output.say((dry ? "would remove" : "removed") + " field \"" + field.label() + '"'));
    residue.forEach(line -> output.say("stays: " + line));
    outcome.proof().ifPresent(proof -> output.say(UndoneJson.words(proof)));
  }

  private static void say(Output output, String word, List<Kept> records) {
    if (!records.isEmpty()) {
      output.say(word + " " + records.size() + ":");
      records.stream()
          .limit(SHOWN)
          .forEach(one -> output.say("  " + one.step().key() + ": " + one.step().detail()));
      if (records.size() > SHOWN) {
        output.say("  … and " + (records.size() - SHOWN) + " more; the report has all");
      }
    }
  }
}
