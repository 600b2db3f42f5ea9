package dev.pindah.journey.reconcile;

/**
 * How much to read back of what takes a call for each.
 *
 * @param parents records at most to read through what hangs on them
 * @param bodies files at most whose bodies are read and hashed, where the target gives them out
 */
public record Depth(int parents, int bodies) {
  private static final int ALL = Integer.MAX_VALUE;

  /** Everything. */
  public static final Depth WHOLE = new Depth(ALL, ALL);

  public Depth {
    if (parents < 1 || bodies < 0) {
      throw new IllegalArgumentException("nothing can be read back to a depth of " + parents);
    }
  }

  /** Everything but the bodies of files, of which name and length are compared. */
  public static Depth withoutBodies() {
    return new Depth(ALL, 0);
  }
}
