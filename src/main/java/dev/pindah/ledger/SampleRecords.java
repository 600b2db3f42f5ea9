package dev.pindah.ledger;

import dev.pindah.model.RecordKey;
import java.util.List;

/** The records that a sample carries over: table {@code sample_record}. */
public interface SampleRecords {
  /**
   * One record.
   *
   * @param reason what it is in the sample for
   * @param module where it stood, as the wire name of the module; blank before it was loaded
   * @param targetId its id there
   */
  record SampleRecord(RecordKey key, String reason, String module, String targetId) {
    public SampleRecord at(String where, String id) {
      return new SampleRecord(key, reason, where, id);
    }
  }

  /** Puts another sample in place of the last one. */
  void replace(List<SampleRecord> records);

  /** In the order of objects and ids. */
  List<SampleRecord> all();
}
