package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A candidate as a row: links and cells as compact arrays. */
final class CandidateRow {
  private CandidateRow() {}

  static String links(List<Link> links) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    links.forEach(
        link ->
            array
                .addArray()
                .add(link.role().name())
                .add(link.to().object().wire())
                .add(link.to().id()));
    return array.toString();
  }

  static String cells(List<Cell> cells) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    cells.forEach(
        cell ->
            array
                .addArray()
                .add(cell.field())
                .add(cell.target())
                .add(cell.verdict().wire())
                .add(cell.verdict().detail()));
    return array.toString();
  }

  static Stored read(ResultSet row) throws SQLException {
    Candidate candidate =
        new Candidate(
            new RecordKey(object(row), row.getString("source_id")),
            Step.of(row.getString("step")),
            TargetModule.of(row.getString("module")).orElseThrow(),
            (ObjectNode) Json.MAPPER.readTree(row.getString("attributes")),
            readLinks(row.getString("links")),
            RecordState.of(row.getString("state")),
            row.getString("reason"),
            readCells(row.getString("cells")));
    return new Stored(candidate, row.getString("payload_hash"));
  }

  static ObjectName object(ResultSet row) throws SQLException {
    return object(row.getString("object"));
  }

  private static ObjectName object(String wire) {
    return ObjectName.of(wire).orElseThrow();
  }

  private static List<Link> readLinks(String json) {
    return Json.MAPPER
        .readTree(json)
        .valueStream()
        .map(
            link ->
                new Link(
                    Link.Role.valueOf(link.path(0).asString()),
                    new RecordKey(object(link.path(1).asString()), link.path(2).asString())))
        .toList();
  }

  private static List<Cell> readCells(String json) {
    return Json.MAPPER.readTree(json).valueStream().map(CandidateRow::cell).toList();
  }

  private static Cell cell(JsonNode cell) {
    return new Cell(
        cell.path(0).asString(),
        cell.path(1).isNull() ? null : cell.path(1).asString(),
        Verdict.of(cell.path(2).asString(), cell.path(3).asString()));
  }
}
