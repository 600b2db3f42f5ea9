package dev.pindah.model.proof;

/**
 * The equation of completeness for one owner, stage or status.
 *
 * @param dimension target attribute, for instance owner_id
 * @param value its value; blank for records without one
 * @param planned records that transform gave this value
 * @param left of these, skipped, held or refused
 * @param found on the target with this value after read-back
 */
public record Share(
    String object, String dimension, String value, long planned, long left, long found) {
  public boolean balanced() {
    return planned == left + found;
  }
}
