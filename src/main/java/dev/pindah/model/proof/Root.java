package dev.pindah.model.proof;

/**
 * The Merkle roots of one object: over what was meant and over what stands.
 *
 * @param object wire name
 * @param records leaves of each tree
 * @param branches how many pairs of nodes were compared to find the differing leaves
 */
public record Root(
    String object, long records, String meant, String found, long different, long branches) {
  public boolean equal() {
    return meant.equals(found);
  }
}
