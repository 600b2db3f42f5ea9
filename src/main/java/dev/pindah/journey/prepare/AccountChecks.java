package dev.pindah.journey.prepare;

import dev.pindah.ledger.SourceFile;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks of the target account as a whole: plan, region, storage, what runs by itself. */
final class AccountChecks {
  private static final BigDecimal GB = BigDecimal.valueOf(1L << 30);

  private final Ground ground;
  private final Instant now;

  AccountChecks(Ground ground, Instant now) {
    this.ground = ground;
    this.now = now;
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        Check.fine(
            "edition", "the account answers as a suite account; the classic edition is refused"));
    checks.add(plan());
    checks.add(
        ground
            .answer(Question.REGION)
            .map(region -> Check.fine("data-region", "the target account lies in " + region))
            .orElseGet(() -> Check.asked("data-region", Question.REGION)));
    checks.add(timeZone());
    checks.add(storage());
    checks.add(workflows());
    checks.add(lifecycle());
    if (ground.circumstances().helpdesk()) {
      checks.add(notifications());
    }
    checks.add(existing());
    return checks;
  }

  /** The account shows more, or allows less, than the plan of the configuration. */
  private Check plan() {
    Plan plan = ground.plan();
    List<String> signs = new ArrayList<>();
    ground.heard().callLimit().stream()
        .filter(limit -> limit >= Plan.FREE.callsPerHour() && limit < plan.callsPerHour())
        .forEach(
            limit ->
                signs.add(
                    "the account allows "
                        + limit
                        + " calls an hour, "
                        + plan.wire()
                        + " has "
                        + plan.callsPerHour()));
    ground.schema().limits().stream()
        .filter(limit -> limit.limit() >= 0 && limit.have() > limit.limit())
        .forEach(
            limit ->
                signs.add(
                    limit.module()
                        + " hold "
                        + limit.have()
                        + " ("
                        + limit.kind()
                        + "), "
                        + plan.wire()
                        + " allows "
                        + limit.limit()));
    return Check.warn(
        "plan",
        signs.isEmpty(),
        signs.isEmpty()
            ? "nothing speaks against the plan " + plan.wire()
            : String.join("; ", signs),
        "set destination.freshsales.plan in pindah.yaml to the plan of the account");
  }

  private Check timeZone() {
    ZoneId source = ground.circumstances().zone();
    Optional<ZoneId> target = ground.answer(Question.TIME_ZONE).map(ZoneId::of);
    return target
        .map(
            zone ->
                Check.warn(
                    "time-zone",
                    zone.getRules().getOffset(now).equals(source.getRules().getOffset(now)),
                    "source " + source.getId() + ", target " + zone.getId(),
                    "set the target account to the source's zone while it is loaded: calendar days"
                        + " are kept, times are shown shifted"))
        .orElseGet(() -> Check.asked("time-zone", Question.TIME_ZONE));
  }

  private Check storage() {
    long known =
        ground.files().entrySet().stream()
            .filter(entry -> entry.getKey() != SourceFile.State.GONE)
            .mapToLong(entry -> entry.getValue())
            .sum();
    if (known == 0) {
      return Check.fine("storage", "no file is known yet; pindah extract finds them");
    }
    long users = ground.target().people().stream().filter(Person::active).count();
    BigDecimal room = BigDecimal.valueOf(gigabytes(ground.plan()) * users);
    BigDecimal used =
        ground.answer(Question.STORAGE_USED).map(Question::number).orElse(BigDecimal.ZERO);
    BigDecimal needed = BigDecimal.valueOf(ground.fileBytes()).divide(GB, 2, RoundingMode.CEILING);
    return Check.error(
        "storage",
        needed.add(used).compareTo(room) <= 0,
        known
            + " files, "
            + needed.toPlainString()
            + " GB fetched so far; the plan gives "
            + room
            + " GB"
            + (used.signum() > 0 ? ", " + used + " GB are used" : ""),
        "make room, buy storage or take a larger plan; what does not fit stays in the workspace");
  }

  /** File storage of each user. */
  private static long gigabytes(Plan plan) {
    return switch (plan) {
      case FREE -> 0;
      case GROWTH -> 2;
      case PRO -> 5;
      case ENTERPRISE -> 100;
    };
  }

  private Check workflows() {
    Optional<String> answer = ground.answer(Question.AUTOMATIONS).or(() -> ground.automationOff());
    return answer
        .map(
            said ->
                Check.error(
                    "workflows-off",
                    said.equals("off"),
                    "a person says that workflows, sequences and assignment rules are " + said,
                    "switch them off until the load is done: they fire on every write"))
        .orElseGet(() -> Check.asked("workflows-off", Question.AUTOMATIONS));
  }

  private Check lifecycle() {
    return Check.fine(
        "lifecycle-rules",
        ground
                .answer(Question.LIFECYCLE_RULES)
                .map(said -> "a person says that they are " + said)
                .orElse("they are on unless somebody switched them off")
            + "; contacts get their own stage again after the deals");
  }

  private Check notifications() {
    return ground
        .answer(Question.NOTIFICATIONS)
        .map(
            said ->
                Check.error(
                    "notifications-off",
                    said.equals("off"),
                    "a person says that the helpdesk's notifications are " + said,
                    "switch off all requester and agent notifications until the load is done"))
        .orElseGet(() -> Check.asked("notifications-off", Question.NOTIFICATIONS));
  }

  private Check existing() {
    String counts =
        ground.target().objects().stream()
            .filter(object -> object.count() > 0)
            .map(object -> String.format(Locale.ROOT, "%s %,d", object.name(), object.count()))
            .collect(Collectors.joining(", "));
    return Check.fine(
        "existing-records",
        counts.isEmpty()
            ? "the target is empty"
            : "the target already holds "
                + counts
                + "; "
                + shared()
                + "; load reads them first and matches by our mark, e-mail and name before it"
                + " writes");
  }

  private String shared() {
    Collisions both = ground.collisions();
    return both.read()
        ? String.format(
            Locale.ROOT,
            "the source also has %,d of its e-mail addresses and %,d of its account names, and %,d"
                + " records carry our mark",
            both.emails(),
            both.names(),
            both.marks())
        : "how many of them the source also has is known once they were read: pindah load"
            + " --dry-run";
  }
}
