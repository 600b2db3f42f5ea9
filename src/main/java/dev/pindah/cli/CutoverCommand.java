package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.Journey.Delta;
import dev.pindah.journey.Journey.Lag;
import dev.pindah.journey.cutover.Deletions;
import dev.pindah.journey.cutover.SettleDeletions.Settled;
import dev.pindah.journey.cutover.Whatsapp;
import dev.pindah.journey.cutover.Writers;
import dev.pindah.journey.cutover.Writers.Writer;
import dev.pindah.model.Gate;
import dev.pindah.model.RecordKey;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "cutover",
    description = {
      "The day on which people change over: delta, conflicts, freeze, sign-off.",
      "As often as wanted, --delta brings over what changed in the source; cells that people "
          + "changed on the target are kept, cells that were changed on both sides wait for a "
          + "decision (exit 3). Then --freeze, a last --delta, and --sign-off."
    })
final class CutoverCommand extends WorkspaceCommand {
  /** Records and cells that are named on the terminal. */
  private static final int SHOWN = 20;

  private static final Duration QUIET = Duration.ofMinutes(10);

  /** In a rehearsal nobody waits for people. */
  private static final Duration GLANCE = Duration.ofSeconds(5);

  @Option(
      names = "--freeze",
      description = {
        "Look twice at the source, with a time between, whether somebody still writes there;"
            + " passes",
        "the gate source-frozen when nobody does."
      })
  boolean freeze;

  @Option(
      names = "--quiet",
      paramLabel = "MINUTES",
      description = {
        "Time between the two looks of --freeze: 10 by default, and a few seconds where all"
            + " accounts are",
        "simulated on this machine."
      })
  @Nullable Integer quiet;

  @Option(names = "--delta", description = "Bring over what has changed since the last pass.")
  boolean delta;

  @Option(
      names = "--lag",
      description = {
        "Say how many records a delta would write now, and how long that takes; writes nothing to"
            + " the",
        "target. When it is small enough, the window is."
      })
  boolean lag;

  @Option(
      names = "--deletions",
      paramLabel = "list|tag|delete",
      defaultValue = "list",
      description = {
        "With --delta: what becomes of records that were deleted in the source after they were"
            + " moved:",
        "listed (default), tagged 'qontak-deleted', or deleted where nobody touched them; the last"
            + " two",
        "need --by."
      })
  Deletions deletions = Deletions.LIST;

  @Mixin CutoverAnswers answers = new CutoverAnswers();

  @Option(
      names = "--conflicts",
      description = {
        "List the cells that were changed on both sides, and write them to"
            + " reports/sample-conflicts.csv",
        "and .xlsx, where the column 'resolve' takes source, target, newest or ask."
      })
  boolean conflicts;

  @Option(
      names = "--resolve",
      paramLabel = "RULE|FILE",
      description = {
        "Settle conflicts: all of them by source, target or newest, or each as the file (.csv or"
            + " .xlsx)",
        "says; 'ask' leaves one open. Needs --by. What the source won is written with the next"
            + " --delta."
      })
  String resolve = "";

  @Option(
      names = "--sign-off",
      description = "Record the business sign-off and write reports/sign-off.pdf; needs --by.")
  boolean signOff;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides or signs off.")
  String by = "";

  @Override
  int run(Session session) {
    long asked =
        Stream.of(freeze, delta, lag, conflicts, !resolve.isEmpty(), signOff, answers.given())
            .filter(flag -> flag)
            .count();
    if (asked != 1) {
      throw new UsageException(
          "say one of --lag, --delta, --conflicts, --resolve, --freeze or --sign-off"
              + " ('pindah cutover --help' explains them)");
    }
    boolean decides =
        signOff || !resolve.isEmpty() || answers.given() || deletions != Deletions.LIST;
    if (decides && by.isBlank()) {
      throw new UsageException("a decision needs a name: --by NAME");
    }
    if (freeze) {
      return freeze(session);
    }
    if (delta) {
      return delta(session);
    }
    if (lag) {
      return lag(session);
    }
    ConflictDesk desk = new ConflictDesk(session);
    if (conflicts) {
      return desk.list();
    }
    if (answers.given()) {
      return answers.keep(session, by);
    }
    return signOff ? signOff(session) : desk.resolve(resolve, by);
  }

