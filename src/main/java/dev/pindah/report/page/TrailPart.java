package dev.pindah.report.page;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Finding;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Findings, decisions and calls. */
final class TrailPart {
  private static final int SHOWN = 500;

  private final Html html;
  private final Summary summary;
  private final Words words;
  private final DateTimeFormatter times;

  TrailPart(Html html, Summary summary, Words words, DateTimeFormatter times) {
    this.html = html;
    this.summary = summary;
    this.words = words;
    this.times = times;
  }

  void write() {
    findings();
    decisions();
    html.heading(words.say("calls"))
        .paragraph(words.say("calls.says", summary.sourceCalls(), summary.destinationCalls()));
  }

  /** Errors first: a page shows only so many. */
  private void findings() {
    List<Map.Entry<String, Finding>> all = new ArrayList<>();
    summary
        .findings()
        .forEach((stage, list) -> list.forEach(finding -> all.add(Map.entry(stage, finding))));
    all.sort(
        Comparator.comparing(
            (Map.Entry<String, Finding> entry) -> entry.getValue().severity(),
            Comparator.reverseOrder()));
    html.heading(words.say("findings"));
    if (all.isEmpty()) {
      html.paragraph(words.say("findings.none"));
      return;
    }
    html.table(
        List.of(
            words.say("stage.of"),
            words.say("severity"),
            words.say("code"),
            words.say("object"),
            words.say("id"),
            words.say("field"),
            words.say("detail")),
        all.stream().limit(SHOWN).map(entry -> row(entry.getKey(), entry.getValue())).toList(),
        7,
        7);
    if (all.size() > SHOWN) {
      html.paragraph(words.say("findings.more", (long) all.size() - SHOWN));
    }
  }

  private static List<String> row(String stage, Finding finding) {
    return List.of(
        stage,
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.code(),
        finding.object(),
        finding.id(),
        finding.field(),
        finding.detail());
  }

  private void decisions() {
    html.heading(words.say("decisions"))
        .raw("<p class=\"")
        .raw(summary.chainHolds() ? "good" : "bad")
        .raw("\">")
        .text(words.say(summary.chainHolds() ? "chain.holds" : "chain.broken"))
        .raw("</p>");
    List<List<String>> rows = new ArrayList<>();
    for (Decision decision : summary.decisions()) {
      rows.add(
          List.of(
              times.format(decision.at()),
              decision.kind(),
              decision.subject(),
              decision.by(),
              decision.reason()));
    }
    html.table(
        List.of(
            words.say("when"),
            words.say("what"),
            words.say("about"),
            words.say("by"),
            words.say("why")),
        rows,
        5,
        5);
  }
}
