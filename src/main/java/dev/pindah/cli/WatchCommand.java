package dev.pindah.cli;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.http.Webhook;
import dev.pindah.journey.Journey.Watched;
import dev.pindah.journey.cutover.WatchWindow;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.WatchLooks.Look;
import dev.pindah.model.Finding;
import dev.pindah.model.Gate;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.page.WatchReport;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "watch",
    description = {
      "After the sign-off: looks at both sides for 72 hours and writes to neither.",
      "Tells what people changed on the target from what is broken, and counts late writes "
          + "in the source. Ends with 4 when the last look found something broken. It can be "
          + "stopped and started again; --once is for a scheduler."
    })
final class WatchCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;

  @Option(names = "--once", description = "Look once and end.")
  boolean once;

  @Option(
      names = "--every",
      paramLabel = "MINUTES",
      defaultValue = "60",
      description = "Time between two looks; ${DEFAULT-VALUE} by default.")
  int every;

  @Option(
      names = "--webhook",
      paramLabel = "URL",
      defaultValue = "${env:PINDAH_WEBHOOK}",
      description = {
        "Tell a channel (Slack, Teams or whatever takes their JSON) when a look brings news; the",
        "message names no customer. Also taken from the environment: PINDAH_WEBHOOK."
      })
  String webhook = "";

  @Override
  int run(Session session) {
    if (every < 1) {
      throw new UsageException("--every takes at least one minute");
    }
    Optional<Webhook> channel = channel();
    Mapping mapping = session.requireConfirmed();
    Instant signed = signed(session);
    WatchWindow window = new WatchWindow(signed, session.clock, session.config.clockFactor());
    while (true) {
      Optional<Watched> seen = look(session, mapping, signed);
      boolean over = window.over();
      List<Look> looks = session.ledger.read(tables -> tables.watchLooks().since(signed));
      seen.ifPresent(found -> tell(session, found, signed, looks, over));
      WatchWindow.news(looks, over).ifPresent(news -> send(session, channel, news, looks));
      if (once || (over && seen.isPresent())) {
        return seen.map(Watched::broken).map(List::isEmpty).orElse(false)
            ? ExitCode.DONE
            : ExitCode.INCOMPLETE;
      }
      session.connectors().tempo().of(window.pause(Duration.ofMinutes(every)));
    }
  }

  /** A side that is down for a while does not end the watch; for a scheduler it does. */
  private Optional<Watched> look(Session session, Mapping mapping, Instant signed) {
    try {
      Watched seen = session.journey().watch(mapping, signed);
      keep(
          session,
          new Look(
              session.clock.instant(),
              seen.edited(),
              seen.broken().size(),
              seen.lateWrites(),
              true));
      return Optional.of(seen);
    } catch (RemoteException away) {
      keep(session, new Look(session.clock.instant(), 0, 0, 0, false));
      if (once || away.kind() != Kind.UNREACHABLE) {
        throw away;
      }
      session.output.say(away.getMessage() + " — looking again later");
      return Optional.empty();
    }
  }

  private static void keep(Session session, Look look) {
    session.ledger.record(tables -> tables.watchLooks().save(look));
  }

  private void tell(Session session, Watched seen, Instant signed, List<Look> looks, boolean over) {
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
    ObjectNode json = json(seen, signed, over).put("looks", looks.size());
    Path reports = session.workspace.makeReports();
    session.workspace.write(reports.resolve("watch.json"), json.toPrettyString() + "\n");
    session.workspace.write(
        reports.resolve("watch.html"),
        WatchReport.page(
            session.config.migration(),
            signed,
            looks,
            codes(seen),
            over,
            session.config.transform().zone()));
    if (session.output.json() && (once || over)) {
      Output.print(json);
    } else if (!session.output.json()) {
      say(session, seen, over);
    }
  }

  private static void send(
      Session session, Optional<Webhook> channel, String news, List<Look> looks) {
    Look now = looks.getLast();
    String text =
        String.format(
            Locale.ROOT,
            "Pindah, %s: %s. %d findings, %d cells edited by people, %d late writes.",
            session.config.migration(),
            news,
            now.broken(),
            now.edited(),
            now.lateWrites());
    // A channel that is closed must not end the watch.
    channel.flatMap(open -> open.say(text)).ifPresent(session.output::say);
  }

  private Optional<Webhook> channel() {
    if (webhook == null || webhook.isBlank()) {
      return Optional.empty();
    }
    try {
      URI address = new URI(webhook.strip());
      boolean here = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
      if (address.getHost() != null
          && ("https".equals(address.getScheme())
              || (here && "http".equals(address.getScheme())))) {
        return Optional.of(new Webhook(address));
      }
    } catch (URISyntaxException noAddress) {
      throw new UsageException("--webhook is no address", noAddress);
    }
    throw new UsageException("--webhook takes an https address");
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
