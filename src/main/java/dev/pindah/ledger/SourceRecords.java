package dev.pindah.ledger;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Raw source records as received: table {@code source_record}, one row per record. */
public interface SourceRecords {
  /**
   * One raw record.
   *
   * @param json the record's JSON text as received
   * @param hash fingerprint of the content of the JSON
   * @param deleted a tombstone: it was there in an earlier extract and is gone now
   */
  record SourceRecord(RecordKey key, String json, String hash, Instant readAt, boolean deleted) {}

  /**
   * Inserts or replaces; the time of reading is always the new one. Answers how many were new or
   * changed (by hash).
   */
  int save(List<SourceRecord> records);

  Optional<SourceRecord> find(RecordKey key);

  /** Records that are not tombstones. */
  long count(ObjectName object);

  /** Records that are not tombstones and were read at or after the instant. */
  long seenSince(ObjectName object, Instant start);

  /** Records that are not tombstones and were last read before the instant, in the order of ids. */
  List<SourceRecord> unseenSince(ObjectName object, Instant start, String afterId, int limit);

  /** In the order of ids, after {@code afterId} (blank for the start); no tombstones. */
  List<SourceRecord> page(ObjectName object, String afterId, int limit);
}
