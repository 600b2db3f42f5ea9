package dev.pindah.cli;

import dev.pindah.journey.rollback.Fingerprints;
import dev.pindah.journey.rollback.Fingerprints.Why;
import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.sample.Cover.Missed;
import dev.pindah.journey.sample.Feature;
import dev.pindah.journey.sample.Sample.InTheWay;
import dev.pindah.journey.sample.Sample.Sampled;
import dev.pindah.journey.sample.Sample.Shown;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.Words;
import dev.pindah.report.page.SamplePage;
import dev.pindah.report.page.SamplePage.Head;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "sample",
    description = {
      "Brings a small slice of the account over, compares it cell by cell and takes it back.",
      "The slice shows every field, stage, owner, list, kind of file and known quirk at least"
          + " once,",
      "as far as it can. Waits for its gates (exit 3). A person accepts it afterwards:",
      "pindah gate pass sample-accepted --by NAME --reason TEXT"
    })
final class SampleCommand extends WorkspaceCommand {
  private static final int SHOWN = 20;
  private static final int MOST = 5_000;

  /** Begins as all files do that show what customers wrote. */
  private static final String PAGE = "sample-cells.html";

  @Option(
      names = "--size",
      paramLabel = "N",
      description = "records at most, with what they hang on (default: ${DEFAULT-VALUE})")
  int size = 80;

