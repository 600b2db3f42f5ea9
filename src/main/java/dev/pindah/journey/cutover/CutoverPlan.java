package dev.pindah.journey.cutover;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Gate;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who has to do what next, and until when. Dates are counted back from the day of the change where
 * people set one, else forward from today; they are advice, the gates are not.
 */
public final class CutoverPlan {
  /** The day of the change, as yyyy-mm-dd. */
  public static final String DAY = "plan:cutover-day";

  private static final String ENGINEER = "migration engineer";
  private static final String ADMIN = "CRM admin";
  private static final String OWNER = "business owner";
  private static final String META = "admin of the Meta Business Manager";

  /** Working days that a step takes people, in the order of the journey. */
  private static final Map<Gate, Integer> DAYS = new EnumMap<>(Gate.class);

  private static final Map<Gate, String> WHO = new EnumMap<>(Gate.class);

  static {
    step(Gate.MAPPING_CONFIRMED, 1, ADMIN);
    step(Gate.SCHEMA_READY, 1, ADMIN);
    step(Gate.PREFLIGHT, 0, ENGINEER);
    step(Gate.AUTOMATION_OFF, 0, ADMIN);
    step(Gate.SAMPLE_ACCEPTED, 1, ADMIN);
    step(Gate.VALIDATION, 1, ADMIN);
    step(Gate.EXPORT_RECONCILED, 1, ENGINEER);
    step(Gate.WABA_OFFBOARDING, 0, META);
    // How long the release takes is published nowhere.
    step(Gate.WABA_RELEASED, 5, META);
    step(Gate.SOURCE_FROZEN, 0, ADMIN);
    step(Gate.DELTA_CLEAN, 0, ENGINEER);
    step(Gate.BUSINESS_SIGN_OFF, 0, OWNER);
    step(Gate.WATCH_CLOSED, 3, ENGINEER);
  }

  private static void step(Gate gate, int days, String who) {
    DAYS.put(gate, days);
    WHO.put(gate, who);
  }

  private final Ledger ledger;
  private final Clock clock;
  private final ZoneId zone;
  private final Whatsapp whatsapp;

  public CutoverPlan(Ledger ledger, Clock clock, ZoneId zone) {
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
    this.whatsapp = new Whatsapp(ledger);
  }

  /**
   * One thing to do.
   *
   * @param gate whose gate it opens; blank for advice beside the gates
   */
  public record Task(LocalDate until, String who, String what, String gate) {}

  /** The day that people set for the change. */
  public Optional<LocalDate> day() {
    return ledger
        .read(tables -> tables.decisions().latest(DAY))
        .map(Decision::reason)
        .flatMap(CutoverPlan::date);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /** What is left, in the order in which it has to be done. */
  public List<Task> tasks(Predicate<Gate> open) {
    List<Gate> left = new ArrayList<>();
    for (Gate gate : order()) {
      if (open.test(gate)) {
        left.add(gate);
      }
    }
    List<LocalDate> dates = dates(left);
    List<Task> tasks = new ArrayList<>();
    for (int place = 0; place < left.size(); place++) {
      Gate gate = left.get(place);
      if (gate == Gate.WABA_OFFBOARDING) {
        advice(dates.get(place), tasks);
      }
      tasks.add(
          new Task(dates.get(place), WHO.getOrDefault(gate, ENGINEER), what(gate), gate.id()));
      if (gate == Gate.WABA_RELEASED) {
        porting(dates.get(place), tasks);
      }
    }
    tasks.sort(Comparator.comparing(Task::until));
    return tasks;
  }

  private List<Gate> order() {
    List<Gate> order = new ArrayList<>(List.of(Gate.values()));
    if (!whatsapp.used()) {
      order.removeIf(Offboarding::about);
    } else if (whatsapp.offboardFirst()) {
      // The provider's wish: after the extract, before everything that is reconciled.
      order.removeIf(Offboarding::about);
      int place = order.indexOf(Gate.SAMPLE_ACCEPTED);
      order.add(place, Gate.WABA_RELEASED);
      order.add(place, Gate.WABA_OFFBOARDING);
    }
    return order;
  }

  private List<LocalDate> dates(List<Gate> left) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate change = day().filter(day -> !day.isBefore(today)).orElseGet(() -> earliest(left));
    List<LocalDate> dates = new ArrayList<>();
    LocalDate at = change;
    for (int place = left.size() - 1; place >= 0; place--) {
      Gate gate = left.get(place);
      if (gate == Gate.WATCH_CLOSED) {
        dates.addFirst(change.plusDays(3));
        continue;
      }
      dates.addFirst(at.isBefore(today) ? today : at);
      at = workdaysBefore(at, DAYS.getOrDefault(gate, 0));
    }
    return dates;
  }

