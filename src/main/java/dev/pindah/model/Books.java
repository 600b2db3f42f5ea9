package dev.pindah.model;

/**
 * The equation of one object (promise P1): every record read ended in exactly one bucket.
 *
 * @param pending read, but not yet in a bucket; a finished stage has none
 */
public record Books(
    ObjectName object,
    long read,
    long created,
    long updated,
    long matched,
    long skipped,
    long refused,
    long held,
    long pending) {
  public boolean balanced() {
    return pending == 0 && read == created + updated + matched + skipped + refused + held;
  }
}
