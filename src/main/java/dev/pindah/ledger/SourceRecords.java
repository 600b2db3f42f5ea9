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
   * @param parent the record under which it was read, for objects that are only given that way
   * @param json the record's JSON text as received
   * @param hash fingerprint of the content of the JSON
   * @param complete false for a list row that leaves out what the record's own endpoint gives
   * @param deleted a tombstone: it was there in an earlier extract and is gone now
   */
  record SourceRecord(
      RecordKey key,
      Optional<RecordKey> parent,
      String json,
      String hash,
      Instant readAt,
      boolean complete,
      boolean deleted) {
    /** The same record, found to be gone. */
    public SourceRecord tombstone(Instant at) {
      return new SourceRecord(key, parent, json, hash, at, complete, true);
    }
  }

  /** One content that a record had, and since when it was seen. */
  record Version(String hash, boolean deleted, Instant seenAt) {}

  /**
   * Inserts or replaces; the time of reading is always the new one. Answers how many were new or
   * changed (by hash).
   */
  int save(List<SourceRecord> records);

  /** Says that records were seen again as they are known. */
  void touch(ObjectName object, List<String> ids, Instant at);

  Optional<SourceRecord> find(RecordKey key);

  /** Every content that the record had, oldest first. */
  List<Version> versions(RecordKey key);

  /** Records that are not tombstones. */
  long count(ObjectName object);

  /** Records that are not tombstones and were read at or after the instant. */
  long seenSince(ObjectName object, Instant start);

  /** Records that are not tombstones and were last read before the instant, in the order of ids. */
  List<SourceRecord> unseenSince(ObjectName object, Instant start, String afterId, int limit);

  /** In the order of ids, after {@code afterId} (blank for the start); no tombstones. */
  List<SourceRecord> page(ObjectName object, String afterId, int limit);

  /** The same for records that are new or changed since the instant. */
  List<SourceRecord> changedSince(ObjectName object, Instant since, String afterId, int limit);

  /** Ids only, of the same. */
  List<String> idsChangedSince(ObjectName object, Instant since, String afterId, int limit);

  /** The same for list rows that were not completed yet. */
  List<SourceRecord> incomplete(ObjectName object, String afterId, int limit);

  /** Records that were there in an earlier extract and are gone, in the order of ids. */
  List<SourceRecord> tombstones(ObjectName object, String afterId, int limit);

  /** What hangs on a record, without tombstones, in the order of ids. */
  List<SourceRecord> children(RecordKey parent, ObjectName object);
}
