package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.SampleRecords.SampleRecord;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.Candidate;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rollback and sample remember: what every store must do with it. */
abstract class UndoContract extends OpenLedger {
  @Test
  void undoStepsAreReplacedCountedAndFoundByTheirTarget() {
    UndoStep meant = step(1, 1, "7", State.INTENDED, "");
    UndoStep note = step(1, 2, "8", State.KEPT, "contacts/7");
    ledger.record(tables -> tables.undoSteps().save(List.of(meant, note)));
    ledger.record(tables -> tables.undoSteps().save(List.of(meant.as(State.REVERSED, "", NOW))));
    ledger.record(tables -> tables.undoSteps().save(List.of(step(2, 1, "9", State.GONE, ""))));
    reopen();
    assertThat(ledger.<Long>read(tables -> tables.undoSteps().round())).isEqualTo(2);
    assertThat(ledger.<Optional<UndoStep>>read(tables -> tables.undoSteps().find(1, contact(1))))
        .contains(meant.as(State.REVERSED, "", NOW));
    assertThat(
            ledger.<List<UndoStep>>read(
                tables -> tables.undoSteps().byTarget(1, TargetModule.CONTACTS, "8")))
        .containsExactly(note);
    assertThat(ledger.<List<UndoStep>>read(tables -> tables.undoSteps().in(1, State.KEPT, 9)))
        .containsExactly(note);
    assertThat(
            ledger.<List<String>>read(
                tables -> tables.undoSteps().parents(1, TargetModule.CONTACTS)))
        .containsExactly("contacts/7");
    assertThat(ledger.<Map<Count, Long>>read(tables -> tables.undoSteps().counts(1)))
        .containsOnly(
            Map.entry(new Count(TargetModule.CONTACTS, Verb.DELETE, State.REVERSED), 1L),
            Map.entry(new Count(TargetModule.CONTACTS, Verb.DELETE, State.KEPT), 1L));
  }

  private static UndoStep step(long round, int number, String target, State state, String parent) {
    return new UndoStep(
        round,
        contact(number),
        TargetModule.CONTACTS,
        target,
        Verb.DELETE,
        state,
        parent,
        ODD,
        NOW);
  }

  @Test
  void targetsComeOnceWithAllThatStandBehindThem() {
    ledger.record(
        tables -> tables.crosswalk().save(List.of(pair(1, "7"), pair(2, "7"), pair(3, "8"))));
    assertThat(ledger.<Long>read(tables -> tables.crosswalk().count(TargetModule.CONTACTS)))
        .isEqualTo(2);
    assertThat(
            ledger.<List<String>>read(
                tables -> tables.crosswalk().targets(TargetModule.CONTACTS, "", 9)))
        .containsExactly("7", "8");
    assertThat(
            ledger.<List<Pair>>read(
                tables -> tables.crosswalk().sharing(TargetModule.CONTACTS, "7")))
        .containsExactly(pair(1, "7"), pair(2, "7"));
  }

  private static Pair pair(int number, String target) {
    return new Pair(contact(number), TargetModule.CONTACTS, target, true, "", "h");
  }

  @Test
  void whatHasNoTargetAnyMoreStandsAsTransformLeftIt() {
    save(candidate(contact(1), "a"), candidate(contact(2), "b"), candidate(contact(3), "c"));
    move(contact(1), RecordState.READY, RecordState.MATCHED);
    move(contact(2), RecordState.READY, RecordState.HELD);
    move(contact(3), RecordState.READY, RecordState.CREATED);
    ledger.record(tables -> tables.crosswalk().save(List.of(pair(3, "8"))));
    save(held(4));
    assertThat(ledger.<Long>write(tables -> tables.candidates().reopen("rolled back")))
        .isEqualTo(2);
    assertThat(state(contact(1))).isEqualTo(RecordState.READY);
    assertThat(state(contact(2))).isEqualTo(RecordState.READY);
    assertThat(state(contact(3))).as("stands on the target").isEqualTo(RecordState.CREATED);
    assertThat(state(contact(4))).as("transform held it").isEqualTo(RecordState.HELD);
  }

  private static Candidate held(int number) {
    Candidate ready = candidate(contact(number), "d");
    return new Candidate(
        ready.key(),
        Step.RECORD,
        ready.module(),
        ready.attributes(),
        ready.links(),
        RecordState.HELD,
        "duplicate-email: of another",
        ready.cells());
  }

  @Test
  void oneSampleTakesThePlaceOfTheOther() {
    SampleRecord first = new SampleRecord(contact(1), "shows " + ODD, "", "");
    ledger.record(tables -> tables.sampleRecords().replace(List.of(first)));
    SampleRecord placed = first.at("contacts", "7");
    ledger.record(tables -> tables.sampleRecords().replace(List.of(placed)));
    reopen();
    assertThat(ledger.<List<SampleRecord>>read(tables -> tables.sampleRecords().all()))
        .containsExactly(placed);
  }
}
