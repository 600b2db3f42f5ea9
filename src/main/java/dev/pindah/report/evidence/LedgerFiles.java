package dev.pindah.report.evidence;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.ledger.Proofs.RecordHash;
import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.Proof;
import dev.pindah.report.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the ledger gives to the evidence, streamed by pages. */
final class LedgerFiles {
  static final String DECISIONS = "decisions.jsonl";
  static final String COUNTS = "counts.json";
  static final String FINDINGS = "findings.jsonl";
  static final String MAPPING = "mapping.yaml";
  static final String PROOF = "proof.json";
  static final String HASHES = "hashes/";
  static final String CSV = ".csv";
  private static final String CROSSWALK = "crosswalk/";
  private static final int PAGE = 1000;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Ledger ledger;

  LedgerFiles(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A file to be written. */
  record Named(String name, StoredZip.Content content) {}

  List<Named> all() {
    Summary summary = Summary.read(ledger);
    List<Named> files = new ArrayList<>();
    files.add(new Named(DECISIONS, EvidencePack.text(Lines.decisions(summary.decisions()))));
    ledger
        .read(tables -> tables.mappings().latest())
        .map(Confirmed::content)
        .ifPresent(content -> files.add(new Named(MAPPING, EvidencePack.text(content))));
    files.add(new Named(COUNTS, EvidencePack.text(CountsJson.of(summary))));
    files.add(new Named(FINDINGS, EvidencePack.text(Lines.findings(summary.findings()))));
    ledger
        .read(tables -> tables.proofs().latest())
        .ifPresent(proof -> files.add(new Named(PROOF, EvidencePack.text(text(proof)))));
    for (ObjectName object : ObjectName.values()) {
      if (!ledger.read(tables -> tables.proofs().hashes(object, "", 1)).isEmpty()) {
        files.add(new Named(HASHES + object.wire() + CSV, out -> hashes(object, out)));
      }
    }
    for (ObjectName object : ObjectName.values()) {
      if (ledger.read(tables -> tables.crosswalk().count(object)) > 0) {
        String name = CROSSWALK + object.wire() + CSV;
        files.add(new Named(name, out -> crosswalk(object, out)));
      }
    }
    return files;
  }

  private static String text(Proof proof) {
    return JSON.writeValueAsString(proof) + "\n";
  }

  private void hashes(ObjectName object, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord("source id", "module", "target id", "hash meant", "hash found");
    String after = "";
    while (true) {
      String from = after;
      List<RecordHash> page = ledger.read(tables -> tables.proofs().hashes(object, from, PAGE));
      if (page.isEmpty()) {
        break;
      }
      for (RecordHash hash : page) {
        csv.writeRecord(
            hash.id(), hash.module().wire(), hash.targetId(), hash.meant(), hash.found());
      }
      after = page.getLast().id();
    }
    text.flush();
  }

  private void crosswalk(ObjectName object, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord("source id", "module", "target id", "made by this migration", "payload hash");
    String after = "";
    while (true) {
      String from = after;
      List<Pair> page = ledger.read(tables -> tables.crosswalk().page(object, from, PAGE));
      if (page.isEmpty()) {
        break;
      }
      for (Pair pair : page) {
        csv.writeRecord(
            pair.key().id(),
            pair.module().wire(),
            pair.targetId(),
            pair.ours() ? "yes" : "no",
            pair.payloadHash());
      }
      after = page.getLast().key().id();
    }
    text.flush();
  }
}