  @Override
  int run(Session session) {
    if (size < 1 || size > MOST) {
      throw new UsageException("--size is a number from 1 to " + MOST);
    }
    Mapping mapping = session.requireConfirmed();
    Sampled sampled = sample(session, mapping, size);
    if (session.output.json()) {
      Output.print(json(session, sampled));
    } else {
      say(session, sampled);
    }
    return sampled.clean() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** Runs it and leaves its page. */
  static Sampled sample(Session session, Mapping mapping, int size) {
    try {
      Sampled sampled = session.journey().sample(mapping, size, shown -> page(session, shown));
      undone(session, sampled.undone());
      return sampled;
    } catch (InTheWay standing) {
      throw new UsageException(String.valueOf(standing.getMessage()), standing);
    }
  }

  static Path page(Session session) {
    return session.workspace.makeReports().resolve(PAGE);
  }

  private static void page(Session session, Shown shown) {
    // What an earlier run began to take back can not be looked at again: its page is there.
    if (shown.whole() || !Files.exists(page(session))) {
      List<List<String>> missed =
          shown.cover().missed().stream()
              .map(one -> List.of(one.feature().kind(), one.feature().name(), one.why()))
              .toList();
      Head head =
          new Head(
              session.config.migration(),
              shown.balanced(),
              shown.cells(),
              kinds(shown.cover().covered()),
              missed,
              errors(shown));
      session.workspace.write(
          page(session),
          SamplePage.of(
              session.ledger, head, shown.records(), Words.of(session.output.language())));
    }
  }

  private static List<Finding> errors(Shown shown) {
    return shown.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  private static Map<String, Long> kinds(List<Feature> features) {
    Map<String, Long> kinds = new TreeMap<>();
    features.forEach(feature -> kinds.merge(feature.kind(), 1L, Long::sum));
    return kinds;
  }

  private static void undone(Session session, Outcome undone) {
    Words words = Words.of(session.output.language());
    List<List<String>> rows = new ArrayList<>();
    row(rows, words, "reversed", undone.reversed());
    row(rows, words, "kept", undone.keptCount());
    row(rows, words, "errored", undone.erroredCount());
    row(rows, words, "stays", undone.stays());
    row(rows, words, "untouched", undone.untouched());
    List<String> lines = new ArrayList<>();
    undone.proof().ifPresent(proof -> lines.addAll(fingerprint(proof, words)));
    undone.kept().forEach(kept -> lines.add(kept.step().key() + ": " + kept.step().detail()));
    undone.errored().forEach(kept -> lines.add(kept.step().key() + ": " + kept.step().detail()));
    lines.addAll(undone.residue());
    Path file = page(session);
    session.workspace.write(
        file,
        SamplePage.undone(session.workspace.read(file), undone.complete(), rows, lines, words));
  }

  private static void row(List<List<String>> rows, Words words, String what, long count) {
    if (count > 0) {
      rows.add(List.of(words.say("sample.undone." + what), words.number(count)));
    }
  }

  static List<String> fingerprint(Fingerprints proof, Words words) {
    return List.of(
        words.say("sample.undone.before", proof.before()),
        words.say("sample.undone.after", proof.after()),
        proof.equal()
            ? words.say("sample.undone.equal")
            : proof.explained()
                ? words.say("sample.undone.explained")
                : words.say("sample.undone.unexplained", proof.count(Why.UNEXPLAINED)));
  }

  private static ObjectNode json(Session session, Sampled sampled) {
    Shown shown = sampled.shown();
    ObjectNode json = Output.object();
    json.put("size", shown.size());
    json.put("chosen", shown.chosen());
    json.put("records", shown.records().size());
    json.put("balanced", shown.balanced());
    Map<String, Long> counts = new TreeMap<>();
    shown.records().forEach(one -> counts.merge(one.key().object().wire(), 1L, Long::sum));
    ArrayNode objects = json.putArray("objects");
    counts.forEach(
        (object, count) -> objects.addObject().put("object", object).put("records", count));
    ObjectNode cover = json.putObject("cover");
    cover.put("features", shown.cover().features());
    cover.put("covered", shown.cover().covered().size());
    ArrayNode uncovered = cover.putArray("uncovered");
    for (Missed missed : shown.cover().missed()) {
      uncovered
          .addObject()
          .put("kind", missed.feature().kind())
          .put("name", missed.feature().name())
          .put("why", missed.why());
    }
    ObjectNode cells = json.putObject("cells");
    new TreeMap<>(shown.cells()).forEach(cells::put);
    ArrayNode findings = json.putArray("findings");
    shown
        .findings()
        .forEach(
            finding ->
                findings
                    .addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("object", finding.object())
                    .put("id", finding.id())
                    .put("field", finding.field())
                    .put("detail", finding.detail()));
    ObjectNode undone = UndoneJson.of(sampled.undone(), sampled.undone().residue());
    json.set("fingerprint", undone.remove("fingerprint"));
    json.set("rollback", undone);
    json.put("report", page(session).toAbsolutePath().normalize().toString());
    return json;
  }

  static void say(Session session, Sampled sampled) {
    Shown shown = sampled.shown();
    session.output.say(
        "sample: "
            + shown.chosen()
            + " records and "
            + (shown.records().size() - shown.chosen())
            + " that tell of them, "
            + shown.cover().covered().size()
            + " of "
            + shown.cover().features()
            + " features shown: "
            + kinds(shown.cover().covered()));
    shown.cover().missed().stream()
        .limit(SHOWN)
        .forEach(
            missed ->
                session.output.say(
                    "  not shown: "
                        + missed.feature().kind()
                        + " "
                        + missed.feature().name()
                        + ": "
                        + missed.why()));
    if (shown.cover().missed().size() > SHOWN) {
      session.output.say(
          "  … and " + (shown.cover().missed().size() - SHOWN) + " more on the page");
    }
    session.output.say("cells: " + new TreeMap<>(shown.cells()));
    errors(shown).stream()
        .limit(SHOWN)
        .forEach(
            finding ->
                session.output.say(
                    "  "
                        + finding.code()
                        + ": "
                        + (finding.object() + " " + finding.id() + " " + finding.field()).strip()
                        + ": "
                        + finding.detail()));
    session.output.say(
        "taken back: "
            + sampled.undone().reversed()
            + ", kept "
            + sampled.undone().keptCount()
            + ", failed "
            + sampled.undone().erroredCount());
    sampled.undone().residue().forEach(line -> session.output.say("stays: " + line));
    sampled.undone().proof().ifPresent(proof -> session.output.say(UndoneJson.words(proof)));
    session.output.say("look at every cell: " + page(session));
    session.output.say(
        "when it is right: pindah gate pass sample-accepted --by NAME --reason TEXT");
  }
}
