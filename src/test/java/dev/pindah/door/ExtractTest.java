package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever happens on the way, the ledger holds what the source holds, record by record. */
class ExtractTest {
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

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rate: 0.05, fault: throttle, retry-after: 3}",
        "{rate: 0.05, fault: throttle}",
        "{rate: 0.1, fault: edge-error, status: 502}",
        "{rate: 0.1, fault: edge-error, status: 500}",
        "{rate: 0.1, fault: challenge-page}",
        "{rate: 0.1, fault: truncated-body}",
        "{rate: 0.1, fault: reset-before}",
        "{rate: 0.1, fault: reset-after}",
        "{rate: 0.3, fault: wrong-content-type}",
        "{rate: 0.3, path: \"/qontak/crm/*\", fault: duplicate-row}",
        "{every: 2, path: \"/qontak/crm/contacts\", fault: moved-row}",
        "{rate: 0.1, fault: meta-status}"
      })
  void everyFaultIsOutlived(String rule) throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.program.json(0, "discover");
      rehearsal.faults("seed: 3\nrules:\n  - " + rule.replace("{", "{product: qontak, ") + "\n");
      rehearsal.program.json(0, "extract");
      assertThat(rehearsal.faultTally().toString()).doesNotContain("\"struck\":0");
      holdsWhatTheSourceHolds(rehearsal);
    }
  }

  @Test
  void aSecondExtractReadsOnlyTheListsAndWhatChanged() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.program.json(0, "discover");
      rehearsal.program.json(0, "extract");
      long first = rehearsal.requests();
      rehearsal.program.json(0, "extract");
      long second = rehearsal.requests() - first;
      assertThat(second).isLessThan(first / 10);
      rehearsal.evolve("{\"changed\":8,\"added\":3,\"deleted\":2}");
      rehearsal.program.json(0, "extract", "--full");
      holdsWhatTheSourceHolds(rehearsal);
    }
  }

  @Test
  void whatIsLeftOutIsNamedAndUnknownNamesAreRefused() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.program.json(0, "discover");
      String said = rehearsal.program.run("extract", "--without", "timeline,chat").out();
      assertThat(said).contains("gap: timeline: left out").contains("gap: chat: left out");
      assertThat(rehearsal.program.run("extract", "--without", "contact").code()).isEqualTo(2);
    }
  }

  private void holdsWhatTheSourceHolds(Rehearsal rehearsal) {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
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
