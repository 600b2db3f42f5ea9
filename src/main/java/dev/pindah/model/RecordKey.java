package dev.pindah.model;

/** Identity of one source record: its kind and the id that the source gave it, always as text. */
public record RecordKey(ObjectName object, String id) {
  private static final String DESK = "-desk";

  public RecordKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a " + object.wire() + " without an id");
    }
  }

  /** The same person or company in the helpdesk, where it is a record of its own. */
  public RecordKey atDesk() {
    return new RecordKey(object, id + DESK);
  }

  /** The record of the CRM that a record of the helpdesk is about. */
  public RecordKey inCrm() {
    return id.endsWith(DESK)
        ? new RecordKey(object, id.substring(0, id.length() - DESK.length()))
        : this;
  }

  @Override
  public String toString() {
    return object.wire() + " " + id;
  }
}
