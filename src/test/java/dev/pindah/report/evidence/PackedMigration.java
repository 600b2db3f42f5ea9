package dev.pindah.report.evidence;

import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.ledger.Proofs.RecordHash;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.MerkleTree;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample;
import dev.pindah.report.evidence.EvidencePack.Attachment;
import dev.pindah.report.evidence.EvidencePack.Extras;
import dev.pindah.report.evidence.EvidencePack.Omission;
import dev.pindah.report.evidence.EvidencePack.Origin;
import dev.pindah.report.evidence.EvidencePack.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small migration in a ledger, and its evidence. */
final class PackedMigration {
  static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  private static final String MAPPING = "migration: kecil\nobjects: {}\n";

  private PackedMigration() {}

  static Packed pack(Path folder) throws IOException {
    try (Ledger ledger =
        JdbcLedger.open(
            "ledger.db", Files.createTempDirectory(folder, "ledger"), Clock.systemUTC())) {
      fill(ledger);
      Path report = folder.resolve("summary.html");
      Files.writeString(report, "<!doctype html><p>Ibu Sari &amp; rekan</p>");
      Path empty = folder.resolve("empty.csv");
      Files.writeString(empty, "");
      return EvidencePack.write(
          folder.resolve("evidence.zip"),
          ledger,
          new Origin("kecil", "1.2.3", NOW),
          new Extras(
              "{}\n",
              List.of(
                  new Attachment("reports/summary.html", report),
                  new Attachment("reports/empty.csv", empty)),
              List.of(new Omission("reports/sample.html", "personal data"))));
    }
  }

  private static void fill(Ledger ledger) {
    ledger.record(
        tables -> {
          String hash = Fingerprint.of(MAPPING);
          tables.mappings().save(new Confirmed(hash, MAPPING, "Rina", NOW));
          tables
              .decisions()
              .append("gate-passed", "gate:mapping-confirmed", "Rina", "mapping.yaml " + hash, NOW);
          tables.decisions().append("gate-passed", "gate:automation-off", "Rina", "all off", NOW);
          List<byte[]> leaves = new ArrayList<>();
          for (int number = 1; number <= 5; number++) {
            RecordKey key = new RecordKey(ObjectName.CONTACT, "4100" + number);
            String json = "{\"name\":\"Orang " + number + "\"}";
            tables
                .sourceRecords()
                .save(
                    List.of(
                        new SourceRecord(
                            key, Optional.empty(), json, Fingerprint.of(json), NOW, true, false)));
            String content = Fingerprint.of("record " + number);
            tables
                .proofs()
                .saveHashes(
                    List.of(
                        new RecordHash(
                            key.object(),
                            key.id(),
                            TargetModule.CONTACTS,
                            "7" + number,
                            content,
                            content)));
            leaves.add(MerkleTree.leaf(key.id(), content));
            tables
                .crosswalk()
                .save(
                    List.of(
                        new Pair(
                            key, TargetModule.CONTACTS, "7" + number, true, "", "a" + number)));
          }
          proof(tables, leaves);
          tables
              .findings()
              .add(
                  "reconcile",
                  new Finding("cell-differs", Severity.ERROR, "contact", "41001", "city", "other"));
          tables
              .cellCounts()
              .replace(List.of(new CellCount(ObjectName.CONTACT, "first_name", "exact", 5)));
        });
  }

  private static void proof(Tables tables, List<byte[]> leaves) {
    String root = MerkleTree.of(leaves).root();
    tables
        .proofs()
        .save(
            new Proof(
                NOW.toString(),
                List.of(Rung.of("hashes", true, "5 record hashes", 5L, 1L)),
                List.of(new Root("contact", leaves.size(), root, root, 0, 1)),
                List.of(),
                List.of(),
                List.of(),
                new Business(List.of(), List.of(), List.of(), 0),
                Sample.NONE));
  }
}
