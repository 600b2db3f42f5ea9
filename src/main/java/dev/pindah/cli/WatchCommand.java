package dev.pindah.cli;

import dev.pindah.journey.Journey.Watched;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Finding;
import dev.pindah.model.Gate;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.Mapping;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "watch",
    description = {
      "After the sign-off: looks at both sides for 72 hours and writes to neither. Tells what people",
      "changed on the target from what is broken, and counts late writes in the source. Ends with 4",
      "when the last look found something broken. It can be stopped and started again; --once is for",
      "a scheduler."
    })
final class WatchCommand extends WorkspaceCommand {
  private static final Duration LENGTH = Duration.ofDays(3);
  private static final int SHOWN = 20;

  @Option(names = "--once", description = "Look once and end.")
  boolean once;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "Time between two looks; ${DEFAULT-VALUE} by default.")
  int every;

  @Override
  int run(Session session) {
    if (every < 1) {
      throw new UsageException("--every takes at least one minute");
    }
    Mapping mapping = session.requireConfirmed();
    Instant signed = signed(session);
    // In rehearsals time passes faster.
    Duration length = Duration.ofMillis((long) (LENGTH.toMillis() / session.config.clockFactor()));
    while (true) {
      Watched seen = session.journey().watch(mapping, signed);
      boolean over = !session.clock.instant().isBefore(signed.plus(length));
      if (over) {
        session
            .gates()
            .observe(
                Gate.WATCH_CLOSED,
                seen.broken().isEmpty(),
                seen.broken().isEmpty()
                    ? "72 hours without damage"
                    : seen.broken().size() + " findings at the end of the watch");
      }
      ObjectNode json = json(seen, signed, over);
      session.workspace.write(
          session.workspace.makeReports().resolve("watch.json"), json.toPrettyString() + "\n");
      if (session.output.json() && (once || over)) {
        Output.print(json);
      } else if (!session.output.json()) {
        say(session, seen, over);
      }
      if (once || over) {
        return seen.broken().isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
      }
      session.connectors().tempo().of(Duration.ofMinutes(every));
    }
  }

  private static Instant signed(Session session) {
    return session
        .ledger
        .read(tables -> tables.decisions().latest("gate:" + Gate.BUSINESS_SIGN_OFF.id()))
        .filter(decision -> decision.kind().equals("gate-passed"))
        .map(Decision::at)
        .orElseThrow(
            () ->
                new WaitingForPerson(
                    Gate.BUSINESS_SIGN_OFF,
                    "the watch begins with the sign-off — 'pindah cutover --sign-off --by NAME'"));
  }

  private static ObjectNode json(Watched seen, Instant signed, boolean over) {
    ObjectNode json = Output.object();
    json.put("signedOffAt", signed.toString());
    json.put("edited", seen.edited());
    json.put("broken", seen.broken().size());
    json.put("lateWrites", seen.lateWrites());
    json.put("closed", over);
    ObjectNode codes = json.putObject("findings");
    codes(seen).forEach(codes::put);
    return json;
  }

  private static Map<String, Long> codes(Watched seen) {
    return seen.broken().stream()
        .collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
  }

  private static void say(Session session, Watched seen, boolean over) {
    session.output.say(
        seen.edited()
            + " cells changed by people on the target, "
            + seen.broken().size()
            + " findings that nobody explains, "
            + seen.lateWrites()
            + " records still written in Qontak");
    seen.broken().stream()
        .limit(SHOWN)
        .forEach(
            finding ->
                session.output.say(
                    "  "
                        + finding.code()
                        + " "
                        + finding.object()
                        + " "
                        + finding.id()
                        + " "
                        + finding.field()));
    if (seen.lateWrites() > 0) {
      session.output.say("late writes are brought over with: pindah cutover --delta");
    }
    if (over) {
      session.output.say("the 72 hours are over; 'pindah gate list' shows whether the gate passed");
    }
  }
}
