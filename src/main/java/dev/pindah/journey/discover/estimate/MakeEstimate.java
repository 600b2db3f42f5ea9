package dev.pindah.journey.discover.estimate;

import dev.pindah.journey.discover.judge.GradeFormula;
import dev.pindah.ledger.Audits.Foretold;
import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.forecast.Actual;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Lesson;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.offer.Quote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls, hours, room, days of people and a price. */
public final class MakeEstimate {
  private final Pricing pricing;
  private final String customer;
  private final String currency;
  private final LocalDate date;
  private final List<Lesson> lessons;

  /**
   * For one customer.
   *
   * @param lessons of an earlier migration; may be empty
   */
  public MakeEstimate(
      Pricing pricing, String customer, String currency, LocalDate date, List<Lesson> lessons) {
    this.pricing = pricing;
    this.customer = customer;
    this.currency = currency;
    this.date = date;
    this.lessons = List.copyOf(lessons);
  }

  /** From what discover saw. */
  public Estimate of(
      Audit audit,
      Volumes volumes,
      Terms terms,
      LocalDate readOn,
      Optional<Comparison> comparison) {
    Work work = Work.of(audit);
    String basis = audit.facts().exact() ? "every record, extracted" : "discovered on " + readOn;
    return estimate(
        basis, volumes, terms, audit.forecast(), audit.grade(), work, comparison, List.of());
  }

  /** From counts that were typed in. */
  public Estimate of(
      Volumes volumes,
      Terms terms,
      Work work,
      List<String> taken,
      Optional<Comparison> comparison) {
    return estimate(
        "counts that were typed in",
        volumes,
        terms,
        Forecast.of(volumes, terms, lessons),
        GradeFormula.typed(volumes, terms),
        work,
        comparison,
        taken);
  }

  private Estimate estimate(
      String basis,
      Volumes volumes,
      Terms terms,
      Forecast forecast,
      Grade grade,
      Work work,
      Optional<Comparison> comparison,
      List<String> taken) {
    Quote quote =
        MakeQuote.of(
            pricing,
            grade.letter(),
            volumes.moving().rounded(),
            extras(volumes, terms, work),
            customer,
            currency,
            date);
    List<String> assumptions = new ArrayList<>(taken);
    assumptions.addAll(assumptions(terms));
    return new Estimate(
        basis,
        volumes,
        terms,
        forecast,
        grade,
        work.effort(pricing, forecast),
        quote,
        assumptions,
        comparison);
  }

  private static List<String> extras(Volumes volumes, Terms terms, Work work) {
    List<String> extras = new ArrayList<>();
    if (terms.helpdesk()) {
      extras.add("helpdesk");
    }
    if (volumes.of(ObjectName.FILE).likely() > 0) {
      extras.add("files");
    }
    if (work.chatbotFlows().likely() > 0) {
      extras.add("chatbot-flows");
    }
    if (work.templates().likely() > 0) {
      extras.add("templates");
    }
    return extras;
  }

  private List<String> assumptions(Terms terms) {
    List<String> assumptions = new ArrayList<>();
    Range pace = terms.callsPerSecond();
    assumptions.add(
        String.format(
            Locale.ROOT,
            "the source takes %.1f calls a second (%.1f to %.1f); it publishes no limit",
            pace.likely(),
            pace.low(),
            pace.high()));
    assumptions.add(
        String.format(
            Locale.ROOT,
            "the target takes %,d calls an hour on %s, of which %.0f %% may be used, and 400 a"
                + " minute",
            terms.plan().callsPerHour(),
            terms.plan().wire(),
            100 * terms.share()));
    assumptions.add(
        terms.bulk()
            ? "accounts and contacts go by the hundred"
            : "bulk is off: every record costs a call");
    if (!lessons.isEmpty()) {
      assumptions.add(lessons.size() + " endpoints as an earlier migration took them");
    }
    return assumptions;
  }

  /**
   * The last forecast that was made before records began to move, and what became of it; empty
   * while nothing has happened.
   */
  public static Optional<Comparison> compare(List<Foretold> foretold, Actual actual) {
    Optional<Instant> begun = actual.begun();
    if (begun.isEmpty() || foretold.isEmpty()) {
      return Optional.empty();
    }
    Predicate<Foretold> before = forecast -> !forecast.at().isAfter(begun.get());
    Foretold made =
        foretold.stream()
            .filter(before)
            .max(Comparator.comparing(Foretold::at))
            .orElse(foretold.getFirst());
    return Optional.of(Comparison.of(made.forecast(), actual));
  }
}
