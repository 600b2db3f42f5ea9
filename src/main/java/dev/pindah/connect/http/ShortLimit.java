package dev.pindah.connect.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Finds out a limit of a minute that is not published, from what was sent before a call was one too
 * many. After a long while without a refusal it tries a little more; where refusals go on although
 * the limit is kept, they come of something else, and to go slowly helps nobody.
 */
final class ShortLimit {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long WHILE = Duration.ofHours(2).toNanos();

  /** Fewer calls than this tell nothing: no known limit of a minute is as small. */
  private static final int TELLING = 20;

  /** More than any limit of a minute. */
  private static final int MOST = 1000;

  /** So many refusals in spite of a limit that nobody told prove it wrong. */
  private static final int VAIN = 4;

  private static final double MORE = 1.1;

  /** Also those without an answer yet: the server may have counted them before the refused one. */
  private final Deque<Long> sent = new ArrayDeque<>();

  private long limit = MOST;
  private long changed;

  /** Refusals since the limit was found; those of calls that were under way together are one. */
  private int vain;

  private boolean sentSince;
  private boolean wrong;

  /** A call is sent; answers a new limit when it is time for one. */
  synchronized OptionalLong sent(long now) {
    sentSince = true;
    sent.addLast(now);
    forget(now);
    if ((limit < MOST || wrong) && now - changed > WHILE) {
      wrong = false;
      vain = 0;
      return changed(now, (long) Math.ceil(limit * MORE));
    }
    return OptionalLong.empty();
  }

  private void forget(long now) {
    while (!sent.isEmpty() && (now - sent.getFirst() > MINUTE || sent.size() > MOST)) {
      sent.removeFirst();
    }
  }

  private OptionalLong changed(long now, long calls) {
    changed = now;
    limit = Math.min(MOST, calls);
    return OptionalLong.of(limit);
  }

  /** A call that was sent is refused; answers a new limit when that tells one. */
  synchronized OptionalLong exceeded(long now, OptionalLong told) {
    sent.pollLast();
    forget(now);
    boolean again = sentSince;
    sentSince = false;
    if (told.isPresent() && told.getAsLong() > 0 && told.getAsLong() < MOST) {
      return told.getAsLong() < limit ? changed(now, told.getAsLong()) : OptionalLong.empty();
    }
    if (wrong) {
      return OptionalLong.empty();
    }
    if (again && limit < MOST && ++vain == VAIN) {
      wrong = true;
      return changed(now, MOST);
    }
    return sent.size() >= TELLING && sent.size() < limit
        ? changed(now, sent.size())
        : OptionalLong.empty();
  }
}
