package dev.pindah.sandbox.qontak.seed;

/**
 * Numbers the children of a row of parents without a gap: parent p has {@code pattern[p mod
 * length]} of them. So the nth child's parent, and a parent's children, are arithmetic.
 */
@SuppressWarnings("ArrayRecordComponent") // a constant table, never compared
record Slots(long parents, int... pattern) {

  Slots {
    pattern = pattern.clone();
  }

  long total() {
    return first(parents);
  }

  int count(long parent) {
    return pattern[(int) (parent % pattern.length)];
  }

  /** The number of the parent's first child. */
  long first(long parent) {
    long before = parent / pattern.length * perRound();
    for (int i = 0; i < parent % pattern.length; i++) {
      before += pattern[i];
    }
    return before;
  }

  long parent(long child) {
    long parent = child / perRound() * pattern.length;
    long rest = child % perRound();
    for (int count : pattern) {
      if (rest < count) {
        return parent;
      }
      rest -= count;
      parent++;
    }
    throw new IllegalArgumentException("no parent has child " + child);
  }

  private long perRound() {
    long sum = 0;
    for (int count : pattern) {
      sum += count;
    }
    return sum;
  }
}
