package dev.pindah.report;

import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Finding;
import dev.pindah.report.Summary.Reasons;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One self-contained page: opens offline, prints well, escapes everything that a customer wrote.
 */
public final class HtmlReport {
  private static final int FINDINGS_SHOWN = 500;

  private static final List<String> BUCKETS =
      List.of("exact", "transformed", "degraded", "documented", "dropped", "failed");

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2.2rem}
      table{border-collapse:collapse;width:100%;font-size:.92em}
      th,td{padding:.3rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
      thead th{background:#f3f5f8}.good{color:#126b37}.bad{color:#a61b1b}
      .verdict{font-size:1.1rem;font-weight:600;padding:.6rem 1rem;border-radius:.4rem;background:#f3f5f8}
      svg{width:100%;height:1.4rem;border-radius:.3rem}small{color:#5b6675}
      @media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
      """;

  private static final Map<String, String> COLOURS =
      Map.of(
          "exact", "#2c7a4b",
          "transformed", "#6fae86",
          "degraded", "#e0a63a",
          "documented", "#7f93ad",
          "dropped", "#b9c2ce",
          "failed", "#b3261e");

  private final StringBuilder page = new StringBuilder();
  private final DateTimeFormatter times;

  private HtmlReport(ZoneId zone) {
    times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US).withZone(zone);
  }

  public static String page(String migration, Summary summary, Instant now, ZoneId zone) {
    HtmlReport report = new HtmlReport(zone);
    report.write(migration, summary, now);
    return report.page.toString();
  }

  private void write(String migration, Summary summary, Instant now) {
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>Migration ")
        .append(escape(migration))
        .append("</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Migration ")
        .append(escape(migration))
        .append("</h1><small>")
        .append(times.format(now))
        .append("</small>");
    verdict(summary);
    phases(summary);
    reasons(summary);
    cells(summary);
    findings(summary);
    decisions(summary);
    page.append("<h2>Calls</h2><p>")
        .append(summary.sourceCalls())
        .append(" to the source, ")
        .append(summary.destinationCalls())
        .append(" to the destination.</p></body></html>\n");
  }

  private void verdict(Summary summary) {
    boolean balanced = summary.balanced();
    page.append("<p class=\"verdict ")
        .append(balanced ? "good" : "bad")
        .append("\">")
        .append(
            balanced
                ? "The books balance: every record read ended in exactly one bucket."
                : "The books do not balance; the findings below say why.")
        .append(summary.complete() ? "" : " Some records were refused or are held.")
        .append("</p>");
  }

  private void phases(Summary summary) {
    page.append("<h2>Rows per phase</h2>");
    List<List<String>> rows = new ArrayList<>();
    for (PhaseRow row : summary.phases()) {
      List<String> cells = new ArrayList<>(List.of(row.object().wire()));
      row.numbers().forEach(number -> cells.add(number.toString()));
      rows.add(cells);
    }
    List<String> heads = new ArrayList<>(List.of("object"));
    heads.addAll(PhaseRow.HEADS);
    table(heads, rows, 1, heads.size());
    page.append(
        "<p><small>read = created + updated + matched + skipped + refused + held</small></p>");
  }

  private void reasons(Summary summary) {
    if (summary.reasons().isEmpty()) {
      return;
    }
    page.append("<h2>Why records did not move</h2>");
    List<List<String>> rows = new ArrayList<>();
    for (Reasons reasons : summary.reasons()) {
      reasons
          .counts()
          .forEach(
              (code, count) ->
                  rows.add(
                      List.of(
                          reasons.object().wire(),
                          reasons.state().wire(),
                          code,
                          count.toString())));
    }
    table(List.of("object", "state", "reason", "records"), rows, 3, 4);
  }

  private void cells(Summary summary) {
    if (summary.cells().isEmpty()) {
      return;
    }
    page.append("<h2>Cells</h2>");
    bar(summary.cellTotals());
    Map<String, Map<String, Long>> fields = new LinkedHashMap<>();
    for (CellCount count : summary.cells()) {
      fields
          .computeIfAbsent(
              count.object().wire() + "." + count.field(), field -> new LinkedHashMap<>())
          .put(count.bucket(), count.cells());
    }
    List<List<String>> rows = new ArrayList<>();
    fields.forEach(
        (field, counts) -> {
          List<String> row = new ArrayList<>(List.of(field));
          BUCKETS.forEach(bucket -> row.add(counts.getOrDefault(bucket, 0L).toString()));
          rows.add(row);
        });
    List<String> heads = new ArrayList<>(List.of("field"));
    heads.addAll(BUCKETS);
    table(heads, rows, 1, heads.size());
  }

  private void bar(Map<String, Long> totals) {
    double all = Math.max(1, totals.values().stream().mapToLong(Long::longValue).sum());
    double from = 0;
    page.append("<svg viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\" role=\"img\">");
    for (String name : BUCKETS) {
      long count = totals.getOrDefault(name, 0L);
      double width = count / all * 1000;
      page.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.2f\" width=\"%.2f\" height=\"20\" fill=\"%s\"><title>%s %d</title></rect>",
              from,
              width,
              COLOURS.getOrDefault(name, "#000"),
              name,
              count));
      from += width;
    }
    page.append("</svg><p>")
        .append(
            BUCKETS.stream()
                .map(bucket -> totals.getOrDefault(bucket, 0L) + " " + bucket)
                .collect(Collectors.joining(" · ")))
        .append("</p>");
  }

  private void findings(Summary summary) {
    List<List<String>> rows = new ArrayList<>();
    summary
        .findings()
        .forEach((stage, findings) -> findings.forEach(finding -> rows.add(row(stage, finding))));
    page.append("<h2>Findings</h2>");
    if (rows.isEmpty()) {
      page.append("<p>None.</p>");
      return;
    }
    table(
        List.of("stage", "severity", "code", "object", "id", "field", "detail"),
        rows.subList(0, Math.min(rows.size(), FINDINGS_SHOWN)),
        7,
        7);
    if (rows.size() > FINDINGS_SHOWN) {
      page.append("<p>… and ")
          .append(rows.size() - FINDINGS_SHOWN)
          .append(" more in summary.json.</p>");
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

  private void decisions(Summary summary) {
    page.append("<h2>Decisions</h2><p class=\"")
        .append(summary.chainHolds() ? "good" : "bad")
        .append("\">")
        .append(
            summary.chainHolds()
                ? "The hash chain holds: no decision was changed afterwards."
                : "The hash chain is broken: a decision was changed afterwards.")
        .append("</p>");
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
    table(List.of("when", "what", "about", "by", "why"), rows, 5, 5);
  }

  /** Columns from {@code firstNumber} up to {@code endNumber} hold numbers. */
  private void table(List<String> heads, List<List<String>> rows, int firstNumber, int endNumber) {
    page.append("<table><thead>");
    line("th", heads, firstNumber, endNumber);
    page.append("</thead><tbody>");
    rows.forEach(row -> line("td", row, firstNumber, endNumber));
    page.append("</tbody></table>");
  }

  private void line(String tag, List<String> cells, int firstNumber, int endNumber) {
    page.append("<tr>");
    for (int column = 0; column < cells.size(); column++) {
      boolean number = column >= firstNumber && column < endNumber;
      page.append('<').append(tag).append(number ? " class=\"n\">" : ">");
      page.append(escape(cells.get(column))).append("</").append(tag).append('>');
    }
    page.append("</tr>");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
