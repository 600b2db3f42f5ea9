package dev.pindah.journey.transform;

import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A candidate in the making: rules add to it, the first hold or skip decides its state. */
final class Draft {
  final RecordKey key;
  final SourceRow row;
  private final TargetModule module;
  private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
  private final List<Link> links = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Candidate> later = new ArrayList<>();
  private RecordState state = RecordState.READY;
  private String reason = "";

  Draft(RecordKey key, SourceRow row, TargetModule module) {
    this.key = key;
    this.row = row;
    this.module = module;
  }

  void put(String attribute, JsonNode value) {
    attributes.set(attribute, value);
  }

  JsonNode attribute(String name) {
    return attributes.path(name);
  }

  void remove(String attribute) {
    attributes.remove(attribute);
  }

  void link(Link.Role role, RecordKey to) {
    Link link = new Link(role, to);
    if (!links.contains(link)) {
      links.add(link);
    }
  }

  void cell(String field, String target, Verdict verdict) {
    cells.add(new Cell(field, target.isBlank() ? null : target, verdict));
  }

  /** Replaces the verdict of a cell that a later rule had to change. */
  void recell(String field, String target, Verdict verdict) {
    cells.removeIf(cell -> cell.field().equals(field));
    cell(field, target, verdict);
  }

  void hold(String why) {
    stop(RecordState.HELD, why);
  }

  void skip(String why) {
    stop(RecordState.SKIPPED, why);
  }

  private void stop(RecordState newState, String why) {
    if (state == RecordState.READY) {
      state = newState;
      reason = why;
    }
  }

  /** A write that the target only accepts after the record stands. */
  void afterwards(Step step, ObjectNode laterAttributes) {
    later.add(
        new Candidate(
            key, step, module, laterAttributes, List.of(), RecordState.READY, "", List.of()));
  }

  List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    all.add(new Candidate(key, Step.RECORD, module, attributes, links, state, reason, cells));
    if (state == RecordState.READY) {
      all.addAll(later);
    }
    return all;
  }
}
