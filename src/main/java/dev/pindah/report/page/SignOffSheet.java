package dev.pindah.report.page;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.report.Buckets;
import dev.pindah.report.PhaseRow;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Two pages of paper for those who sign: what was proved, and what the business is worth. */
public final class SignOffSheet {
  private static final int OBJECTS = 20;
  private static final int DECISIONS = 8;
  private static final int REASONS = 5;
  private static final int LONGEST = 180;
  private static final int NAME = 60;
  private static final int PAGES = 2;
  private static final String LETTERS = "{letters}";

  private static final String STYLE =
      """
      @page{size:A4;margin:13mm 15mm 15mm;@bottom-right{content:counter(page) "/" counter(pages);font:8pt sans-serif;color:#5b6675}}
      body{font:{letters}/1.35 sans-serif;color:#1c2430;margin:0}
      h1{font-size:15pt;margin:0 0 1mm}h2{font-size:10pt;margin:3mm 0 1mm}
      table{border-collapse:collapse;width:100%;margin-bottom:2mm}th,td{padding:.5mm 1.5mm;border-bottom:.2mm solid #dde2e9;text-align:left;vertical-align:top}
      th{background:#f3f5f8}.n{text-align:right}.good{color:#126b37}.bad{color:#a61b1b}.open{color:#7a5a00}
      .verdict{font-size:10.5pt;font-weight:bold;background:#f3f5f8;padding:2mm 3mm;margin:2mm 0}
      .second{page-break-before:always}small,.small{color:#5b6675;font-size:7.5pt}
      .sign th{width:26%}.sign th:first-child{width:22%}.sign td{height:13mm;border:.2mm solid #8a95a5}tr{page-break-inside:avoid}
      """;

  private final Html html = new Html();
  private final Summary summary;
  private final Words words;
  private final DateTimeFormatter times;

  private SignOffSheet(Summary summary, Words words, DateTimeFormatter times) {
    this.summary = summary;
    this.words = words;
    this.times = times;
  }

