package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Source id to target id: table {@code crosswalk}, one row per source record that has a target. */
public interface Crosswalk {
  /**
   * One pair.
   *
   * @param ours whether we made the target record; false when it existed before us
   * @param before JSON of the target record before our first write to it; blank when we made it
   * @param payloadHash hash of the payload that we wrote last; blank while we wrote nothing
   */
  record Pair(
      RecordKey key,
      TargetModule module,
      String targetId,
      boolean ours,
      String before,
      String payloadHash) {}

  /** Inserts, or replaces target and (unless blank) hash; the first before-image and owner stay. */
  void save(List<Pair> pairs);

  Optional<Pair> find(RecordKey key);

  /** Which source record stands behind a target record. */
  Optional<Pair> byTarget(TargetModule module, String targetId);

  /** All source records behind a target record; several where records were merged. */
  List<Pair> sharing(TargetModule module, String targetId);

  /** Target ids of a module, each once, in their order after {@code afterId}. */
  List<String> targets(TargetModule module, String afterId, int limit);

  /** Target records of a module, each once. */
  long count(TargetModule module);

  List<Pair> page(ObjectName object, String afterId, int limit);

  long count(ObjectName object);

  /** Modules in which some record has its target. */
  Set<TargetModule> modules();

  /** Forgets a pair, once its target record is gone or as it was. */
  void remove(RecordKey key);
}
