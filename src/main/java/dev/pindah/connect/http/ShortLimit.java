package dev.pindah.connect.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Finds out a limit of a minute that is not published, from what was taken before a call was one
 * too many. After a long while without a refusal it tries a little more.
 */
final class ShortLimit {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long WHILE = Duration.ofHours(2).toNanos();

  /** Fewer calls than this tell nothing. */
  private static final int TELLING = 8;

  /** More than any limit of a minute. */
  private static final int MOST = 1000;

  private static final double MORE = 1.1;

  private final Deque<Long> taken = new ArrayDeque<>();
  private long limit = MOST;
  private long changed;

  /** A call was taken; answers a new limit when it is time for one. */
  synchronized OptionalLong taken(long now) {
    taken.addLast(now);
    forget(now);
    if (limit < MOST && now - changed > WHILE) {
      changed = now;
      limit = Math.min(MOST, (long) Math.ceil(limit * MORE));
      return OptionalLong.of(limit);
    }
    return OptionalLong.empty();
  }

  private void forget(long now) {
    while (!taken.isEmpty() && (now - taken.getFirst() > MINUTE || taken.size() > MOST)) {
      taken.removeFirst();
    }
  }

  /** A call was refused; answers a new limit when that tells one. */
  synchronized OptionalLong exceeded(long now, OptionalLong told) {
    forget(now);
    long seen =
        told.isPresent() && told.getAsLong() > 0 && told.getAsLong() < MOST
            ? told.getAsLong()
            : taken.size() < TELLING ? MOST : taken.size();
    if (seen >= limit) {
      return OptionalLong.empty();
    }
    limit = seen;
    changed = now;
    return OptionalLong.of(limit);
  }
}
