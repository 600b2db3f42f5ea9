package dev.pindah.report.evidence;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.ledger.DecisionChain;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.MerkleTree;
import dev.pindah.report.evidence.Problem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes what the files of the evidence claim of each other. */
final class ContentChecks {
  private static final int COLUMNS = 5;
  private static final int MEANT = 3;
  private static final int FOUND = 4;

  private final Archive archive;
  private final Set<String> names;
  private final List<Problem> problems = new ArrayList<>();

  private ContentChecks(Archive archive, Set<String> names) {
    this.archive = archive;
    this.names = names;
  }

  static List<Problem> run(Archive archive, Set<String> names) throws IOException {
    ContentChecks checks = new ContentChecks(archive, names);
    checks.decisions();
    checks.roots();
    return checks.problems;
  }

  private void decisions() throws IOException {
    Optional<byte[]> text = EvidenceCheck.read(archive, names, LedgerFiles.DECISIONS);
    if (text.isEmpty()) {
      return;
    }
    Optional<List<Decision>> chain =
        Lines.decisions(new String(text.get(), StandardCharsets.UTF_8));
    if (chain.isEmpty()) {
      problems.add(
          new Problem(Kind.CHAIN, LedgerFiles.DECISIONS, "a decision in it cannot be read"));
      return;
    }
    DecisionChain.firstBroken(chain.get())
        .ifPresent(
            number ->
                problems.add(
                    new Problem(
                        Kind.CHAIN,
                        LedgerFiles.DECISIONS,
                        "decision " + number + " does not fit the one before it")));
    mapping(chain.get());
  }

  /** The decision that confirmed the mapping carries the hash of its bytes. */
  private void mapping(List<Decision> chain) throws IOException {
    Optional<byte[]> mapping = EvidenceCheck.read(archive, names, LedgerFiles.MAPPING);
    if (mapping.isEmpty()) {
      return;
    }
    String hash = Fingerprint.of(mapping.get());
    if (chain.stream().noneMatch(decision -> decision.reason().contains(hash))) {
      problems.add(
          new Problem(Kind.MAPPING, LedgerFiles.MAPPING, "no decision confirms these very bytes"));
    }
  }

  /** The record hashes must give the very roots that reconcile wrote down. */
  private void roots() throws IOException {
    Optional<byte[]> text = EvidenceCheck.read(archive, names, LedgerFiles.PROOF);
    if (text.isEmpty()) {
      return;
    }
    try {
      for (JsonNode root : JsonMapper.shared().readTree(text.get()).path("roots")) {
        root(
            LedgerFiles.HASHES + root.path("object").asString("") + LedgerFiles.CSV,
            root.path("meant").asString(""),
            root.path("found").asString(""));
      }
    } catch (JacksonException unreadable) {
      problems.add(new Problem(Kind.ROOT, LedgerFiles.PROOF, "it cannot be read"));
    }
  }

  private void root(String name, String meant, String found) throws IOException {
    if (!names.contains(name)) {
      problems.add(new Problem(Kind.ROOT, name, "the hashes under a root are not there"));
      return;
    }
    List<CsvRecord> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(archive.open(name))) {
      csv.stream().skip(1).filter(row -> row.getFieldCount() == COLUMNS).forEach(rows::add);
    } catch (CsvParseException | UncheckedIOException unreadable) {
      problems.add(new Problem(Kind.ROOT, name, "its rows cannot be read"));
      return;
    }
    rows.sort(Comparator.comparing(row -> row.getField(0)));
    if (!root(rows, MEANT).equals(meant) || !root(rows, FOUND).equals(found)) {
      problems.add(
          new Problem(
              Kind.ROOT, name, "its hashes do not give the root that stands in proof.json"));
    }
  }

  private static String root(List<CsvRecord> rows, int column) {
    return MerkleTree.of(
            rows.stream()
                .map(row -> MerkleTree.leaf(row.getField(0), row.getField(column)))
                .toList())
        .root();
  }
}
