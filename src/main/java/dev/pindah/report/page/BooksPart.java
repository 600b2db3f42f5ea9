package dev.pindah.report.page;

import dev.pindah.model.Books;
import dev.pindah.report.Buckets;
import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import dev.pindah.report.Summary.Reasons;
import dev.pindah.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The books of records and of cells. */
final class BooksPart {
  private static final List<String> STATES =
      List.of("created", "updated", "matched", "skipped", "refused", "held");

  /** Target attributes that say whether a person may be written to, in either language. */
  private static final Pattern CONSENT =
      Pattern.compile(
          "(?i).*(subscription|do_not|consent|opt_?(in|out)|unsubscribe|persetujuan|izin|berhenti_langganan).*");

  private final Html html;
  private final Summary summary;
  private final Words words;

  BooksPart(Html html, Summary summary, Words words) {
    this.html = html;
    this.summary = summary;
    this.words = words;
  }

  void verdict() {
    boolean balanced = summary.balanced();
    html.raw("<p class=\"verdict ")
        .raw(balanced ? "good" : "bad")
        .raw("\">")
        .text(words.say(balanced ? "verdict.good" : "verdict.bad"))
        .text(summary.complete() ? "" : " " + words.say("verdict.incomplete"))
        .raw("</p>");
  }

  void phases() {
    html.heading(words.say("phases"));
    List<List<String>> rows = new ArrayList<>();
    for (PhaseRow row : summary.phases()) {
      List<String> cells = new ArrayList<>(List.of(row.object().wire()));
      row.numbers().forEach(number -> cells.add(words.number(number)));
      rows.add(cells);
    }
    List<String> heads = new ArrayList<>(List.of(words.say("object")));
    PhaseRow.HEADS.forEach(head -> heads.add(words.code("column", head)));
    html.table(heads, rows, 1, heads.size());
    html.small(words.say("phases.equation"));
    List<String> labels = STATES.stream().map(state -> words.code("column", state)).toList();
    for (Books books : summary.books()) {
      List<Long> counts =
          List.of(
              books.created(),
              books.updated(),
              books.matched(),
              books.skipped(),
              books.refused(),
              books.held());
      html.raw("<small>")
          .text(books.object().wire())
          .raw("</small>")
          .raw(Charts.bar(STATES, counts, titles(labels, counts)));
    }
    html.raw(Charts.legend(STATES, labels));
  }

  private List<String> titles(List<String> labels, List<Long> counts) {
    List<String> titles = new ArrayList<>();
    for (int part = 0; part < labels.size(); part++) {
      titles.add(labels.get(part) + " " + words.number(counts.get(part)));
    }
    return titles;
  }

  void reasons() {
    if (summary.reasons().isEmpty()) {
      return;
    }
    html.heading(words.say("reasons"));
    List<List<String>> rows = new ArrayList<>();
    for (Reasons reasons : summary.reasons()) {
      reasons
          .counts()
          .forEach(
              (code, count) ->
                  rows.add(
                      List.of(
                          reasons.object().wire(),
                          words.code("column", reasons.state().wire()),
                          code,
                          words.number(count))));
    }
    html.table(
        List.of(words.say("object"), words.say("state"), words.say("reason"), words.say("records")),
        rows,
        3,
        4);
  }

  void calls() {
    if (summary.loadCalls().isEmpty()) {
      return;
    }
    html.heading(words.say("calls"));
    html.table(
        List.of(
            words.say("object"),
            words.say("part"),
            words.say("loadcalls.forecast"),
            words.say("used")),
        summary.loadCalls().stream()
            .map(
                calls ->
                    List.of(
                        calls.object().wire(),
                        calls.part(),
                        calls.part().equals("read") ? "" : words.number(calls.forecast()),
                        words.number(calls.used())))
            .toList(),
        2,
        4);
    html.small(words.say("loadcalls.says"));
  }

  void cells() {
    if (summary.cells().isEmpty()) {
      return;
    }
    html.heading(words.say("cells"));
    Map<String, Long> totals = summary.cellTotals();
    List<Long> counts =
        Buckets.NAMES.stream().map(bucket -> totals.getOrDefault(bucket, 0L)).toList();
    List<String> labels =
        Buckets.NAMES.stream().map(bucket -> words.code("bucket", bucket)).toList();
    html.raw(Charts.bar(Buckets.NAMES, counts, titles(labels, counts)));
    html.raw(Charts.legend(Buckets.NAMES, titles(labels, counts)));
    html.small(words.say("cells.equation"));
    html.small(words.say("consent", consent()));
    List<List<String>> rows = new ArrayList<>();
    Buckets.byField(summary.cells())
        .forEach(
            (field, books) -> {
              List<String> row = new ArrayList<>(List.of(field));
              books.forEach(count -> row.add(words.number(count)));
              row.add(words.number(books.stream().mapToLong(Long::longValue).sum()));
              rows.add(row);
            });
    List<String> heads = new ArrayList<>(List.of(words.say("field")));
    heads.addAll(labels);
    heads.add(words.say("sum"));
    html.table(heads, rows, 1, heads.size());
  }

  private long consent() {
    return summary.proof().stream()
        .flatMap(proof -> proof.aggregates().stream())
        .filter(aggregate -> CONSENT.matcher(aggregate.attribute()).matches())
        .mapToLong(aggregate -> aggregate.meant().filled())
        .sum();
  }
}
