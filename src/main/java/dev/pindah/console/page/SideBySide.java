package dev.pindah.console.page;

import dev.pindah.console.web.Screen;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.Cell;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.row.TargetRow;
import dev.pindah.report.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One record on both sides, cell by cell.
 *
 * @param state where it stands; blank before transform
 * @param link its page in the target; blank when there is none
 */
record SideBySide(
    RecordKey key,
    String state,
    String reason,
    Optional<Pair> pair,
    String link,
    List<Line> lines) {
  private static final int LONGEST = 400;

  /** One cell; both values are masked unless the person asked to see them. */
  record Line(
      String field, String target, String source, String there, String verdict, String detail) {}

  static SideBySide of(RecordKey key, Tables tables, Links links, Screen screen) {
    Optional<Pair> pair = tables.crosswalk().find(key);
    Optional<SourceRow> source =
        tables.sourceRecords().find(key).map(record -> new SourceRow(record.json()));
    Optional<TargetRow> target =
        pair.flatMap(
                known ->
                    tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId()))
            .map(record -> new TargetRow(record.json()));
    Optional<Stored> stored = tables.candidates().find(key, Step.RECORD);
    List<Line> lines = new ArrayList<>();
    for (Cell cell : stored.map(known -> known.candidate().cells()).orElse(List.of())) {
      String attribute = cell.target() == null ? "" : cell.target();
      lines.add(
          new Line(
              cell.field(),
              attribute,
              screen.shown(shortened(source.map(row -> row.value(cell.field())))),
              screen.shown(there(target, attribute)),
              cell.verdict().wire(),
              cell.verdict().detail()));
    }
    return new SideBySide(
        key,
        stored.map(known -> known.state().wire()).orElse(""),
        stored.map(known -> known.candidate().reason()).orElse(""),
        pair,
        pair.flatMap(links::target).orElse(""),
        lines);
  }

  private static String shortened(Optional<SourceValue> value) {
    return shortened(
        value
            .map(known -> known.labels().isEmpty() ? known.texts() : known.labels())
            .map(texts -> String.join(", ", texts))
            .orElse(""));
  }

  private static String there(Optional<TargetRow> target, String attribute) {
    if (attribute.isEmpty()) {
      return "";
    }
    return shortened(target.map(row -> plain(row.attribute(attribute))).orElse(""));
  }

  private static String plain(JsonNode value) {
    return value.isString()
        ? value.asString()
        : value.isNull() || value.isMissingNode() ? "" : value.toString();
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text;
  }
}
