package dev.pindah.cli;

import dev.pindah.connect.SchemaWriter;
import dev.pindah.journey.Gates;
import dev.pindah.journey.prepare.Check;
import dev.pindah.journey.prepare.Prepare;
import dev.pindah.journey.prepare.Prepare.Readiness;
import dev.pindah.journey.prepare.ToDo;
import dev.pindah.model.Gate;
import dev.pindah.model.mapping.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "prepare",
    description = {
      "Reads the target anew and lists what an admin has to make by hand.",
      "Ends with 3 until nothing is left; then the gates schema-ready and preflight pass."
    })
final class PrepareCommand extends WorkspaceCommand {
  @Option(
      names = "--apply",
      description = "make what an API can make: fields of Freshdesk tickets, nothing in Freshsales")
  boolean apply;

  @Option(
      names = "--probe",
      description = "try the target's validation with a throw-away record (not in this version)")
  boolean probe;

  @Override
  int run(Session session) {
    if (probe) {
      throw new UsageException(
          "--probe is not in this version; the checks of 'pindah prepare' read only");
    }
    Mapping mapping = apply ? session.requireConfirmed() : session.mappingFile();
    Readiness readiness = prepare(session, mapping);
    if (apply) {
      readiness = apply(session, mapping, readiness);
    }
    List<Check> blocking = blocking(session, readiness);
    if (session.output.json()) {
      Output.print(ReadinessJson.of(readiness));
    } else {
      say(session.output, readiness, blocking);
    }
    return readiness.schemaReady() && blocking.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private static Readiness apply(Session session, Mapping mapping, Readiness readiness) {
    Optional<SchemaWriter> writer = session.connectors().destination().schemaWriter();
    if (writer.isEmpty() || readiness.toDo().stream().noneMatch(ToDo::madeByApi)) {
      session.output.say("nothing of this is made by API; an admin makes it by hand:");
      return readiness;
    }
    stage(session).apply(writer.get(), readiness).forEach(session.output::say);
    return prepare(session, mapping);
  }

  static Readiness prepare(Session session, Mapping mapping) {
    Readiness readiness = stage(session).run(mapping);
    List<Check> blocking = blocking(session, readiness);
    Gates gates = session.gates();
    gates.observe(
        Gate.SCHEMA_READY,
        readiness.schemaReady(),
        readiness.schemaReady()
            ? "nothing left to make by hand"
            : readiness.toDo().size() + " things to make by hand");
    gates.observe(
        Gate.PREFLIGHT,
        blocking.isEmpty(),
        blocking.isEmpty()
            ? "no check fails"
            : "failing: " + blocking.stream().map(Check::id).toList());
    return readiness;
  }

  static List<Check> blocking(Session session, Readiness readiness) {
    return stage(session).blocking(readiness);
  }

  private static Prepare stage(Session session) {
    return new Prepare(
        session.connectors().destination().schema(),
        session.ledger,
        session.config.freshsales().plan(),
        session.progress);
  }

  private void say(Output output, Readiness readiness, List<Check> blocking) {
    int number = 1;
    for (ToDo toDo : readiness.toDo()) {
      output.say(String.format(Locale.ROOT, "%3d. %s", number++, words(toDo)));
    }
    readiness.impossible().forEach(what -> output.say("  impossible on this plan: " + what));
    for (Check check : readiness.checks()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-7s %-28s %s",
              check.ok() ? "ok" : check.severity().name().toLowerCase(Locale.ROOT),
              check.id(),
              check.detail()));
      if (!check.ok()) {
        output.say("          remedy: " + check.remedy());
      }
    }
    if (!readiness.schemaReady()) {
      output.say("make these in Admin Settings, then run 'pindah prepare' again");
    }
    blocking.forEach(
        check ->
            output.say(
                "blocked by "
                    + check.id()
                    + "; to go on in spite of it: pindah gate waive "
                    + check.id()
                    + " --by NAME --reason TEXT"));
    if (readiness.schemaReady() && blocking.isEmpty()) {
      output.say("the target is ready; next: pindah extract");
    }
  }

  private static String words(ToDo toDo) {
    StringBuilder words = new StringBuilder();
    words.append(toDo.module().wire()).append(": ").append(toDo.kind());
    words.append(" \"").append(toDo.label()).append('"');
    if (!toDo.type().isBlank()) {
      words.append(", type ").append(toDo.type());
    }
    if (!toDo.choices().isEmpty()) {
      words.append(", choices: ").append(String.join(" | ", toDo.choices()));
    }
    toDo.stages()
        .forEach(
            stage ->
                words.append(
                    String.format(
                        Locale.ROOT,
                        "%n       stage \"%s\" (%s, %d %%)",
                        stage.name(),
                        stage.type(),
                        stage.probability())));
    return words.toString();
  }
}
