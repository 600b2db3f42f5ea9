package dev.pindah.connect;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads source records, raw. */
public interface RecordReader {
  /**
   * One record as received.
   *
   * @param parent the record under which it was found, for what is only given that way
   */
  record RawRecord(RecordKey key, Optional<RecordKey> parent, String json) {
    public static RawRecord of(RecordKey key, String json) {
      return new RawRecord(key, Optional.empty(), json);
    }
  }

  /**
   * One page.
   *
   * @param total how many records the source says there are, where it says so
   * @param pages how many pages the source says there are, where it says so
   * @param last whether no page follows
   */
  record Page(List<RawRecord> records, OptionalLong total, OptionalLong pages, boolean last) {
    public Page {
      records = List.copyOf(records);
    }
  }

  /** Records of one object that are given per record of another. */
  record Branch(ObjectName child, ObjectName parent) {
    /** Its name in the ledger and on the command line. */
    public String wire() {
      return child.wire() + ":" + parent.wire();
    }
  }

  /** The objects that can be listed, in the order in which they are read. */
  List<ObjectName> objects();

  /** Listed objects that an account may do without: its credentials may not reach them. */
  Set<ObjectName> optional();

  /** Listed objects whose rows leave out what {@link #one} gives. */
  Set<ObjectName> thin();

  /** Page {@code number}, from 1. A page beyond the end is empty and last. */
  default Page page(ObjectName object, int number) {
    return page(object, number, 1);
  }

  /**
   * A page of a list that is read again: what moved from one page to another while it was read
   * stands in the middle of a page now.
   *
   * @param scan the how-manieth reading it is, from 1; each cuts its pages elsewhere
   */
  Page page(ObjectName object, int number, int scan);

  /** One record in full, or empty when it is gone. */
  Optional<RawRecord> one(RecordKey key);

  /** What is only given per record; each child costs one call per parent. */
  List<Branch> branches();

  /** The children of one record. */
  List<RawRecord> children(Branch branch, RecordKey parent);

  /**
   * Branch objects that an undocumented list may give in fewer calls; whether it is complete has to
   * be tried. Their records name their parents.
   */
  Set<ObjectName> wholesale();

  /** Page {@code number} of such a list. */
  Page wholesale(ObjectName child, int number);

  /** Small lists that describe the account: schemas, pipelines, categories. */
  List<RawRecord> setup();
}
