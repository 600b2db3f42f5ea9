package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares a ledger with what the simulated source itself knows, record by record. */
final class SourceTruth {
  private static final Map<ObjectName, String> COLLECTIONS =
      Map.ofEntries(
          Map.entry(ObjectName.COMPANY, "companies"),
          Map.entry(ObjectName.CONTACT, "contacts"),
          Map.entry(ObjectName.DEAL, "deals"),
          Map.entry(ObjectName.TASK, "tasks"),
          Map.entry(ObjectName.TICKET, "tickets"),
          Map.entry(ObjectName.PRODUCT, "products"),
          Map.entry(ObjectName.LINE_ITEM, "products_association"),
          Map.entry(ObjectName.NOTE, "notes"),
          Map.entry(ObjectName.CHECK_IN, "geolocations"),
          Map.entry(ObjectName.ROOM, "rooms"),
          Map.entry(ObjectName.TEMPLATE, "templates"),
          Map.entry(ObjectName.LIST, "contact_lists"));

  private SourceTruth() {}

  static void holds(Ledger ledger, Rehearsal rehearsal) {
    COLLECTIONS.forEach(
        (object, collection) -> {
          Map<String, JsonNode> held = new TreeMap<>();
          List<SourceRecord> records =
              ledger.read(tables -> tables.sourceRecords().page(object, "", 100_000));
          records.forEach(record -> held.put(record.key().id(), Json.parse(record.json())));
          Set<String> different = new TreeSet<>(held.keySet());
          for (JsonNode row : rehearsal.state("qontak", collection)) {
            String id = row.path("id").asString();
            if (!holds(held.get(id), row)) {
              different.add(id);
            } else {
              different.remove(id);
            }
          }
          assertThat(different).as(collection).isEmpty();
        });
  }

  /** The source knows more of a record than its API tells; all that is told must be right. */
  private static boolean holds(@Nullable JsonNode held, JsonNode row) {
    return held != null
        && held.size() > row.size() / 2
        && held.propertyStream()
            .allMatch(
                member ->
                    member.getKey().equals("id")
                        || Fingerprint.of(member.getValue())
                            .equals(Fingerprint.of(row.path(member.getKey()))));
  }
}
