package dev.pindah.journey.prepare;

import dev.pindah.model.ObjectName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks of what the run itself needs: calls, room on the disk, a clock that is right. */
final class RunChecks {
  /** A raw record with its candidate, its target's copy and indexes, on the disk. */
  private static final long BYTES_PER_RECORD = 12_000;

  /** Records that one bulk call takes, and the calls that follow it: job, read-back. */
  private static final double CALLS_PER_BULK_RECORD = 0.03;

  private static final double LONG = 72;
  private static final Duration SKEW = Duration.ofMinutes(4);

  private final Ground ground;

  RunChecks(Ground ground) {
    this.ground = ground;
  }

  List<Check> checks() {
    return List.of(budget(), disk(), clock());
  }

  private Check budget() {
    double calls =
        (ground.count(ObjectName.CONTACT) + ground.count(ObjectName.COMPANY))
                * CALLS_PER_BULK_RECORD
            // A deal may need its closing date in a second write, its contacts their stage again.
            + ground.count(ObjectName.DEAL) * 2.0
            + ground.count(ObjectName.TASK)
            + ground.count(ObjectName.TICKET)
            + Math.max(ground.count(ObjectName.NOTE), ground.count(ObjectName.DEAL));
    double hours = calls / (ground.plan().callsPerHour() * ground.circumstances().share());
    return Check.warn(
        "rate-budget",
        hours <= LONG,
        String.format(
            Locale.ROOT,
            "about %,.0f calls of the target, %.1f hours at %,d calls an hour and a share of %.2f",
            calls,
            hours,
            ground.plan().callsPerHour(),
            ground.circumstances().share()),
        "ask Freshworks for a higher limit, raise budget-share, or let it run over a weekend");
  }

  private Check disk() {
    long needed = ground.records() * BYTES_PER_RECORD + ground.fileBytes();
    long free = ground.circumstances().freeBytes();
    return Check.error(
        "disk-space",
        free < 0 || free >= needed,
        free < 0
            ? "the room on the disk is not known"
            : megabytes(needed) + " needed for records and files, " + megabytes(free) + " free",
        "make room on the disk of the workspace, or move the workspace");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes / (1 << 20));
  }

  private Check clock() {
    Optional<Duration> ahead = ground.heard().clockAhead();
    if (ahead.isEmpty() || ground.circumstances().rehearsal()) {
      return Check.fine(
          "clock",
          ahead.isEmpty() ? "the target does not tell its time" : "a rehearsal keeps its own time");
    }
    return Check.warn(
        "clock",
        ahead.get().abs().compareTo(SKEW) <= 0,
        "this machine is " + ahead.get().toSeconds() + " s ahead of the target",
        "set this machine's clock by NTP: signed calls that are 5 minutes off are refused");
  }
}
