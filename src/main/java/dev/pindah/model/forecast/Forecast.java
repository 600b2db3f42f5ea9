package dev.pindah.model.forecast;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Calls and time of a migration.
 *
 * @param parts every kind of call
 * @param hours by stage, in their order
 * @param ledgerBytes room that the ledger takes
 * @param fileBytes room that the files take, here and on the target
 */
public record Forecast(List<Part> parts, List<Hours> hours, Range ledgerBytes, Range fileBytes) {
  /** Stages that call anybody, in their order. */
  public static final List<String> STAGES =
      List.of("discover", "prepare", "extract", "load", "reconcile", "cutover");

  /** The most that the target takes in a minute, whatever the plan. */
  private static final int PER_MINUTE = 400;

  /** Calls per minute of the helpdesk: until its first answer, and on its smallest plans. */
  private static final Range DESK_PER_MINUTE = Range.of(50, 100, 400);

  /** Seconds that a set of jobs and the index after them keep load waiting. */
  private static final Range WAIT = Range.of(5, 15, 45);

  /** Bytes of the ledger per record that moves, history and proof included. */
  private static final Range PER_RECORD = Range.of(4_000, 6_000, 15_000);

  /** Throttling and faults of a long run. */
  private static final double TROUBLE = 1.15;

  public Forecast {
    parts = List.copyOf(parts);
    hours = List.copyOf(hours);
  }

  public static Forecast of(Volumes volumes, Terms terms) {
    return of(volumes, terms, List.of());
  }

  /** The same with what an earlier migration taught about each endpoint. */
  public static Forecast of(Volumes volumes, Terms terms, List<Lesson> lessons) {
    List<Part> parts = new ArrayList<>(SourceRoutes.parts(volumes, terms));
    parts.addAll(TargetRoutes.parts(volumes, terms));
    parts.replaceAll(part -> Lesson.apply(lessons, part));
    List<Hours> hours = new ArrayList<>();
    for (String stage : STAGES) {
      hours.add(hours(stage, parts, volumes, terms));
    }
    return new Forecast(parts, hours, volumes.moving().times(PER_RECORD), volumes.fileBytes());
  }

  private static Hours hours(String stage, List<Part> parts, Volumes volumes, Terms terms) {
    Predicate<Part> here = part -> part.stage().equals(stage);
    Range source = sum(parts, here.and(part -> part.product() == Product.QONTAK));
    Range target = sum(parts, here.and(part -> part.product() == Product.FRESHSALES));
    Range desk = sum(parts, here.and(part -> part.product() == Product.FRESHDESK));
    Range waiting =
        stage.equals("load")
            ? TargetRoutes.waits(volumes, terms).times(WAIT).times(1.0 / 3_600)
            : Range.ZERO;
    Range time =
        sourceHours(source, terms)
            .plus(targetHours(target, terms))
            .plus(deskHours(desk, terms))
            .plus(waiting);
    return new Hours(stage, source, target, desk, time);
  }

  private static Range sourceHours(Range calls, Terms terms) {
    Range pace = terms.callsPerSecond();
    return new Range(
        calls.low() / pace.high() / 3_600,
        calls.likely() / pace.likely() / 3_600,
        calls.high() / pace.low() / 3_600);
  }

  /** A full hour's quota may go at the pace of the minute; what is more waits for its hours. */
  private static Range targetHours(Range calls, Terms terms) {
    double hourly = terms.plan().callsPerHour() * terms.share();
    double quick = PER_MINUTE * terms.share() * 60;
    return new Range(
        Math.max(calls.low() / quick, (calls.low() - hourly) / hourly),
        Math.max(calls.likely() / quick, (calls.likely() - hourly) / hourly),
        Math.max(calls.high() / quick, calls.high() / hourly * TROUBLE));
  }

  private static Range deskHours(Range calls, Terms terms) {
    Range pace = DESK_PER_MINUTE.times(60 * terms.share());
    return new Range(
        calls.low() / pace.high(), calls.likely() / pace.likely(), calls.high() / pace.low());
  }

  private static Range sum(List<Part> parts, Predicate<Part> which) {
    return parts.stream().filter(which).map(Part::calls).reduce(Range.ZERO, Range::plus);
  }

  /** Calls to one product. */
  public Range calls(Product product) {
    return sum(parts, part -> part.product() == product);
  }

  /** Calls of one stage to one product. */
  public Range calls(String stage, Product product) {
    return sum(parts, part -> part.stage().equals(stage) && part.product() == product);
  }

  /** Calls to a product for one object, over all stages. */
  public Range calls(Product product, ObjectName object) {
    return sum(parts, part -> part.product() == product && part.object().equals(object.wire()));
  }

  /** All stages one after another. */
  public Range totalHours() {
    return hours.stream().map(Hours::hours).reduce(Range.ZERO, Range::plus);
  }

  /** How long so many calls take at a rate, in words. */
  public static String time(long calls, double callsPerSecond) {
    return words(Duration.ofMillis((long) (calls * 1000 / callsPerSecond)));
  }

  /** A duration as people say it. */
  public static String words(Duration time) {
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
  }
}
