package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.SourceFile.State;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store must do with files. */
abstract class FileContract extends CandidateContract {
  private static final String HASH = "a".repeat(64);

  @Test
  void aLinkKeepsWhatBecameOfItUntilTheRecordDropsIt() {
    SourceFile first = link(1, "foto", "https://cdn.example/a.jpg");
    SourceFile second = link(1, "ktp", "https://cdn.example/b.jpg");
    links(1, first, second);
    save(first.stored(HASH, 12, "image/jpeg"), second.without(State.MISSING, 0, "404"));
    links(1, first, second);
    reopen();
    assertThat(of(1))
        .containsExactly(
            first.stored(HASH, 12, "image/jpeg"), second.without(State.MISSING, 0, "404"));
    links(1, second);
    assertThat(of(1)).containsExactly(second.without(State.MISSING, 0, "404"));
    assertThat(counts()).containsOnly(Map.entry(State.GONE, 1L), Map.entry(State.MISSING, 1L));
    links(1, first, second);
    assertThat(of(1)).contains(first);
  }

  @Test
  void theSameContentCountsOnceAndTheSameLinkIsFoundElsewhere() {
    SourceFile here = link(1, "foto", "https://cdn.example/a.jpg");
    SourceFile there = link(2, "foto", "https://cdn.example/a.jpg");
    links(1, here);
    links(2, there);
    save(here.stored(HASH, 12, "image/jpeg"));
    assertThat(ledger.<Boolean>read(tables -> tables.sourceFiles().stored(there.url()).isPresent()))
        .isTrue();
    save(there.stored(HASH, 12, "image/jpeg"));
    assertThat(ledger.<Long>read(tables -> tables.sourceFiles().bytes())).isEqualTo(12);
  }

  @Test
  void whatIsNotStoredIsFoundAnewWhenTriedAgain() {
    SourceFile file = link(1, "foto", ODD);
    links(1, file);
    save(file.without(State.TOO_LARGE, 99, "99 bytes"));
    assertThat(ledger.<Integer>write(tables -> tables.sourceFiles().retry())).isEqualTo(1);
    assertThat(ledger.<List<SourceFile>>read(tables -> tables.sourceFiles().in(State.FOUND, "", 9)))
        .singleElement()
        .matches(found -> found.url().equals(ODD));
  }

  @Test
  void aFileThatNobodyLinksToIsNotSaved() {
    assertThatThrownBy(() -> save(link(7, "x", "https://cdn.example/x").stored(HASH, 1, "")))
        .isInstanceOf(LedgerException.class);
  }

  private static SourceFile link(int contact, String field, String url) {
    return SourceFile.found(contact(contact), field, url, "a.jpg");
  }

  private void links(int contact, SourceFile... files) {
    ledger.record(tables -> tables.sourceFiles().links(contact(contact), List.of(files)));
  }

  private void save(SourceFile... files) {
    ledger.record(tables -> tables.sourceFiles().save(List.of(files)));
  }

  private List<SourceFile> of(int contact) {
    return ledger.read(tables -> tables.sourceFiles().of(contact(contact)));
  }

  private Map<State, Long> counts() {
    return ledger.read(tables -> tables.sourceFiles().counts());
  }
}