  private int freeze(Session session) {
    if (quiet != null && quiet < 1) {
      throw new UsageException("--quiet takes at least one minute");
    }
    session.requireConfirmed();
    Duration between =
        quiet != null
            ? Duration.ofMinutes(quiet)
            : session.config.rehearsal() && session.config.clockFactor() <= 1 ? GLANCE : QUIET;
    List<RecordKey> changed = session.journey().freeze(between);
    List<Writer> writers = new Writers(session.ledger).of(changed);
    if (session.output.json()) {
      ObjectNode json = Output.object();
      json.put("frozen", changed.isEmpty());
      ArrayNode list = json.putArray("changed");
      changed.forEach(key -> list.add(key.object().wire() + " " + key.id()));
      ArrayNode writing = json.putArray("writers");
      writers.forEach(
          writer ->
              writing
                  .addObject()
                  .put("who", writer.who())
                  .put("sure", writer.sure())
                  .put("records", writer.records()));
      Output.print(json);
    } else if (changed.isEmpty()) {
      session.output.say("nobody writes to Qontak any more; next: pindah cutover --delta");
    } else {
      changed.stream().limit(SHOWN).forEach(key -> session.output.say("still changing: " + key));
      writers.stream()
          .limit(SHOWN)
          .forEach(
              writer ->
                  session.output.say(
                      (writer.sure() ? "written by " : "owned by ")
                          + writer.who()
                          + ": "
                          + writer.records()
                          + " records"));
      session.output.say(
          changed.size()
              + " records changed while we looked; ask people to stop, then run this again, or:"
              + " pindah gate waive source-frozen --by NAME --reason TEXT");
    }
    return changed.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private int delta(Session session) {
    Mapping mapping = session.requireConfirmed();
    long before = session.clock.millis();
    Delta done = session.journey().delta(mapping, deletions, by);
    Settled deleted = done.settled();
    long seconds = (session.clock.millis() - before) / 1000;
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      session.flush();
      Output.print(
          SummaryJson.run(Summary.read(session.ledger))
              .put("conflicts", done.conflicts())
              .put("tombstones", done.tombstones().size())
              .put("kept", done.kept())
              .put("lag", done.lag())
              .put("seconds", seconds)
              .put("tagged", deleted.tagged())
              .put("deleted", deleted.deleted())
              .put("leftAlone", deleted.leftAlone()));
    } else {
      say(session, done);
      if (deletions != Deletions.LIST) {
        session.output.say(
            deleted.tagged()
                + " of them tagged, "
                + deleted.deleted()
                + " deleted, "
                + deleted.leftAlone()
                + " left alone: touched by people, linked with others, or there before us");
      }
    }
    if (done.conflicts() > 0) {
      return ExitCode.WAITING;
    }
    return done.outcome().balanced() && summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static void say(Session session, Delta done) {
    ReconcileCommand.say(session.output, done.outcome());
    session.output.say(done.lag() + " records were behind and have been brought over");
    if (done.kept() > 0) {
      session.output.say(done.kept() + " cells stay as people changed them on the target");
    }
    done.tombstones().stream()
        .limit(SHOWN)
        .forEach(key -> session.output.say("deleted in Qontak, still on the target: " + key));
    if (done.tombstones().size() > SHOWN) {
      session.output.say("… and " + (done.tombstones().size() - SHOWN) + " more; see the report");
    }
    session.output.say(
        done.conflicts() > 0
            ? done.conflicts()
                + " cells were changed on both sides; next: pindah cutover --conflicts"
            : "no conflicts; next: pindah cutover --freeze, a last --delta, then --sign-off");
  }

  private int lag(Session session) {
    Lag behind = session.journey().lag(session.requireConfirmed());
    double perHour =
        session.config.freshsales().plan().callsPerHour() * session.config.freshsales().share();
    long seconds = (long) Math.ceil(behind.records() * 3600 / Math.max(1, perHour));
    if (session.output.json()) {
      Output.print(
          Output.object()
              .put("lag", behind.records())
              .put("creates", behind.creates())
              .put("updates", behind.updates())
              .put("tombstones", behind.deleted())
              .put("seconds", seconds));
    } else {
      session.output.say(
          String.format(
              Locale.ROOT,
              "%,d records behind (%,d new, %,d changed, %,d deleted): about %d min at the plan's"
                  + " rate; next: pindah cutover --delta",
              behind.records(),
              behind.creates(),
              behind.updates(),
              behind.deleted(),
              Math.ceilDiv(seconds, 60)));
    }
    return ExitCode.DONE;
  }

  private int signOff(Session session) {
    List<Gate> needed = new ArrayList<>();
    if (new Whatsapp(session.ledger).used()) {
      needed.addAll(Gates.WHATSAPP);
    }
    needed.add(Gate.SOURCE_FROZEN);
    needed.add(Gate.DELTA_CLEAN);
    session.gates().require("the sign-off", needed);
    session.gates().pass(Gate.BUSINESS_SIGN_OFF, by, "signed off");
    ReportFiles.write(session, Summary.read(session.ledger));
    Path sheet = session.workspace.reports().resolve("sign-off.pdf");
    if (session.output.json()) {
      Output.print(
          Output.object().put("signedOff", true).put("by", by).put("sheet", sheet.toString()));
    } else {
      session.output.say("signed off by " + by + "; the sheet: " + sheet);
      session.output.say("next: pindah watch, for 72 hours");
    }
    return ExitCode.DONE;
  }
}
