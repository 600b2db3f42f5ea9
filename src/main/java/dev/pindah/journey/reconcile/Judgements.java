package dev.pindah.journey.reconcile;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Sample.Drawn;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people said about the drawn records, kept in the decision chain. */
public final class Judgements {
  /** Stage name of its findings. */
  public static final String STAGE = "sample-check";

  private static final String KIND = "sample-judged";
  private static final String RIGHT = "right";
  private static final String WRONG = "wrong";

  private final Ledger ledger;
  private final Clock clock;

  public Judgements(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A person has looked at a record on both sides.
   *
   * @param reason what is wrong; may be blank for a right one
   */
  public void judge(Drawn record, boolean right, String by, String reason) {
    String verdict = (right ? RIGHT : WRONG) + (reason.isBlank() ? "" : ": " + reason);
    ledger.record(
        tables -> tables.decisions().append(KIND, subject(record), by, verdict, clock.instant()));
  }

  private static String subject(Drawn record) {
    return "sample:" + record.object() + ":" + record.id();
  }

  private Optional<String> verdict(Drawn record) {
    return ledger
        .read(tables -> tables.decisions().latest(subject(record)))
        .filter(decision -> decision.kind().equals(KIND))
        .map(Decision::reason);
  }

  /** The drawn records that nobody has looked at yet. */
  public List<Drawn> open(Sample sample) {
    return sample.drawn().stream().filter(record -> verdict(record).isEmpty()).toList();
  }

  /** The records that somebody found wrong. */
  public List<Finding> wrong(Sample sample) {
    return sample.drawn().stream()
        .flatMap(
            record ->
                verdict(record).filter(verdict -> verdict.startsWith(WRONG)).stream()
                    .map(
                        verdict ->
                            new Finding(
                                "sample-wrong",
                                Severity.ERROR,
                                record.object(),
                                record.id(),
                                "",
                                verdict)))
        .toList();
  }

  /** How far people have come with the sample, and what it can say at all. */
  public Rung rung(Sample sample) {
    List<String> verdicts =
        sample.drawn().stream().flatMap(record -> verdict(record).stream()).toList();
    long wrong = verdicts.stream().filter(verdict -> verdict.startsWith(WRONG)).count();
    boolean complete = !verdicts.isEmpty() && verdicts.size() == sample.drawn().size();
    Rung.State state =
        wrong > 0 ? Rung.State.FAILED : complete ? Rung.State.PASSED : Rung.State.OPEN;
    return new Rung(
        "sample",
        state,
        String.format(
            Locale.ROOT,
            "%d of %d records drawn for people, %d looked at, %d wrong; none wrong among all drawn"
                + " would mean at most %.1f %% wrong (95 %% confidence); at most 1 %% would need"
                + " %d",
            sample.drawn().size(),
            sample.population(),
            verdicts.size(),
            wrong,
            sample.bound() * 100,
            sample.needed()),
        List.of(
            (long) sample.drawn().size(),
            sample.population(),
            (long) verdicts.size(),
            wrong,
            sample.needed()),
        "");
  }
}
