package dev.pindah.cli;

import dev.pindah.journey.discover.Discover;
import dev.pindah.journey.discover.judge.Questions;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.schema.Inventory;
import dev.pindah.report.Words;
import dev.pindah.report.audit.AuditPage;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "discover",
    description = {
      "Audits both accounts; writes to neither.",
      "Schemas, users, pipelines, up to ten pages per object and what a few records have beneath them"
          + " go into the ledger, where 'map' and 'estimate' find them. Writes reports/discover.html"
          + " and .json. Run it again whenever an account has changed; after an extract it looks at"
          + " every record."
    })
final class DiscoverCommand extends WorkspaceCommand {
  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "" + Discover.ASKED,
      description =
          "records per branch to ask for notes, timelines, chats … (default: 10; 0: none)")
  int sample = Discover.ASKED;

  @Option(
      names = "--answer",
      paramLabel = "ID=VALUE",
      description = "answers a question that no API tells; needs --by and calls nobody; repeatable")
  Map<String, String> answers = new LinkedHashMap<>();

  @Option(names = "--by", paramLabel = "NAME", description = "who answers")
  String by = "";

  @Override
  int run(Session session) {
    if (sample < 0 || sample > 1_000) {
      throw new UsageException("--sample takes a number from 0 to 1000");
    }
    Optional<Audit> known = answers.isEmpty() ? Optional.empty() : answer(session);
    Audit audit = known.orElseGet(() -> discover(session, sample));
    Path page = write(session, audit);
    if (session.output.json()) {
      Output.print(AuditJson.json(audit, session.config.freshsales().plan()));
      return ExitCode.DONE;
    }
    say(session.output, audit);
    session.output.say("report: " + page);
    session.output.say("next: pindah estimate, pindah map --propose");
    return ExitCode.DONE;
  }

  /** Kept as decisions; the audit, when there is one, is judged anew. */
  private Optional<Audit> answer(Session session) {
    if (by.isBlank()) {
      throw new UsageException("--answer needs --by NAME: an answer is a decision");
    }
    List<String> wrong =
        answers.entrySet().stream()
            .flatMap(
                answer -> Questions.problem(answer.getKey(), answer.getValue().strip()).stream())
            .toList();
    if (!wrong.isEmpty()) {
      throw new UsageException(String.join("\n", wrong));
    }
    answers.forEach(
        (id, answer) ->
            Questions.answer(session.ledger, id, answer.strip(), by, session.clock.instant()));
    return AccountAudit.latest(session, List.of());
  }

  /** Audits both accounts and writes the reports. */
  static void discover(Session session) {
    write(session, discover(session, Discover.ASKED));
  }

  private static Audit discover(Session session, int sample) {
    new AdminFiles(session).takeIn();
    Discover.Discovery found =
        new Discover(
                session.connectors().source(),
                session.connectors().destination(),
                session.ledger,
                session.config.transform().zone(),
                sample,
                session.progress)
            .run();
    Audit audit =
        AccountAudit.judge(
            session, found.facts(), AccountAudit.terms(session, found.facts()), List.of());
    AccountAudit.keep(session, audit);
    return audit;
  }

  private static Path write(Session session, Audit audit) {
    Path folder = session.workspace.makeReports();
    Path page = folder.resolve("discover.html");
    session.workspace.write(
        page,
        AuditPage.page(
            session.config.migration(),
            audit,
            session.config.transform().zone(),
            Words.of(session.output.language())));
    ObjectNode json = AuditJson.json(audit, session.config.freshsales().plan());
    session.workspace.write(folder.resolve("discover.json"), json.toPrettyString() + "\n");
    return page;
  }

  private static void say(Output output, Audit audit) {
    side(output, "source", audit.source());
    audit.facts().counts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry ->
                output.say(
                    String.format(
                        Locale.ROOT,
                        "  %-16s %s%,d records, %s",
                        entry.getKey().wire(),
                        entry.getValue().number().exact() ? "" : "~",
                        entry.getValue().number().rounded(),
                        entry.getValue().basis().name().toLowerCase(Locale.ROOT))));
    side(output, "destination", audit.destination());
    audit
        .destination()
        .objects()
        .forEach(
            object ->
                output.say(
                    String.format(
                        Locale.ROOT,
                        "  %-16s %s records, %d fields",
                        object.name(),
                        object.count() < 0
                            ? "?"
                            : String.format(Locale.ROOT, "%,d", object.count()),
                        object.fields().size())));
    long same = audit.published().stream().filter(row -> row.relation().equals("1:1")).count();
    output.say(same + " of " + audit.published().size() + " objects map 1:1");
    output.say(
        String.format(
            Locale.ROOT,
            "grade %s, %.1f points; smallest plan that loses nothing: %s",
            audit.grade().letter(),
            audit.grade().points(),
            audit.advice().smallest().wire()));
    for (Trap trap : audit.traps()) {
      if (trap.state() != Trap.State.CLEAR) {
        output.say(
            "trap "
                + trap.id()
                + (trap.state() == Trap.State.ASKED ? " (ask): " : ": ")
                + trap.detail());
      }
    }
    output.say(
        String.format(
            Locale.ROOT,
            "%d kinds of loss, %d kinds of data findings",
            audit.losses().size(),
            audit.facts().issues().size()));
    var hours = audit.forecast().totalHours();
    output.say(
        String.format(
            Locale.ROOT,
            "forecast: %.1f hours (%.1f to %.1f)",
            hours.likely(),
            hours.low(),
            hours.high()));
  }

  private static void side(Output output, String side, Inventory inventory) {
    output.say(
        String.format(
            Locale.ROOT,
            "%s (%s): %d users, %d pipelines",
            side,
            inventory.product().wire(),
            inventory.people().size(),
            inventory.pipelines().size()));
  }
}
