package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Attempts.Intention;
import dev.pindah.ledger.Attempts.Verb;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** States, moves, writes under way: what every store must do with candidates. */
abstract class CandidateContract extends UndoContract {
  @Test
  void everyMoveIsAllowedOrRefusedAndKept() {
    for (RecordState from : RecordState.values()) {
      for (RecordState to : RecordState.values()) {
        RecordKey key = new RecordKey(ObjectName.DEAL, from + "-" + to);
        Candidate start = candidate(key, "x");
        save(
            new Candidate(
                key,
                Step.RECORD,
                start.module(),
                start.attributes(),
                start.links(),
                from,
                "start",
                start.cells()));
        if (Moves.allowed(from, to)) {
          move(key, from, to);
          assertThat(state(key)).isEqualTo(to);
          assertThat(ledger.<List<String>>read(tables -> tables.history().moves(key)))
              .containsExactly(from + "->" + to);
        } else {
          assertThatThrownBy(() -> move(key, from, to)).isInstanceOf(LedgerException.class);
          assertThat(state(key)).isEqualTo(from);
        }
      }
    }
  }

  @Test
  void aMoveFromTheWrongStateTakesBackTheWholeWork() {
    save(candidate(contact(1), "a"), candidate(contact(2), "b"));
    move(contact(2), RecordState.READY, RecordState.INTENDED);
    assertThatThrownBy(
            () ->
                ledger.record(
                    tables ->
                        tables
                            .candidates()
                            .move(
                                List.of(contact(1), contact(2)),
                                Step.RECORD,
                                RecordState.READY,
                                RecordState.INTENDED,
                                "")))
        .isInstanceOf(LedgerException.class);
    assertThat(state(contact(1))).isEqualTo(RecordState.READY);
    assertThat(ledger.<List<String>>read(tables -> tables.history().moves(contact(1)))).isEmpty();
  }

  @Test
  void savingTheSameKeepsTheStateAndAnotherStartsAnew() {
    save(candidate(contact(1), "a"));
    move(contact(1), RecordState.READY, RecordState.CREATED);
    save(candidate(contact(1), "a"));
    assertThat(state(contact(1))).isEqualTo(RecordState.CREATED);
    save(candidate(contact(1), "b"));
    assertThat(state(contact(1))).isEqualTo(RecordState.READY);
  }

  @Test
  void aChangeDoesNotHideAWriteThatIsUnderWay() {
    save(candidate(contact(1), "a"));
    move(contact(1), RecordState.READY, RecordState.INTENDED);
    save(candidate(contact(1), "b"));
    assertThat(state(contact(1))).isEqualTo(RecordState.INTENDED);
    assertThat(
            ledger.<String>read(
                tables ->
                    tables
                        .candidates()
                        .find(contact(1), Step.RECORD)
                        .orElseThrow()
                        .candidate()
                        .attributes()
                        .path("first_name")
                        .asString()))
        .isEqualTo("b");
  }

  @Test
  void candidatesComeBackAsTheyWere() {
    Candidate odd = candidate(contact(1), ODD);
    save(odd);
    assertThat(
            ledger.<Candidate>read(
                tables ->
                    tables.candidates().find(contact(1), Step.RECORD).orElseThrow().candidate()))
        .isEqualTo(odd);
  }

  @Test
  void booksCountEveryBucket() {
    ledger.record(
        tables -> {
          for (int number = 1; number <= 4; number++) {
            tables.sourceRecords().save(List.of(source(contact(number), "x", NOW)));
          }
        });
    save(candidate(contact(1), "a"), candidate(contact(2), "b"), candidate(contact(3), "c"));
    move(contact(1), RecordState.READY, RecordState.CREATED);
    move(contact(2), RecordState.READY, RecordState.HELD);
    Books books = ledger.<List<Books>>read(tables -> tables.candidates().books()).getFirst();
    assertThat(books).isEqualTo(new Books(ObjectName.CONTACT, 4, 1, 0, 0, 0, 0, 1, 2));
    assertThat(books.balanced()).isFalse();
    assertThat(
            ledger.<Map<String, Long>>read(
                tables -> tables.candidates().reasons(ObjectName.CONTACT, RecordState.HELD)))
        .isEqualTo(Map.of("because", 1L));
  }

  @Test
  void intentionsStayOpenUntilAnswered() {
    save(candidate(contact(1), "a"), candidate(contact(2), "b"));
    List<Intention> intentions =
        Stream.of(1, 2)
            .map(
                number ->
                    new Intention(
                        contact(number),
                        Step.RECORD,
                        Verb.CREATE,
                        TargetModule.CONTACTS,
                        "",
                        "hash" + number,
                        NOW))
            .toList();
    ledger.record(tables -> tables.attempts().intend(intentions));
    reopen();
    assertThat(unresolved()).isEqualTo(intentions);
    ledger.record(
        tables -> {
          tables
              .attempts()
              .answer(contact(1), Step.RECORD, Answer.DONE, "77", "", NOW.plusSeconds(1));
          tables
              .candidates()
              .move(
                  List.of(contact(1)), Step.RECORD, RecordState.INTENDED, RecordState.CREATED, "");
          tables
              .attempts()
              .answer(contact(2), Step.RECORD, Answer.LOST, "", "cut", NOW.plusSeconds(1));
          tables
              .candidates()
              .move(
                  List.of(contact(2)),
                  Step.RECORD,
                  RecordState.INTENDED,
                  RecordState.UNKNOWN,
                  "cut");
        });
    assertThat(unresolved()).extracting(Intention::key).containsExactly(contact(2));
  }

  private List<Intention> unresolved() {
    return ledger.read(tables -> tables.attempts().unresolved(ObjectName.CONTACT, Step.RECORD));
  }

  @Test
  void theFirstBeforeImageAndMakerStay() {
    Pair first = new Pair(contact(1), TargetModule.CONTACTS, "77", false, "{\"a\":1}", "h1");
    ledger.record(tables -> tables.crosswalk().save(List.of(first)));
    ledger.record(
        tables ->
            tables
                .crosswalk()
                .save(
                    List.of(
                        new Pair(
                            contact(1), TargetModule.CONTACTS, "77", true, "{\"a\":2}", "h2"))));
    Pair now = ledger.<Pair>read(tables -> tables.crosswalk().find(contact(1)).orElseThrow());
    assertThat(now.before()).isEqualTo("{\"a\":1}");
    assertThat(now.ours()).isFalse();
    assertThat(now.payloadHash()).isEqualTo("h2");
    assertThat(
            ledger.<Pair>read(
                tables -> tables.crosswalk().byTarget(TargetModule.CONTACTS, "77").orElseThrow()))
        .isEqualTo(now);
  }
}
