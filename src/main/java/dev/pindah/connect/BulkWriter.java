package dev.pindah.connect;

import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.TargetReader.Row;
import java.util.List;
import java.util.Set;

/**
 * Writes many records with one call, where the target can do that without losing anything. Such
 * writes are upserts by a key that is unique on the target, so sending one twice makes no second
 * record.
 */
public interface BulkWriter {
  /** Records that one call takes. */
  int size();

  /** Whether this record can be made in bulk, whole. */
  boolean creates(Payload payload);

  /** Whether this record can be changed in bulk, whole. */
  boolean updates(Payload payload);

  /** One change of a record that stands. */
  record Change(Row current, Payload payload) {}

  /**
   * What became of a bulk write.
   *
   * @param finished whether the target says that it is through with all of them
   * @param failed identifiers of records that it says it refused; the target may not tell them all
   * @param failures how many it says it refused
   */
  record Job(boolean finished, long failures, Set<String> failed) {
    public Job {
      failed = Set.copyOf(failed);
    }
  }

  /** Sends records to make and waits until the target is through with them. */
  Reply<Job> create(List<Payload> payloads);

  /** Sends changes by id and waits likewise. */
  Reply<Job> update(List<Change> changes);

  /**
   * Told that values of pick lists sent by their text did not arrive: from now on they are sent in
   * the other form the target may want.
   */
  void otherForm();
}
