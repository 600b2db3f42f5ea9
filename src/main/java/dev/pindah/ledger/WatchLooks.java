package dev.pindah.ledger;

import java.time.Instant;
import java.util.List;

/** The looks of the watch: table {@code watch_look}, one row per look, oldest first. */
public interface WatchLooks {
  /**
   * One look at both sides.
   *
   * @param edited cells that people changed on the target
   * @param broken findings that nobody explains
   * @param lateWrites records that were still written in the source
   * @param reached false when a side could not be reached and nothing was seen
   */
  record Look(Instant at, long edited, long broken, long lateWrites, boolean reached) {}

  void save(Look look);

  List<Look> since(Instant start);
}
