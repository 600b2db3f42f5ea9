package dev.pindah.report;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Cell;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole story of one record: what was received, what each rule made of it, what was called and
 * answered, and what stands on the target.
 *
 * @param steps what shall stand on the target, by step; empty before transform
 * @param pair the target record, once there is one
 * @param found the target record as it was read back last
 * @param page where a browser shows the target record
 * @param moves how its state moved
 * @param attempts every write, oldest first
 */
public record Explanation(
    SourceRecord source,
    List<Stored> steps,
    Optional<Pair> pair,
    Optional<TargetRecord> found,
    Optional<String> page,
    List<String> moves,
    List<String> attempts) {
  public Explanation {
    steps = List.copyOf(steps);
    moves = List.copyOf(moves);
    attempts = List.copyOf(attempts);
  }

  /** Empty when the record was never read. */
  public static Optional<Explanation> of(RecordKey key, Ledger ledger, Links links) {
    return ledger.read(
        tables -> tables.sourceRecords().find(key).map(source -> of(source, tables, links)));
  }

  private static Explanation of(SourceRecord source, Tables tables, Links links) {
    RecordKey key = source.key();
    Optional<Pair> pair = tables.crosswalk().find(key);
    return new Explanation(
        source,
        Stream.of(Step.values())
            .flatMap(step -> tables.candidates().find(key, step).stream())
            .toList(),
        pair,
        pair.flatMap(
            known -> tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId())),
        pair.flatMap(links::target),
        tables.history().moves(key),
        tables.attempts().trail(key));
  }

  /** For a terminal: control characters of customers do not reach it. */
  public List<String> lines() {
    SourceRow row = new SourceRow(source.json());
    List<String> lines = new ArrayList<>();
    lines.add(
        source.key() + ", read " + source.readAt() + (source.deleted() ? ", gone since" : ""));
    for (Stored stored : steps) {
      lines.add(
          stored.candidate().step().wire()
              + ": "
              + stored.state().wire()
              + (stored.candidate().reason().isBlank() ? "" : ", " + stored.candidate().reason()));
      for (Cell cell : stored.candidate().cells()) {
        lines.add(
            String.format(
                Locale.ROOT,
                "  %-28s %-28s %-12s %s",
                cell.field(),
                cell.target() == null ? "-" : cell.target(),
                cell.verdict().wire(),
                cell.verdict().detail()));
        lines.add("    " + said(row.value(cell.field())));
      }
      ObjectNode attributes = stored.candidate().attributes();
      Map<String, String> differences = differences(attributes);
      attributes
          .propertyStream()
          .forEach(
              member ->
                  lines.add(
                      "    "
                          + member.getKey()
                          + " = "
                          + member.getValue()
                          + (differences.containsKey(member.getKey())
                              ? "   BUT THE TARGET HOLDS " + differences.get(member.getKey())
                              : "")));
      stored.candidate().links().forEach(link -> lines.add("    " + link.role() + " " + link.to()));
    }
    pair.ifPresent(
        found ->
            lines.add(
                "target: "
                    + found.module().wire()
                    + " "
                    + found.targetId()
                    + (found.ours() ? ", made by this migration" : ", was there before")));
    page.ifPresent(address -> lines.add("  " + address));
    found.ifPresent(
        record ->
            lines.add(
                "  read back "
                    + record.readAt()
                    + (same() ? ": everything stands as meant" : ": see above for what differs")));
    moves.forEach(move -> lines.add("move: " + move));
    attempts.forEach(attempt -> lines.add("call: " + attempt));
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
  }

  /** The value, and the label of what is an option's id. */
  private static String said(SourceValue value) {
    String labels = String.join(", ", value.labels());
    return labels.isEmpty() || labels.equals(value.text())
        ? value.text()
        : value.text() + " (" + labels + ")";
  }

  private Map<String, String> differences(ObjectNode attributes) {
    return found
        .map(record -> new TargetRow(record.json()).differences(attributes))
        .orElse(Map.of());
  }

  private boolean same() {
    return steps.stream()
        .allMatch(stored -> differences(stored.candidate().attributes()).isEmpty());
  }

  public ObjectNode json() {
    SourceRow source = new SourceRow(this.source.json());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("object", this.source.key().object().wire());
    json.put("id", this.source.key().id());
    json.put("readAt", this.source.readAt().toString());
    json.put("deleted", this.source.deleted());
    json.set("source", JsonMapper.shared().readTree(this.source.json()));
    ArrayNode rows = json.putArray("steps");
    for (Stored stored : steps) {
      ObjectNode row = rows.addObject();
      row.put("step", stored.candidate().step().wire());
      row.put("state", stored.state().wire());
      row.put("reason", stored.candidate().reason());
      row.set("attributes", stored.candidate().attributes());
      ArrayNode cells = row.putArray("cells");
      for (Cell cell : stored.candidate().cells()) {
        cells
            .addObject()
            .put("field", cell.field())
            .put("value", source.value(cell.field()).text())
            .put("target", cell.target())
            .put("verdict", cell.verdict().wire())
            .put("detail", cell.verdict().detail());
      }
    }
    pair.ifPresent(
        found ->
            json.putObject("target")
                .put("module", found.module().wire())
                .put("id", found.targetId())
                .put("ours", found.ours())
                .put("page", page.orElse("")));
    found.ifPresent(
        record -> {
          ObjectNode back = json.putObject("readBack");
          back.put("readAt", record.readAt().toString());
          back.set("record", JsonMapper.shared().readTree(record.json()));
          ObjectNode differs = back.putObject("differs");
          steps.forEach(
              stored -> differences(stored.candidate().attributes()).forEach(differs::put));
        });
    ArrayNode history = json.putArray("moves");
    moves.forEach(history::add);
    ArrayNode calls = json.putArray("attempts");
    attempts.forEach(calls::add);
    return json;
  }
}
