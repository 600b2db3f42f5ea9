package dev.pindah.cli;

import dev.pindah.journey.map.MappingDiff;
import dev.pindah.journey.map.MappingDiff.Change;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.map.TouchedRecords;
import dev.pindah.journey.map.TouchedRecords.Touched;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs from the confirmed mapping, and which records that touches. */
final class MapDiff {
  private final Map<Change, List<Touched>> changes;

  MapDiff(Session session, Mapping mapping) {
    Optional<Mapping> confirmed =
        session
            .ledger
            .read(tables -> tables.mappings().latest())
            .flatMap(known -> MappingReader.read(known.content(), new Problems()));
    Mapping before =
        confirmed.orElseGet(
            () ->
                new Mapping(
                    mapping.migration(), mapping.leadRule(), List.of(), List.of(), List.of()));
    changes = new TouchedRecords(session.ledger).of(MappingDiff.changes(before, mapping));
  }

  void say(Output output) {
    changes.forEach(
        (change, touched) -> {
          output.say(change.line());
          touched.stream()
              .filter(records -> records.count() > 0)
              .forEach(records -> output.say("    touches " + words(records)));
        });
    output.say(
        changes.isEmpty()
            ? "nothing differs from the confirmed mapping"
            : changes.size()
                + (changes.size() == 1 ? " change" : " changes")
                + (extracted() ? "" : "; no records are extracted yet"));
  }

  private boolean extracted() {
    return changes.values().stream().flatMap(List::stream).anyMatch(Touched::extracted);
  }

  private static String words(Touched records) {
    return records.count()
        + " "
        + records.object().wire()
        + " records: "
        + records.ids().stream().collect(Collectors.joining(", "))
        + (records.count() > records.ids().size() ? ", …" : "");
  }

  void json(ObjectNode json) {
    ArrayNode rows = json.putArray("changes");
    changes.forEach(
        (change, touched) -> {
          ObjectNode row =
              rows.addObject()
                  .put("rule", change.rule())
                  .put("before", change.before())
                  .put("after", change.after());
          ArrayNode records = row.putArray("touches");
          for (Touched each : touched) {
            ObjectNode node =
                records
                    .addObject()
                    .put("object", each.object().wire())
                    .put("records", each.count())
                    .put("extracted", each.extracted());
            each.ids().forEach(node.putArray("ids")::add);
          }
        });
  }
}
