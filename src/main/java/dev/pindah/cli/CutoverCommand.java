package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.Journey.Delta;
import dev.pindah.journey.cutover.Conflicts;
import dev.pindah.journey.cutover.Conflicts.Winner;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Gate;
import dev.pindah.model.KeptCell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.row.SourceRow;
import dev.pindah.report.ConflictSheet;
import dev.pindah.report.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "cutover",
    description = {
      "The day on which people change over. As often as wanted: --delta brings over what changed in",
      "the source; cells that people changed on the target are kept, cells that were changed on both",
      "sides wait for a decision (exit 3). Then --freeze, a last --delta, and --sign-off."
    })
final class CutoverCommand extends WorkspaceCommand {
  /** Records and cells that are named on the terminal. */
  private static final int SHOWN = 20;

  private static final int CHANNELS = 500;

  @Option(
      names = "--freeze",
      description = {
        "Look twice at the source, with a time between, whether somebody still writes there; passes",
        "the gate source-frozen when nobody does."
      })
  boolean freeze;

  @Option(
      names = "--quiet",
      paramLabel = "MINUTES",
      defaultValue = "10",
      description = "Time between the two looks of --freeze; ${DEFAULT-VALUE} by default.")
  int quiet;

  @Option(names = "--delta", description = "Bring over what has changed since the last pass.")
  boolean delta;

  @Option(
      names = "--conflicts",
      description = {
        "List the cells that were changed on both sides, and write them to reports/sample-conflicts.csv,",
        "where the column 'resolve' takes source, target or newest."
      })
  boolean conflicts;

  @Option(
      names = "--resolve",
      paramLabel = "RULE|FILE",
      description = {
        "Settle conflicts: all of them by source, target or newest, or each as the file says; needs",
        "--by. What the source won is written with the next --delta."
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
        Stream.of(freeze, delta, conflicts, !resolve.isEmpty(), signOff)
            .filter(flag -> flag)
            .count();
    if (asked != 1) {
      throw new UsageException(
          "say one of --delta, --conflicts, --resolve, --freeze or --sign-off"
              + " ('pindah cutover --help' explains them)");
    }
    if ((signOff || !resolve.isEmpty()) && by.isBlank()) {
      throw new UsageException("a decision needs a name: --by NAME");
    }
    if (freeze) {
      return freeze(session);
    }
    if (delta) {
      return delta(session);
    }
    if (conflicts) {
      return list(session);
    }
    return signOff ? signOff(session) : resolve(session);
  }

  private int freeze(Session session) {
    if (quiet < 1) {
      throw new UsageException("--quiet takes at least one minute");
    }
    session.requireConfirmed();
    List<RecordKey> changed = session.journey().freeze(Duration.ofMinutes(quiet));
    if (session.output.json()) {
      ObjectNode json = Output.object();
      json.put("frozen", changed.isEmpty());
      ArrayNode list = json.putArray("changed");
      changed.forEach(key -> list.add(key.object().wire() + " " + key.id()));
      Output.print(json);
    } else if (changed.isEmpty()) {
      session.output.say("nobody writes to Qontak any more; next: pindah cutover --delta");
    } else {
      changed.stream().limit(SHOWN).forEach(key -> session.output.say("still changing: " + key));
      session.output.say(
          changed.size()
              + " records changed while we looked; ask people to stop, then run this again, or:"
              + " pindah gate waive source-frozen --by NAME --reason TEXT");
    }
    return changed.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private int delta(Session session) {
    Delta done = session.journey().delta(session.requireConfirmed());
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      session.flush();
      Output.print(
          SummaryJson.run(Summary.read(session.ledger))
              .put("conflicts", done.conflicts())
              .put("tombstones", done.tombstones().size())
              .put("kept", done.kept())
              .put("lag", done.lag()));
    } else {
      say(session, done);
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

  private static Conflicts of(Session session) {
    return new Conflicts(session.ledger, session.clock);
  }

  private int list(Session session) {
    List<KeptCell> open = of(session).open();
    Path file = session.workspace.makeReports().resolve(ConflictSheet.FILE);
    session.workspace.write(file, ConflictSheet.csv(open));
    if (session.output.json()) {
      ObjectNode json = Output.object();
      ArrayNode list = json.putArray("conflicts");
      open.forEach(
          cell ->
              list.addObject()
                  .put("object", cell.key().object().wire())
                  .put("id", cell.key().id())
                  .put("field", cell.attribute())
                  .put("source", ConflictSheet.plain(cell.sourceValue()))
                  .put("target", ConflictSheet.plain(cell.targetValue())));
      Output.print(json);
    } else {
      open.stream()
          .limit(SHOWN)
          .forEach(cell -> session.output.say(cell.key() + ": " + cell.attribute()));
      session.output.say(
          open.isEmpty()
              ? "no cell was changed on both sides"
              : open.size()
                  + " conflicts, with both values, in "
                  + file
                  + "; settle them with --resolve source|target|newest|FILE --by NAME");
    }
    return open.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  private int resolve(Session session) {
    Conflicts conflicts = of(session);
    List<KeptCell> open = conflicts.open();
    List<String> rules = List.of("source", "target", "newest");
    int settled = 0;
    if (rules.contains(resolve)) {
      Winner winner = Winner.valueOf(resolve.toUpperCase(Locale.ROOT));
      open.forEach(cell -> conflicts.settle(cell, winner, by));
      settled = open.size();
    } else {
      Path file = Path.of(resolve);
      if (!Files.isRegularFile(file)) {
        throw new UsageException(
            "'" + resolve + "' is neither source, target nor newest, nor a file");
      }
      Map<String, String> chosen = ConflictSheet.choices(session.workspace.read(file));
      List<String> unknown =
          chosen.values().stream().filter(rule -> !rules.contains(rule)).distinct().toList();
      if (!unknown.isEmpty()) {
        throw new UsageException(
            file + ": 'resolve' takes source, target or newest, not " + unknown);
      }
      for (KeptCell cell : open) {
        String rule = chosen.get(ConflictSheet.place(cell));
        if (rule != null) {
          conflicts.settle(cell, Winner.valueOf(rule.toUpperCase(Locale.ROOT)), by);
          settled++;
        }
      }
    }
    int left = open.size() - settled;
    if (session.output.json()) {
      Output.print(Output.object().put("settled", settled).put("open", left));
    } else {
      session.output.say(
          settled + " conflicts settled, " + left + " open; next: pindah cutover --delta");
    }
    return left == 0 ? ExitCode.DONE : ExitCode.WAITING;
  }

  private int signOff(Session session) {
    List<Gate> needed = new ArrayList<>();
    if (whatsApp(session)) {
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

  /** Whether a WhatsApp number hangs on the source account. */
  private static boolean whatsApp(Session session) {
    List<SourceRecord> channels =
        session.ledger.read(
            tables -> tables.sourceRecords().page(ObjectName.CHANNEL, "", CHANNELS));
    return channels.stream()
        .map(channel -> new SourceRow(channel.json()).text("target_channel"))
        .anyMatch(kind -> kind.equals("wa") || kind.equals("wa_cloud"));
  }
}
