package dev.pindah.model;

/** Identity of one source record: its kind and the id that the source gave it, always as text. */
public record RecordKey(ObjectName object, String id) {
  public RecordKey {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a " + object.wire() + " without an id");
    }
  }

  @Override
  public String toString() {
    return object.wire() + " " + id;
  }
}
