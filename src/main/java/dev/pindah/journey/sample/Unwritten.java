package dev.pindah.journey.sample;

import dev.pindah.ledger.CellCounts;
import dev.pindah.ledger.Findings;
import dev.pindah.ledger.Proofs;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.Proof;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is read as it is and not written: a comparison of a sample says nothing of the migration.
 */
final class Unwritten {
  private Unwritten() {}

  record OfFindings(Findings whole) implements Findings {
    @Override
    public void replace(String stage, List<Finding> findings) {}

    @Override
    public void add(String stage, Finding finding) {}

    @Override
    public List<Finding> all(String stage) {
      return whole.all(stage);
    }

    @Override
    public Map<String, List<Finding>> byStage() {
      return whole.byStage();
    }
  }

  record OfCellCounts(CellCounts whole) implements CellCounts {
    @Override
    public void replace(List<CellCount> counts) {}

    @Override
    public List<CellCount> all() {
      return whole.all();
    }
  }

  record OfProofs(Proofs whole) implements Proofs {
    @Override
    public void clearHashes() {}

    @Override
    public void saveHashes(List<RecordHash> hashes) {}

    @Override
    public List<RecordHash> hashes(ObjectName object, String afterId, int limit) {
      return whole.hashes(object, afterId, limit);
    }

    @Override
    public void save(Proof proof) {}

    @Override
    public Optional<Proof> latest() {
      return whole.latest();
    }
  }
}
