package dev.pindah.connect;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads source records, raw. */
public interface RecordReader {
  /** One record as received. */
  record RawRecord(RecordKey key, String json) {}

  /**
   * One page.
   *
   * @param total how many records the source says there are, where it says so
   * @param last whether no page follows
   */
  record Page(List<RawRecord> records, OptionalLong total, boolean last) {
    public Page {
      records = List.copyOf(records);
    }
  }

  /** The objects that can be listed. */
  Set<ObjectName> objects();

  /** Page {@code number}, from 1. A page beyond the end is empty and last. */
  Page page(ObjectName object, int number);

  /** One record in full, or empty when it is gone. */
  Optional<RawRecord> one(RecordKey key);
}
