package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.load.BulkLoad.Made;
import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Attempts.Intention;
import dev.pindah.ledger.Attempts.Verb;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.RecordState;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Writes down what is about to be written and what became of it: attempt, crosswalk, state and row
 * in one transaction.
 */
final class WriteDown implements BulkLoad.Answers {
  private final Ledger ledger;
  private final KnowTarget known;
  private final Clock clock;

  WriteDown(Ledger ledger, KnowTarget known, Clock clock) {
    this.ledger = ledger;
    this.known = known;
    this.clock = clock;
  }

  /** Says on the disk that these are about to be written; nothing may be sent before. */
  CompletableFuture<Boolean> intended(List<Plan> plans) {
    List<Intention> intentions = new ArrayList<>();
    for (Plan plan : plans) {
      switch (plan) {
        case Plan.Create create -> intentions.add(intention(create.stored(), Verb.CREATE, ""));
        case Plan.Update update ->
            intentions.add(intention(update.stored(), Verb.UPDATE, update.current().id()));
        case Plan.Match match -> {}
        case Plan.Stop stop -> {}
      }
    }
    return ledger.writeSoon(
        tables -> {
          tables.attempts().intend(intentions);
          return true;
        });
  }

  private Intention intention(Stored stored, Verb verb, String targetId) {
    Candidate candidate = stored.candidate();
    return new Intention(
        candidate.key(),
        candidate.step(),
        verb,
        candidate.module(),
        targetId,
        stored.payloadHash(),
        clock.instant());
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  /** Nothing to write: what we made or changed before keeps its bucket, the rest is a match. */
  static void matched(Stored stored, Row current, boolean ours, Tables tables) {
    Candidate candidate = stored.candidate();
    RecordState state = ours ? RecordState.CREATED : RecordState.MATCHED;
    if (candidate.step().makes()) {
      Optional<Pair> before = tables.crosswalk().find(candidate.key());
      if (!ours && before.map(known -> !known.payloadHash().isBlank()).orElse(false)) {
        state = RecordState.UPDATED;
      }
      Pair pair = pair(stored, current, ours);
      tables
          .crosswalk()
          .save(
              List.of(
                  new Pair(
                      pair.key(),
                      pair.module(),
                      pair.targetId(),
                      ours,
                      pair.before(),
                      state == RecordState.MATCHED ? "" : pair.payloadHash())));
    }
    tables
        .candidates()
        .move(
            List.of(candidate.key()),
            candidate.step(),
            RecordState.READY,
            state,
            "stands as it should");
  }

  static Pair pair(Stored stored, Row row, boolean ours) {
    Candidate candidate = stored.candidate();
    return new Pair(
        candidate.key(),
        candidate.module(),
        row.id(),
        ours,
        ours ? "" : row.json(),
        stored.payloadHash());
  }

  @Override
  public void done(List<Made> made) {
    ledger.record(
        tables ->
            made.forEach(
                one ->
                    done(one.stored(), one.row(), one.row(), one.ours(), one.state(), "", tables)));
  }

  /** A record that was made. */
  CompletableFuture<Answer> made(Stored stored, Row row, String how) {
    return soon(
        Answer.DONE, tables -> done(stored, row, row, true, RecordState.CREATED, how, tables));
  }

  /** A change; the place of the record stays as it was known. */
  CompletableFuture<Answer> updated(Plan.Update plan, Row row, RecordState state) {
    return soon(
        Answer.DONE,
        tables -> done(plan.stored(), plan.current(), row, plan.ours(), state, "", tables));
  }

  /** The call is over, so its lane is free; the answer comes when it stands on the disk. */
  private CompletableFuture<Answer> soon(Answer answer, Consumer<Tables> down) {
    return ledger.writeSoon(
        tables -> {
          down.accept(tables);
          return answer;
        });
  }

  /**
   * All that an answer says.
   *
   * @param place the record that is written, as it was known before
   * @param written the record as it was answered
   */
  private void done(
      Stored stored,
      Row place,
      Row written,
      boolean ours,
      RecordState state,
      String how,
      Tables tables) {
    Candidate candidate = stored.candidate();
    if (candidate.step().makes()) {
      tables.crosswalk().save(List.of(pair(stored, place, ours)));
    }
    tables
        .attempts()
        .answer(candidate.key(), candidate.step(), Answer.DONE, place.id(), "", clock.instant());
    move(stored, state, how, tables);
    known.written(written, tables);
  }

  @Override
  public void lost(Stored stored, String reason) {
    ledger.record(tables -> answered(stored, Answer.LOST, reason, RecordState.UNKNOWN, tables));
  }

  @Override
  public void notSent(Stored stored, String reason) {
    ledger.record(tables -> answered(stored, Answer.NOT_SENT, reason, RecordState.READY, tables));
  }

  /** No record was made or changed, or nobody knows. */
  CompletableFuture<Answer> answer(Stored stored, Answer answer, String detail) {
    RecordState state =
        switch (answer) {
          case LOST -> RecordState.UNKNOWN;
          case NOT_SENT -> RecordState.READY;
          case REFUSED -> RecordState.REFUSED;
          case DONE -> throw new IllegalArgumentException("what was done has a row");
        };
    return soon(answer, tables -> answered(stored, answer, detail, state, tables));
  }

  private void answered(
      Stored stored, Answer answer, String detail, RecordState state, Tables tables) {
    Candidate candidate = stored.candidate();
    tables
        .attempts()
        .answer(candidate.key(), candidate.step(), answer, "", detail, clock.instant());
    move(stored, state, detail, tables);
  }

  private static void move(Stored stored, RecordState to, String reason, Tables tables) {
    Candidate candidate = stored.candidate();
    tables
        .candidates()
        .move(List.of(candidate.key()), candidate.step(), RecordState.INTENDED, to, reason);
  }
}
