package dev.pindah.report.page;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.Cell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Sample.Drawn;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.TargetRow;
import dev.pindah.report.Links;
import dev.pindah.report.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The drawn records side by side, cell by cell, for people to look at. It shows personal data. */
public final class SampleSheet {
  private static final int LONGEST = 400;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.5rem}h2{font-size:1.05rem;margin-top:2.5rem;border-top:2px solid #1c2430;padding-top:.6rem}
      table{border-collapse:collapse;width:100%;font-size:.9em}
      th,td{padding:.3rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:anywhere;width:26%}
      thead th{background:#f3f5f8}small{color:#5b6675}
      @media print{h2{break-before:page}tr{break-inside:avoid}}
      """;

  private SampleSheet() {}

  public static String page(Ledger ledger, Sample sample, Links links, Words words) {
    Html html = new Html();
    HtmlReport.open(html, words, words.say("side.title"), STYLE);
    html.paragraph(words.say("side.note")).paragraph(words.say("side.personal"));
    for (Drawn drawn : sample.drawn()) {
      ledger.read(
          tables -> {
            record(html, drawn, tables, links, words);
            return true;
          });
    }
    return html.raw("</body></html>\n").done();
  }

  private static void record(Html html, Drawn drawn, Tables tables, Links links, Words words) {
    RecordKey key =
        new RecordKey(ObjectName.of(drawn.object()).orElse(ObjectName.CONTACT), drawn.id());
    Optional<Pair> pair = tables.crosswalk().find(key);
    Optional<SourceRow> source =
        tables.sourceRecords().find(key).map(record -> new SourceRow(record.json()));
    Optional<TargetRow> target =
        pair.flatMap(
                known ->
                    tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId()))
            .map(record -> new TargetRow(record.json()));
    html.heading(drawn.object() + ":" + drawn.id());
    html.raw("<p><small>").text(drawn.stratum()).raw("</small> ");
    pair.flatMap(links::target)
        .ifPresent(
            page ->
                html.raw("<a href=\"")
                    .text(page)
                    .raw("\">")
                    .text(words.say("side.link.target"))
                    .raw("</a> "));
    tables
        .decisions()
        .latest("sample:" + drawn.object() + ":" + drawn.id())
        .map(Decision::reason)
        .ifPresent(verdict -> html.raw(" <b>").text(verdict).raw("</b>"));
    html.raw("</p>");
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell :
        tables
            .candidates()
            .find(key, Step.RECORD)
            .map(Stored::candidate)
            .map(candidate -> candidate.cells())
            .orElse(List.of())) {
      rows.add(row(cell, source, target));
    }
    html.table(
        List.of(
            words.say("field"),
            words.say("side.source"),
            words.say("side.target"),
            words.say("side.verdict")),
        rows,
        4,
        4);
  }

  private static List<String> row(
      Cell cell, Optional<SourceRow> source, Optional<TargetRow> target) {
    String attribute = cell.target() == null ? "" : cell.target();
    String from =
        source
            .map(row -> row.value(cell.field()))
            .map(
                value ->
                    String.join(", ", value.labels().isEmpty() ? value.texts() : value.labels()))
            .orElse("");
    String there =
        attribute.isEmpty()
            ? ""
            : target
                .map(row -> row.attribute(attribute))
                .map(value -> value.isString() ? value.asString() : value.toString())
                .orElse("");
    return List.of(
        cell.field() + (attribute.isEmpty() ? "" : " → " + attribute),
        shortened(from),
        shortened(there),
        (cell.verdict().wire() + " " + cell.verdict().detail()).strip());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