  private LocalDate earliest(List<Gate> left) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
    for (Gate gate : left) {
      if (gate != Gate.WATCH_CLOSED) {
        for (int days = DAYS.getOrDefault(gate, 0); days > 0; days--) {
          day = workday(day.plusDays(1), 1);
        }
      }
    }
    return workday(day, 1);
  }

  private static LocalDate workdaysBefore(LocalDate day, int days) {
    LocalDate before = day;
    for (int left = days; left > 0; left--) {
      before = workday(before.minusDays(1), -1);
    }
    return before;
  }

  private static LocalDate workday(LocalDate day, int step) {
    LocalDate at = day;
    while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
      at = at.plusDays(step);
    }
    return at;
  }

  private String what(Gate gate) {
    return switch (gate) {
      case MAPPING_CONFIRMED -> "read mapping.yaml; pindah map --confirm --by NAME";
      case SCHEMA_READY -> "make what pindah prepare lists";
      case PREFLIGHT -> "clear the checks of pindah prepare, or waive them by name";
      case AUTOMATION_OFF -> "switch off workflows, sequences, assignment rules, notifications";
      case SAMPLE_ACCEPTED -> "look at the sample; pindah gate pass sample-accepted";
      case VALIDATION -> "close the fix-list of pindah transform, or waive it";
      case EXPORT_RECONCILED -> "pindah run, until pindah reconcile balances";
      case WABA_OFFBOARDING ->
          whatsapp.offboardFirst()
              ? "the provider wants the number first: after pindah extract without gaps, send the"
                  + " mail below"
              : "send the mail below; then pindah gate pass waba-offboarding";
      case WABA_RELEASED -> "wait for the confirmation; then pindah gate pass waba-released";
      case SOURCE_FROZEN -> "ask everybody to stop writing in Qontak; pindah cutover --freeze";
      case DELTA_CLEAN -> "pindah cutover --delta, and --conflicts until none is left";
      case BUSINESS_SIGN_OFF -> "pindah cutover --sign-off --by NAME";
      case WATCH_CLOSED -> "pindah watch, for 72 hours";
    };
  }

  /** What has to be known before the number goes. */
  private void advice(LocalDate until, List<Task> tasks) {
    Whatsapp.Quota quota = whatsapp.quota(YearMonth.from(until), zone);
    tasks.add(
        new Task(
            until,
            ADMIN,
            quota
                    .left()
                    .map(
                        left -> "broadcasts: " + left + " of " + quota.limit().orElse(0L) + " left")
                    .orElse("broadcasts: look up the quota in Package Usage (broadcast-quota)")
                + ", "
                + quota.sent()
                + " messages this month; the count begins anew on "
                + quota.resetsOn()
                + ", and what is left does not move along",
            ""));
    tasks.add(
        new Task(
            until,
            META,
            whatsapp
                .marketingMessages()
                .map(
                    marketing ->
                        marketing
                            ? "the number is on Meta's Marketing Messages API (registered on "
                                + whatsapp.registered().orElseThrow()
                                + "): onboard it at the new provider, accept its terms; marketing"
                                + " templates are exported with that flag"
                            : "the number is older than the Marketing Messages API: templates are"
                                + " exported as they are")
                .orElse(
                    "say when the number was registered (WhatsApp Manager): pindah cutover"
                        + " --waba-registered yyyy-mm-dd --by NAME"),
            ""));
  }

  /** Meta's rules for a number that changes its provider. */
  private static void porting(LocalDate released, List<Task> tasks) {
    LocalDate before = workdaysBefore(released, 1);
    tasks.add(new Task(before, META, "control the Meta Business Manager that owns the number", ""));
    tasks.add(
        new Task(before, META, "have two-step verification switched off by the old provider", ""));
    tasks.add(
        new Task(
            released, META, "connect the number at the new provider; register it again there", ""));
    tasks.add(
        new Task(
            workday(released.plusDays(1), 1),
            META,
            "check display name, templates and sending tier in WhatsApp Manager",
            ""));
  }
}
