package dev.pindah.model;

/**
 * What a person put in the place of a value that could not move.
 *
 * @param field key of the source field, as a schema names it
 * @param text the value; blank for none
 */
public record Correction(RecordKey key, String field, String text) {
  /** What people write to leave a record behind for good. */
  public static final String SKIP = "skip";

  private static final String ACTION = "action";

  public static Correction skip(RecordKey key) {
    return new Correction(key, ACTION, SKIP);
  }

  public boolean skips() {
    return field.equals(ACTION) && text.equals(SKIP);
  }
}
