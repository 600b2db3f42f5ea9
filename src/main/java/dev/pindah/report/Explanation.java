package dev.pindah.report;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Cell;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole story of one record.
 *
 * @param steps what shall stand on the target, by step; empty before transform
 * @param pair the target record, once there is one
 * @param moves how its state moved
 * @param attempts every write, oldest first
 */
public record Explanation(
    SourceRecord source,
    List<Stored> steps,
    Optional<Pair> pair,
    List<String> moves,
    List<String> attempts) {
  public Explanation {
    steps = List.copyOf(steps);
    moves = List.copyOf(moves);
    attempts = List.copyOf(attempts);
  }

  /** Empty when the record was never read. */
  public static Optional<Explanation> of(RecordKey key, Ledger ledger) {
    return ledger.read(
        tables -> tables.sourceRecords().find(key).map(source -> of(source, tables)));
  }

  private static Explanation of(SourceRecord source, Tables tables) {
    RecordKey key = source.key();
    return new Explanation(
        source,
        Stream.of(Step.values())
            .flatMap(step -> tables.candidates().find(key, step).stream())
            .toList(),
        tables.crosswalk().find(key),
        tables.history().moves(key),
        tables.attempts().trail(key));
  }

  /** For a terminal: control characters of customers do not reach it. */
  public List<String> lines() {
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
      }
      stored
          .candidate()
          .attributes()
          .propertyStream()
          .forEach(member -> lines.add("    " + member.getKey() + " = " + member.getValue()));
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
    moves.forEach(move -> lines.add("move: " + move));
    attempts.forEach(attempt -> lines.add("call: " + attempt));
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", "?")).toList();
  }

  public ObjectNode json() {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("object", source.key().object().wire());
    json.put("id", source.key().id());
    json.put("readAt", source.readAt().toString());
    json.put("deleted", source.deleted());
    json.set("source", JsonMapper.shared().readTree(source.json()));
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
                .put("ours", found.ours()));
    ArrayNode history = json.putArray("moves");
    moves.forEach(history::add);
    ArrayNode calls = json.putArray("attempts");
    attempts.forEach(calls::add);
    return json;
  }
}
