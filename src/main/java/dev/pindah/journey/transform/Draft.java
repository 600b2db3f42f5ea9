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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A candidate in the making: rules add to it, the first hold or skip decides its state. */
final class Draft {
  /** Reason code of a record that lacks what the target insists on. */
  static final String REQUIRED = "required-missing";

  final RecordKey key;
  final SourceRow row;
  private final TargetModule module;
  private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();
  private final List<Link> links = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private final List<Candidate> later = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final List<String> overflow = new ArrayList<>();
  private String body = "";
  private RecordState state = RecordState.READY;
  private String reason = "";

  Draft(RecordKey key, SourceRow row, TargetModule module) {
    this.key = key;
    this.row = row;
    this.module = module;
  }

  void put(String attribute, JsonNode value) {
    attributes.set(
        attribute,
        value.isString()
            ? JsonNodeFactory.instance.stringNode(Clean.text(value.asString()))
            : value);
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

  List<Link> links() {
    return List.copyOf(links);
  }

  void unlink(Link link) {
    links.remove(link);
  }

  /** The order in which a task or note looks for the one record that it hangs on. */
  void orderLinks(List<Link.Role> order) {
    links.sort(Comparator.comparingInt(link -> order.indexOf(link.role())));
  }

  /** The main text of a record whose target has one text for everything. */
  void body(String text) {
    body = body.isEmpty() ? text : body + "\n" + text;
  }

  String body() {
    return body;
  }

  /** A line under the main text. */
  void line(String line) {
    lines.add(line);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** What did not fit into its field goes into a note beside the record. */
  void overflow(String label, String text) {
    overflow.add(Clean.text(label) + ":\n" + text);
  }

  void cell(String field, String target, Verdict verdict) {
    cells.add(new Cell(field, target.isBlank() ? null : target, verdict));
  }

  /** Why a cell that should move could not. */
  Optional<String> failed(String field) {
    return cells.stream()
        .filter(cell -> cell.field().equals(field))
        .map(Cell::verdict)
        .filter(Verdict.Failed.class::isInstance)
        .map(Verdict::detail)
        .findFirst();
  }

  /** Replaces the verdict of a cell that a later rule had to change. */
  void recell(String field, String target, Verdict verdict) {
    cells.removeIf(cell -> cell.field().equals(field));
    cell(field, target, verdict);
  }

  /** Changes the verdict of every cell that went to one of the targets. */
  void recellTargets(Set<String> targets, Verdict verdict) {
    cells.replaceAll(
        cell ->
            cell.target() != null && targets.contains(cell.target())
                ? new Cell(cell.field(), cell.target(), verdict)
                : cell);
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

  /** Another candidate that comes with this one. */
  void also(Candidate candidate) {
    later.add(candidate);
  }

  List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    all.add(new Candidate(key, Step.RECORD, module, attributes, links, state, reason, cells));
    if (state == RecordState.READY) {
      all.addAll(later);
      if (!overflow.isEmpty()) {
        all.addAll(rest());
      }
    }
    return all;
  }

  private List<Candidate> rest() {
    RecordKey own = new RecordKey(key.object(), key.id() + "-rest");
    String headline = "what found no room in its field";
    String text = String.join("\n\n", overflow);
    if (module == TargetModule.TICKETS) {
      return Notes.onTicket(own, headline, text, key);
    }
    List<Link> parents =
        switch (module) {
          case CONTACTS, LEADS -> List.of(new Link(Link.Role.CONTACT, key));
          case SALES_ACCOUNTS -> List.of(new Link(Link.Role.ACCOUNT, key));
          case DEALS -> List.of(new Link(Link.Role.DEAL, key));
          default -> links();
        };
    return parents.isEmpty()
        ? List.of()
        : Notes.of(own, Step.PART, headline, text, parents, List.of());
  }
}
