package dev.pindah.report.page;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SampleRecords.SampleRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.TargetRow;
import dev.pindah.report.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sample as it stood on the target, cell by cell: source, rule, target as read back. It shows
 * personal data. How it went back is put in its place later, since by then nothing stands any more.
 */
public final class SamplePage {
  private static final String UNDONE = "<!--undone-->";
  private static final String END = "<!--/undone-->";
  private static final int LONGEST = 600;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.6rem;margin-bottom:.3rem}h2{font-size:1.2rem;margin-top:2.2rem}
      section h3{font-size:1.02rem;margin:2.2rem 0 .2rem;border-top:2px solid #1c2430;padding-top:.5rem}
      table{border-collapse:collapse;width:100%;font-size:.88em;table-layout:fixed;margin:.4rem 0}
      th,td{padding:.3rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-wrap}
      thead th{background:#f3f5f8}small,.quiet{color:#5b6675}
      col.field{width:22%}col.source{width:26%}col.rule{width:22%}
      .verdict{font-weight:600;padding:.6rem 1rem;border-radius:.4rem;background:#f3f5f8}
      .good{color:#126b37}.bad{color:#a61b1b}.open{color:#7a5a00}
      tr.differs td{background:#fdeeee}
      .tag{display:inline-block;padding:0 .45em;border-radius:.6em;background:#eef1f5;font-size:.85em;white-space:nowrap}
      .tag.exact,.tag.transformed{background:#e3f3e8;color:#126b37}.tag.degraded,.tag.documented{background:#fbf2d9;color:#7a5a00}
      .tag.failed,.tag.differs{background:#fbe1e1;color:#a61b1b}
      nav{columns:4 14rem;font-size:.88em}nav a{display:block;break-inside:avoid}
      @media print{section{break-inside:avoid-page}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
      """;

  private final Words words;
  private final Html html = new Html();

  private SamplePage(Words words) {
    this.words = words;
  }

  /**
   * What stands above the records.
   *
   * @param covered kinds of features with how many of each the sample shows
   * @param missed kind, feature and why no record of the sample shows it
   */
  public record Head(
      String migration,
      boolean balanced,
      Map<String, Long> cells,
      Map<String, Long> covered,
      List<List<String>> missed,
      List<Finding> findings) {
    public Head {
      missed = List.copyOf(missed);
      findings = List.copyOf(findings);
    }
  }

  /** The page while the sample stands. */
  public static String of(Ledger ledger, Head head, List<SampleRecord> records, Words words) {
    SamplePage page = new SamplePage(words);
    page.head(head, records);
    for (SampleRecord record : records) {
      ledger.read(
          tables -> {
            page.record(record, head.findings(), tables);
            return true;
          });
    }
    return page.html.raw("</body></html>\n").done();
  }

  /** The same page with what became of the sample. */
  public static String undone(
      String page, boolean clean, List<List<String>> rows, List<String> lines, Words words) {
    Html part = new Html();
    part.raw("<p class=\"verdict ").raw(clean ? "good" : "bad").raw("\">");
    part.text(words.say(clean ? "sample.undone" : "sample.undone.not")).raw("</p>");
    part.table(List.of(words.say("sample.undone.what"), words.say("records")), rows, 2, 2);
    part.raw("<ul>");
    lines.forEach(line -> part.raw("<li>").text(line).raw("</li>"));
    part.raw("</ul>");
    int start = page.indexOf(UNDONE);
    int end = page.indexOf(END);
    return start < 0 || end < start
        ? page
        : page.substring(0, start + UNDONE.length()) + part.done() + page.substring(end);
  }

  private void head(Head head, List<SampleRecord> records) {
    HtmlReport.open(html, words, words.say("sample.title", head.migration()), STYLE);
    long shown = records.stream().filter(SamplePage::shown).count();
    html.raw("<p class=\"verdict ").raw(head.balanced() ? "good" : "bad").raw("\">");
    html.text(
            words.say(
                head.balanced() ? "sample.balanced" : "sample.balanced.not",
                shown,
                (long) head.findings().size()))
        .raw("</p>");
    html.paragraph(words.say("sample.note")).paragraph(words.say("side.personal"));
    html.heading(words.say("sample.back"))
        .raw(UNDONE)
        .paragraph(words.say("sample.back.not-yet"))
        .raw(END);
    html.heading(words.say("sample.cover"));
    html.table(
        List.of(words.say("sample.kind"), words.say("sample.shown")),
        head.covered().entrySet().stream()
            .map(kind -> List.of(kind.getKey(), words.number(kind.getValue())))
            .toList(),
        2,
        2);
    if (!head.missed().isEmpty()) {
      html.raw("<details open><summary>")
          .text(words.say("sample.missed", (long) head.missed().size()))
          .raw("</summary>");
      html.table(
          List.of(words.say("sample.kind"), words.say("sample.feature"), words.say("why")),
          head.missed(),
          3,
          3);
      html.raw("</details>");
    }
    findings(head.findings());
    html.heading(words.say("sample.records")).raw("<nav>");
    records.stream()
        .filter(SamplePage::shown)
        .forEach(
            record ->
                html.raw("<a href=\"#")
                    .text(anchor(record))
                    .raw("\">")
                    .text(record.key().toString())
                    .raw("</a>"));
    html.raw("</nav>");
  }

  private void findings(List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    html.heading(words.say("sample.findings"));
    html.table(
        List.of(
            words.say("object"), words.say("field"), words.say("sample.finding"), words.say("why")),
        findings.stream()
            .map(
                finding ->
                    List.of(
                        (finding.object() + " " + finding.id()).strip(),
                        finding.field(),
                        finding.code(),
                        finding.detail()))
            .toList(),
        4,
        4);
  }

  private static String anchor(SampleRecord record) {
    return record.key().object().wire() + "-" + record.key().id();
  }

  /** History rows are told in the note of their parent, which is shown. */
  private static boolean shown(SampleRecord record) {
    return !EnumSet.of(ObjectName.STAGE_CHANGE, ObjectName.TIMELINE, ObjectName.LINE_ITEM)
            .contains(record.key().object())
        || !record.targetId().isBlank();
  }

  private void record(SampleRecord record, List<Finding> findings, Tables tables) {
    if (!shown(record)) {
      return;
    }
    html.raw("<section id=\"").text(anchor(record)).raw("\"><h3>");
    html.text(record.key().toString());
    if (!record.targetId().isBlank()) {
      html.text(" → " + record.module() + " " + record.targetId());
    }
    html.raw("</h3><p class=\"quiet\">").text(record.reason()).raw("</p>");
    Optional<TargetModule> module = TargetModule.of(record.module());
    Optional<TargetRow> target =
        module
            .flatMap(known -> tables.targetRecords().find(Reading.AFTER, known, record.targetId()))
            .map(found -> new TargetRow(found.json()));
    List<Candidate> steps =
        Stream.of(Step.values())
            .flatMap(step -> tables.candidates().find(record.key(), step).stream())
            .map(Stored::candidate)
            .toList();
    if (steps.isEmpty()) {
      html.raw("</section>");
      return;
    }
    cells(record, steps, target, differing(record, findings), tables);
    relations(steps, tables);
    html.raw("</section>");
  }

  private static Set<String> differing(SampleRecord record, List<Finding> findings) {
    Set<String> fields = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .filter(finding -> finding.object().equals(record.key().object().wire()))
        .filter(finding -> finding.id().equals(record.key().id()))
        .forEach(finding -> fields.add(finding.field()));
    return fields;
  }

  private void cells(
      SampleRecord record,
      List<Candidate> steps,
      Optional<TargetRow> target,
      Set<String> differing,
      Tables tables) {
    Optional<SourceRow> source =
        tables.sourceRecords().find(record.key()).map(raw -> new SourceRow(raw.json()));
    html.raw(
        "<table><colgroup><col class=\"field\"><col class=\"source\"><col class=\"rule\"><col>");
    html.raw("</colgroup><thead><tr>");
    for (String head : List.of("field", "side.source", "sample.rule", "sample.read-back")) {
      html.raw("<th>").text(words.say(head)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    Set<String> told = new HashSet<>();
    for (Candidate step : steps) {
      for (Cell cell : step.cells()) {
        String attribute = cell.target() == null ? "" : cell.target();
        told.add(attribute);
        row(
            cell.field() + (attribute.isEmpty() ? "" : " → " + attribute),
            source.map(row -> text(row, cell.field())).orElse(""),
            differing.contains(attribute) ? "differs" : cell.verdict().wire(),
            cell.verdict().detail(),
            attribute.isEmpty() ? "" : target.map(row -> text(row, attribute)).orElse(""));
      }
    }
    ObjectNode meant = JsonMapper.shared().createObjectNode();
    steps.forEach(step -> meant.setAll(step.attributes()));
    meant
        .propertyStream()
        .filter(member -> !told.contains(member.getKey()))
        .forEach(
            member ->
                row(
                    "→ " + member.getKey(),
                    "",
                    differing.contains(member.getKey()) ? "differs" : "set",
                    words.say("sample.meant") + " " + text(member.getValue()),
                    target.map(row -> text(row, member.getKey())).orElse("")));
    html.raw("</tbody></table>");
  }

  private void row(String field, String from, String verdict, String detail, String there) {
    html.raw(verdict.equals("differs") ? "<tr class=\"differs\"><td>" : "<tr><td>");
    html.text(field).raw("</td><td>").text(shortened(from)).raw("</td><td><span class=\"tag ");
    html.text(verdict).raw("\">").text(words.say("sample.tag." + verdict)).raw("</span> ");
    html.text(shortened(detail)).raw("</td><td>").text(shortened(there)).raw("</td></tr>");
  }

  private void relations(List<Candidate> steps, Tables tables) {
    List<String> said = new ArrayList<>();
    for (Candidate step : steps) {
      for (Link link : step.links()) {
        String there =
            tables
                .crosswalk()
                .find(link.to())
                .map(pair -> pair.module().wire() + " " + pair.targetId())
                .orElse(words.say("sample.not-there"));
        said.add(
            link.role().name().toLowerCase(java.util.Locale.ROOT)
                + ": "
                + link.to()
                + " → "
                + there);
      }
    }
    if (!said.isEmpty()) {
      html.raw("<p><small>").text(words.say("sample.relations") + " ");
      html.text(String.join(" · ", said.stream().distinct().toList())).raw("</small></p>");
    }
  }

  private static String text(SourceRow row, String field) {
    var value = row.value(field);
    return String.join(", ", value.labels().isEmpty() ? value.texts() : value.labels());
  }

  private static String text(TargetRow row, String attribute) {
    return text(row.attribute(attribute));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isString() ? value.asString() : value.toString();
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
