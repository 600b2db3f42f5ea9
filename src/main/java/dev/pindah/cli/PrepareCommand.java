package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.prepare.Check;
import dev.pindah.journey.prepare.Circumstances;
import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.journey.prepare.Prepare;
import dev.pindah.journey.prepare.Question;
import dev.pindah.journey.prepare.Readiness;
import dev.pindah.journey.prepare.probe.ProbeTarget;
import dev.pindah.journey.prepare.probe.Sweep;
import dev.pindah.journey.prepare.probe.Sweep.Swept;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import dev.pindah.model.Promise;
import dev.pindah.model.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
      description = "make what an API can make: fields of Freshdesk, nothing in Freshsales")
  boolean apply;

  @Option(
      names = "--experimental-fields",
      description =
          "with --apply: also try an undocumented way to make Freshsales fields; only what the"
              + " account shows afterwards counts")
  boolean experimental;

  @Option(
      names = "--probe",
      description = {
        "try out on throw-away records what the target's documents leave open (dropdowns by text or"
            + " id, custom values merged or replaced, bulk, index lag …); they are removed again,",
        "and the answers configure the load"
      })
  boolean probe;

  @Option(
      names = "--answer",
      paramLabel = "QUESTION=ANSWER",
      description = {
        "says what no endpoint tells; kept as a decision, may be repeated, needs --by:",
        "seats, region, time-zone, storage-used, automations, lifecycle-rules, notifications,"
            + " key-role"
      })
  Map<String, String> answers = new LinkedHashMap<>();

  @Option(names = "--by", paramLabel = "NAME", description = "who answers")
  String by = "";

  @Override
  int run(Session session) {
    if (experimental && !apply) {
      throw new UsageException("--experimental-fields goes with --apply");
    }
    answer(session);
    Mapping mapping = apply || probe ? session.requireConfirmed() : session.mappingFile();
    sweep(session);
    Readiness readiness = prepare(session, mapping);
    if (apply) {
      readiness = apply(session, mapping, readiness);
    }
    if (probe) {
      probe(session);
    }
    List<Promise> promises = session.ledger.read(tables -> tables.promises().all());
    ClickList.write(session, readiness, promises);
    if (session.output.json()) {
      Output.print(ReadinessJson.of(readiness, promises));
    } else {
      say(session, readiness);
      promises.forEach(promise -> session.output.say(words(promise)));
      next(session, readiness);
    }
    return readiness.schemaReady() && readiness.blocking().isEmpty()
        ? ExitCode.DONE
        : ExitCode.WAITING;
  }

  /** Removes what a probe that was killed left on the target. */
  static void sweep(Session session) {
    if (session.ledger.read(tables -> tables.canaries().left()).isEmpty()) {
      return;
    }
    Swept swept =
        new Sweep(session.connectors().destination(), session.ledger, session.connectors().tempo())
            .run();
    session.output.say(
        swept.removed()
            + " throw-away records of an earlier probe removed"
            + (swept.left() > 0 ? ", " + swept.left() + " could not be; run this again" : ""));
  }

  private void probe(Session session) {
    List<Promise> promises =
        new ProbeTarget(
                session.connectors().destination(),
                session.ledger,
                session.clock,
                session.connectors().tempo(),
                session.connectors().tempo()::currentTimeNanos,
                session.progress)
            .run();
    long tried = promises.stream().filter(Promise::tried).count();
    session.ledger.record(
        tables ->
            tables
                .decisions()
                .append(
                    "probed",
                    "probe",
                    by.isBlank() ? Gates.PROGRAM : by,
                    tried + " of " + promises.size() + " questions answered by the target",
                    session.clock.instant()));
    int left = session.ledger.read(tables -> tables.canaries().left()).size();
    if (left > 0) {
      session.output.say(
          left + " throw-away records could not be removed; 'pindah prepare' tries again");
    }
  }

  private static String words(Promise promise) {
    return String.format(
        Locale.ROOT,
        "  %-7s %-22s %-8s %s",
        promise.tried() ? "found" : "assumed",
        promise.id(),
        promise.answer(),
        promise.detail());
  }

  /** All answers are read before the first is kept. */
  private void answer(Session session) {
    if (answers.isEmpty()) {
      return;
    }
    if (by.isBlank()) {
      throw new UsageException("an answer is a decision: say who gives it, with --by NAME");
    }
    Map<Question, String> read = new LinkedHashMap<>();
    answers.forEach(
        (id, text) -> {
          Question question = Question.of(id.strip()).orElseThrow(() -> unknown(id));
          read.put(
              question,
              question
                  .read(text)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "--answer "
                                  + id
                                  + ": '"
                                  + text
                                  + "' is no answer; expected is "
                                  + question.form())));
        });
    session.ledger.record(
        tables ->
            read.forEach(
                (question, text) ->
                    tables
                        .decisions()
                        .append("answer", question.subject(), by, text, session.clock.instant())));
  }

  private static UsageException unknown(String id) {
    String all =
        Arrays.stream(Question.values()).map(Question::id).collect(Collectors.joining(", "));
    return new UsageException(
        "nobody asks '"
            + id
            + "'"
            + Problems.nearest(id, Arrays.stream(Question.values()).map(Question::id))
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("")
            + " — questions: "
            + all);
  }

  private Readiness apply(Session session, Mapping mapping, Readiness readiness) {
    var said = stage(session).apply(readiness, experimental);
    said.forEach(session.output::say);
    if (said.isEmpty()) {
      session.output.say("nothing of this is made by API; an admin makes it by hand:");
      return readiness;
    }
    return prepare(session, mapping);
  }

  static Readiness prepare(Session session, Mapping mapping) {
    Readiness readiness = stage(session).run(mapping);
    Gates gates = session.gates();
    gates.observe(
        Gate.SCHEMA_READY,
        readiness.schemaReady(),
        readiness.schemaReady()
            ? "nothing left to make by hand"
            : readiness.toDo().size() + " things to make by hand");
    gates.observe(
        Gate.PREFLIGHT,
        readiness.blocking().isEmpty(),
        readiness.blocking().isEmpty()
            ? "no check fails"
            : "failing: " + readiness.blocking().stream().map(Check::id).toList());
    return readiness;
  }

  private static Prepare stage(Session session) {
    return new Prepare(
        session.connectors().destination(),
        session.ledger,
        session.clock,
        circumstances(session),
        session.progress);
  }

  private static Circumstances circumstances(Session session) {
    return new Circumstances(
        session.config.freshsales().plan(),
        session.config.freshsales().share(),
        session.config.transform().zone(),
        session.config.transform().placeholderOwner(),
        session.config.freshdesk().isPresent(),
        free(session),
        session.config.clockFactor() > 1);
  }

  private static long free(Session session) {
    try {
      return Files.getFileStore(session.workspace.folder()).getUsableSpace();
    } catch (IOException unknown) {
      return -1;
    }
  }

  private static void say(Session session, Readiness readiness) {
    Output output = session.output;
    output.say(ClickList.text(ClickList.clicks(session.config.migration(), readiness)));
    output.say(counts(readiness));
    readiness
        .impossible()
        .forEach(
            row ->
                output.say(
                    "  impossible on this plan: "
                        + row.item().module().wire()
                        + " "
                        + row.item().kind()
                        + " \""
                        + row.item().label()
                        + "\": "
                        + row.detail()
                        + (row.plan().isBlank() ? "" : "; plan that allows it: " + row.plan())));
    for (Check check : readiness.checks()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-7s %-28s %s",
              check.ok()
                  ? "ok"
                  : readiness.waived(check)
                      ? "waived"
                      : check.severity().name().toLowerCase(Locale.ROOT),
              check.id(),
              check.detail()));
      if (!check.ok() && !readiness.waived(check)) {
        output.say("          remedy: " + check.remedy());
      }
    }
  }

  private static String counts(Readiness readiness) {
    return Arrays.stream(State.values())
        .map(
            state ->
                readiness.rows().stream().filter(row -> row.state() == state).count()
                    + " "
                    + state.wire())
        .collect(Collectors.joining(" · ", "plan: ", ""));
  }

  private static void next(Session session, Readiness readiness) {
    Output output = session.output;
    if (!readiness.schemaReady()) {
      output.say(
          "the click-list lies in "
              + session.workspace.reports().resolve(ClickList.FILE + ".html")
              + "; when all is made, run 'pindah prepare' again");
    }
    readiness
        .blocking()
        .forEach(
            check ->
                output.say(
                    "blocked by "
                        + check.id()
                        + "; to go on in spite of it: pindah gate waive "
                        + check.id()
                        + " --by NAME --reason TEXT"));
    if (readiness.schemaReady() && readiness.blocking().isEmpty()) {
      output.say("the target is ready; next: pindah extract");
    }
  }
}