  public static void write(
      Path file, String migration, Summary summary, Instant now, ZoneId zone, Words words)
      throws IOException {
    DateTimeFormatter times =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", words.language().locale())
            .withZone(zone);
    String page = new SignOffSheet(summary, words, times).page(migration, now);
    XRLog.setLoggingEnabled(false);
    // Long names take more lines: smaller letters keep it at two pages.
    for (double points : new double[] {8, 7.5, 7, 6.5, 6}) {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      String sized = page.replace(LETTERS, points + "pt");
      new PdfRendererBuilder().withHtmlContent(sized, null).toStream(pdf).run();
      Files.write(file, pdf.toByteArray());
      try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
        if (document.getNumberOfPages() <= PAGES) {
          return;
        }
      }
    }
  }

  private String page(String migration, Instant now) {
    String title = words.say("signoff") + ": " + words.say("title", migration);
    html.raw("<html><head><title>")
        .text(title)
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body><h1>")
        .text(title)
        .raw("</h1><div class=\"small\">")
        .text(times.format(now))
        .raw("</div>");
    verdict();
    ladder();
    rows();
    cells();
    rest();
    html.raw("<div class=\"second\"></div>");
    business();
    sample();
    decisions();
    signatures();
    return html.raw("</body></html>").done();
  }

  private void verdict() {
    html.raw("<div class=\"verdict ")
        .raw(summary.balanced() ? "good" : "bad")
        .raw("\">")
        .text(words.say(summary.balanced() ? "verdict.good" : "verdict.bad"))
        .text(summary.complete() ? "" : " " + words.say("verdict.incomplete"))
        .raw("</div>");
  }

  private void ladder() {
    html.heading(words.say("ladder")).raw("<table>");
    for (Rung rung : summary.proof().map(Proof::ladder).orElse(List.of())) {
      html.raw("<tr><td>")
          .text(words.code("rung", rung.id()))
          .raw("</td><td class=\"")
          .raw(ProofPart.style(rung.state()))
          .raw("\"><b>")
          .text(words.code("state", rung.state().name()))
          .raw("</b></td><td>")
          .text(shortened(words.says(rung), LONGEST))
          .raw("</td></tr>");
    }
    html.raw("</table>");
  }

  private static String shortened(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) + " …" : text;
  }

  private void rows() {
    html.heading(words.say("phases"));
    List<String> heads = new ArrayList<>(List.of(words.say("object")));
    PhaseRow.HEADS.forEach(head -> heads.add(words.code("column", head)));
    List<List<String>> rows = new ArrayList<>();
    for (PhaseRow row : summary.phases().stream().limit(OBJECTS).toList()) {
      List<String> cells = new ArrayList<>(List.of(row.object().wire()));
      row.numbers().forEach(number -> cells.add(words.number(number)));
      rows.add(cells);
    }
    html.table(heads, rows, 1, heads.size());
    more(summary.phases().size() - OBJECTS);
  }

  /** Two pages hold only so much: what was cut is said. */
  private void more(int cut) {
    if (cut > 0) {
      html.raw("<div class=\"small\">").text(words.say("more", (long) cut)).raw("</div>");
    }
  }

  private void cells() {
    Map<String, Long> totals = summary.cellTotals();
    html.heading(words.say("cells"));
    html.table(
        Buckets.NAMES.stream().map(bucket -> words.code("bucket", bucket)).toList(),
        List.of(
            Buckets.NAMES.stream()
                .map(bucket -> words.number(totals.getOrDefault(bucket, 0L)))
                .toList()),
        0,
        Buckets.NAMES.size());
  }

  /** What did not move and why, and the roots under which every record hangs. */
  private void rest() {
    List<List<String>> reasons =
        summary.reasons().stream()
            .flatMap(
                reason ->
                    reason.counts().entrySet().stream()
                        .map(
                            count ->
                                List.of(
                                    reason.object().wire(),
                                    words.code("column", reason.state().wire()),
                                    count.getKey(),
                                    words.number(count.getValue()))))
            .toList();
    if (!reasons.isEmpty()) {
      html.heading(words.say("reasons"));
      html.table(
          List.of(
              words.say("object"), words.say("state"), words.say("reason"), words.say("records")),
          reasons.stream().limit(REASONS).toList(),
          3,
          4);
      more(reasons.size() - REASONS);
    }
    List<Root> roots = summary.proof().map(Proof::roots).orElse(List.of());
    html.heading(words.say("roots"));
    html.table(
        List.of(words.say("object"), words.say("root"), words.say("equal")),
        roots.stream()
            .limit(REASONS)
            .map(
                root ->
                    List.of(root.object(), root.found(), words.say(root.equal() ? "yes" : "no")))
            .toList(),
        3,
        3);
    more(roots.size() - REASONS);
  }

  private void business() {
    html.heading(words.say("business")).raw("<div class=\"small\">");
    html.text(words.say("business.note")).raw("</div>");
    summary
        .proof()
        .map(Proof::business)
        .ifPresent(
            business -> {
              html.table(
                  List.of(words.say("outcome"), words.say("deals.meant"), words.say("deals.found")),
                  business.outcomes().stream()
                      .map(
                          outcome ->
                              List.of(
                                  words.code("outcome", outcome.outcome()),
                                  words.number(outcome.meant()),
                                  words.number(outcome.found())))
                      .toList(),
                  1,
                  3);
              currencies(business);
            });
  }

  private void currencies(Business business) {
    Map<String, BigDecimal[]> sums = new TreeMap<>();
    for (Business.Line line : business.lines()) {
      BigDecimal[] sum =
          sums.computeIfAbsent(
              summary.names().of(line.currency()),
              any -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sum[0] = sum[0].add(new BigDecimal(line.source()));
      sum[1] = sum[1].add(new BigDecimal(line.found()));
    }
    html.table(
        List.of(words.say("sum"), words.say("amount.source"), words.say("amount.found")),
        sums.entrySet().stream()
            .map(
                entry ->
                    List.of(
                        entry.getKey(),
                        words.amount(entry.getValue()[0].toPlainString()),
                        words.amount(entry.getValue()[1].toPlainString())))
            .toList(),
        1,
        3);
  }

  private void sample() {
    summary
        .proof()
        .map(Proof::sample)
        .ifPresent(
            sample ->
                html.heading(words.say("sample"))
                    .paragraph(
                        words.say(
                            "sample.says",
                            (long) sample.drawn().size(),
                            sample.population(),
                            sample.seed().substring(0, Math.min(12, sample.seed().length())),
                            words.percent(sample.bound()),
                            sample.needed())));
  }

  /** Whatever somebody waived, and the last of the others. */
  private static List<Decision> shown(List<Decision> all) {
    List<Decision> waived =
        all.stream().filter(decision -> decision.kind().endsWith("-waived")).toList();
    List<Decision> others =
        all.stream().filter(decision -> !decision.kind().endsWith("-waived")).toList();
    return Stream.concat(last(waived), last(others))
        .sorted(Comparator.comparingLong(Decision::number))
        .toList();
  }

  private static Stream<Decision> last(List<Decision> decisions) {
    return decisions.subList(Math.max(0, decisions.size() - DECISIONS), decisions.size()).stream();
  }

  /** The last ones; all of them stand in the report and in the evidence. */
  private void decisions() {
    html.heading(words.say("decisions"));
    html.table(
        List.of(words.say("when"), words.say("what"), words.say("about"), words.say("by")),
        shown(summary.decisions()).stream()
            .map(
                decision ->
                    List.of(
                        times.format(decision.at()),
                        decision.kind(),
                        shortened(decision.subject(), NAME),
                        shortened(decision.by(), NAME)))
            .toList(),
        4,
        4);
    html.raw("<div class=\"small\">")
        .text(words.say(summary.chainHolds() ? "chain.holds" : "chain.broken"))
        .raw("</div>");
  }

  private void signatures() {
    html.heading(words.say("signoff")).paragraph(words.say("signoff.statement"));
    html.raw("<table class=\"sign\"><tr>");
    for (String head : List.of("", "signoff.name", "signoff.date", "signoff.signature")) {
      html.raw("<th>").text(head.isEmpty() ? "" : words.say(head)).raw("</th>");
    }
    html.raw("</tr>");
    for (String role : List.of("engineer", "admin", "auditor")) {
      html.raw("<tr><td>")
          .text(words.say("signoff.role." + role))
          .raw("</td><td></td><td></td><td></td></tr>");
    }
    html.raw("</table>");
  }
}
