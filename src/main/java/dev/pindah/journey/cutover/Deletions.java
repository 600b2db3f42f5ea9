package dev.pindah.journey.cutover;

/** What becomes of target records whose source record was deleted. */
public enum Deletions {
  LIST,
  TAG,
  DELETE
}
