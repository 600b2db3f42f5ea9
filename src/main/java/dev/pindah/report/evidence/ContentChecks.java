package dev.pindah.report.evidence;

import dev.pindah.ledger.DecisionChain;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Fingerprint;
import dev.pindah.report.evidence.Problem.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recomputes what the files of the evidence claim of each other. */
final class ContentChecks {
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
}
