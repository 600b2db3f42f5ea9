package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Proof;
import java.util.List;
import java.util.Optional;

/** What reconcile proved: tables {@code proof} (append-only) and {@code record_hash}. */
public interface Proofs {
  /**
   * The canonical hashes of one record.
   *
   * @param found blank when nothing stands on the target
   */
  record RecordHash(
      ObjectName object,
      String id,
      TargetModule module,
      String targetId,
      String meant,
      String found) {}

  /** Forgets the hashes of all records, before they are computed anew. */
  void clearHashes();

  void saveHashes(List<RecordHash> hashes);

  /** In the order of ids, after {@code afterId} (blank for the start). */
  List<RecordHash> hashes(ObjectName object, String afterId, int limit);

  void save(Proof proof);

  Optional<Proof> latest();
}
