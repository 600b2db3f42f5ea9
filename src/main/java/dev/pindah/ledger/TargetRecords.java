package dev.pindah.ledger;

import dev.pindah.model.TargetModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Target records as read: table {@code target_record}. Once before the first write to a module (the
 * before-images and keys of what was there), and once after load for the comparison.
 */
public interface TargetRecords {
  /** Why it was read. */
  enum Reading {
    BEFORE,
    AFTER,
    /** As the target answered a write of ours; nothing is looked up by it. */
    WRITTEN,
    /** After a rollback, for the comparison with what was before. */
    UNDONE
  }

  /**
   * One target record.
   *
   * @param keys normalised values that identify it, by kind: marker, email, name
   */
  record TargetRecord(
      TargetModule module,
      String id,
      String json,
      Map<String, List<String>> keys,
      Instant readAt) {}

  void save(Reading reading, List<TargetRecord> records);

  Optional<TargetRecord> find(Reading reading, TargetModule module, String id);

  /** Records that carry the key; several when the target itself has duplicates. */
  List<TargetRecord> byKey(Reading reading, TargetModule module, String kind, String value);

  /** All values of one kind of key that records of the module carry. */
  Set<String> keys(Reading reading, TargetModule module, String kind);

  List<TargetRecord> page(Reading reading, TargetModule module, String afterId, int limit);

  long count(Reading reading, TargetModule module);

  /** Forgets a reading, before it is made again. */
  void clear(Reading reading, TargetModule module);
}
