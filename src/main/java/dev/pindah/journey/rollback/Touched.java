package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Judgement.Change;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which business cells of a record differ from what we read there last. What was written is not the
 * measure, since the target may store another value than it was given; and a cell that stands as we
 * wrote it was not touched, whenever it was read.
 */
final class Touched {
  private final Tables tables;

  Touched(Tables tables) {
    this.tables = tables;
  }

  /** By cell; empty when nobody touched it. */
  Map<String, Change> cells(Standing standing, Row now, ObjectNode written) {
    Optional<Seen> seen = seen(standing);
    Map<String, Change> touched = new TreeMap<>();
    TargetRow stands = new TargetRow(now.json());
    Map<String, String> notAsWritten = stands.differences(written);
    if (seen.isEmpty()) {
      notAsWritten.forEach(
          (name, is) -> touched.put(name, new Change(written.path(name).toString(), is)));
      touched.keySet().removeIf(ServerMoved::byRules);
      return touched;
    }
    TargetRow then = new TargetRow(seen.get().row().json());
    ObjectNode expected = JsonMapper.shared().createObjectNode();
    for (String name : business(standing.module(), seen.get().row().json(), now.json(), written)) {
      JsonNode value = then.attribute(name);
      if (!value.isMissingNode()) {
        expected.set(name, value);
      } else if (seen.get().whole()) {
        expected.putNull(name);
      }
    }
    stands.differences(expected).entrySet().stream()
        .filter(cell -> !written.has(cell.getKey()) || notAsWritten.containsKey(cell.getKey()))
        .forEach(
            cell ->
                touched.put(
                    cell.getKey(),
                    new Change(expected.path(cell.getKey()).toString(), cell.getValue())));
    relations(seen.get(), now, touched);
    tags(seen.get().row().json(), now.json(), touched);
    return touched;
  }

  /** What we read last of a record, and whether such a reading leaves nothing out. */
  private record Seen(TargetRecord row, boolean whole) {}

  private Optional<Seen> seen(Standing standing) {
    Optional<Seen> read =
        tables
            .targetRecords()
            .find(Reading.AFTER, standing.module(), standing.targetId())
            .map(row -> new Seen(row, true));
    Optional<Seen> answered =
        tables
            .targetRecords()
            .find(Reading.WRITTEN, standing.module(), standing.targetId())
            .map(row -> new Seen(row, false));
    return Stream.of(read, answered)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(seen -> seen.row().readAt()));
  }

  private Set<String> business(TargetModule module, String then, String now, ObjectNode written) {
    BusinessCells cells = BusinessCells.of(module, tables);
    Set<String> names = new TreeSet<>(written.propertyNames());
    names.addAll(cells.values(then));
    names.addAll(cells.values(now));
    names.removeIf(name -> ServerMoved.byRules(name) || BusinessCells.RELATIONS.contains(name));
    return names;
  }

  /** Links that a person made or cut; those to records that we took away meanwhile do not count. */
  private void relations(Seen seen, Row now, Map<String, Change> touched) {
    Map<String, TargetModule> modules = new LinkedHashMap<>();
    modules.put(TargetReader.ACCOUNT, TargetModule.SALES_ACCOUNTS);
    modules.put(TargetReader.CONTACT, TargetModule.CONTACTS);
    modules.put(TargetReader.DEAL, TargetModule.DEALS);
    modules.put(TargetReader.PARENT, TargetModule.SALES_ACCOUNTS);
    modules.put(TargetReader.REQUESTER, TargetModule.DESK_CONTACTS);
    if (!seen.whole()) {
      return;
    }
    if (now.module().product() == Product.FRESHDESK) {
      modules.put(TargetReader.ACCOUNT, TargetModule.DESK_COMPANIES);
    }
    modules.forEach(
        (kind, module) -> {
          Set<String> then = links(seen.row().keys(), kind);
          Set<String> is = links(now.keys(), kind);
          then.removeIf(id -> !is.contains(id) && undone(module, id));
          if (!then.equals(is)) {
            touched.put(kind, new Change(String.join(" ", then), String.join(" ", is)));
          }
        });
    Set<String> addresses = links(seen.row().keys(), TargetReader.EMAIL);
    Set<String> addressesNow = links(now.keys(), TargetReader.EMAIL);
    if (!addresses.equals(addressesNow)) {
      touched.put(
          TargetReader.EMAIL,
          new Change(String.join(" ", addresses), String.join(" ", addressesNow)));
    }
  }

  private boolean undone(TargetModule module, String targetId) {
    long round = tables.undoSteps().round();
    return round > 0 && !tables.undoSteps().byTarget(round, module, targetId).isEmpty();
  }

  private static Set<String> links(Map<String, List<String>> keys, String kind) {
    return new TreeSet<>(keys.getOrDefault(kind, List.of()));
  }

  private static void tags(String then, String now, Map<String, Change> touched) {
    Optional<Set<String>> were = tags(then);
    Optional<Set<String>> are = tags(now);
    if (were.isPresent() && are.isPresent() && !were.get().equals(are.get())) {
      touched.put("tags", new Change(String.join(", ", were.get()), String.join(", ", are.get())));
    }
  }

  private static Optional<Set<String>> tags(String json) {
    JsonNode tags = JsonMapper.shared().readTree(json).path("tags");
    return tags.isArray()
        ? Optional.of(
            tags.valueStream()
                .map(tag -> tag.isObject() ? tag.path("name").asString("") : tag.asString(""))
                .collect(Collectors.toCollection(TreeSet::new)))
        : Optional.empty();
  }
}
