package dev.pindah.journey.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys both sides have, once the target was read. */
class CollisionsTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  @TempDir Path folder;

  @Test
  void keysOfBothSidesAreCountedOnceTheTargetWasRead() {
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      ledger.record(
          tables ->
              tables
                  .sourceRecords()
                  .save(
                      List.of(
                          source(ObjectName.CONTACT, "1", "{\"email\":\"Siti@contoh.example\"}"),
                          source(ObjectName.CONTACT, "2", "{\"email\":\"budi@contoh.example\"}"),
                          source(ObjectName.CONTACT, "3", "{\"email\":null}"),
                          source(ObjectName.COMPANY, "4", "{\"name\":\"PT  Contoh Maju\"}"))));
      assertThat(Collisions.in(ledger)).isEqualTo(new Collisions(false, 0, 0, 0));

      ledger.record(
          tables ->
              tables
                  .targetRecords()
                  .save(
                      Reading.BEFORE,
                      List.of(
                          target(
                              TargetModule.CONTACTS,
                              "7",
                              Map.of(
                                  "email", List.of("siti@contoh.example", "lain@contoh.example"),
                                  "marker", List.of("contact:3"))),
                          target(
                              TargetModule.SALES_ACCOUNTS,
                              "8",
                              Map.of("name", List.of("pt contoh maju"))))));
      assertThat(Collisions.in(ledger)).isEqualTo(new Collisions(true, 1, 1, 1));
    }
  }

  private static SourceRecord source(ObjectName object, String id, String json) {
    return new SourceRecord(
        new RecordKey(object, id), Optional.empty(), json, id, NOW, true, false);
  }

  private static TargetRecord target(
      TargetModule module, String id, Map<String, List<String>> keys) {
    return new TargetRecord(module, id, "{}", keys, NOW);
  }
}
