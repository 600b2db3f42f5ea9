package dev.pindah.ledger;

import java.util.Optional;

/**
 * Where units of work stand: table {@code slice}, by stage and name. A position is written in the
 * transaction of the data that it speaks of.
 */
public interface Slices {
  /**
   * A unit of work.
   *
   * @param position where to go on, in the words of the stage; blank at the start
   * @param done whether nothing is left
   */
  record Progress(String stage, String name, String position, long records, boolean done) {}

  Optional<Progress> find(String stage, String name);

  void save(Progress progress);

  /** Forgets the slices of a stage, so that it starts anew. */
  void reset(String stage);
}
