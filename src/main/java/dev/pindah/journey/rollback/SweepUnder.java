package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Judgement.Delete;
import dev.pindah.journey.rollback.Judgement.PutBack;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Undoes what is only listed under the record that it hangs on: one look for each such record. */
final class SweepUnder {
  /** Records that are brought together by what they hang on. */
  private static final int CHUNK = 5_000;

  private final TargetReader reader;
  private final Ledger ledger;
  private final Due due;
  private final UndoBook book;
  private final TakeBack takeBack;
  private final ProgressSink progress;

  SweepUnder(
      TargetReader reader,
      Ledger ledger,
      Due due,
      UndoBook book,
      TakeBack takeBack,
      ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.due = due;
    this.book = book;
    this.takeBack = takeBack;
    this.progress = progress;
  }

  void run(TargetModule module) {
    long total = due.count(module);
    LongAdder done = new LongAdder();
    List<Standing> chunk = new ArrayList<>();
    due.each(
        module,
        standing -> {
          chunk.add(standing);
          if (chunk.size() == CHUNK) {
            undo(module, List.copyOf(chunk), done, total);
            chunk.clear();
          }
        });
    undo(module, chunk, done, total);
  }

  private void undo(TargetModule module, List<Standing> standings, LongAdder done, long total) {
    Map<String, List<Standing>> families = new LinkedHashMap<>();
    for (Standing standing : standings) {
      families.computeIfAbsent(parent(standing), any -> new ArrayList<>()).add(standing);
    }
    families.forEach(
        (parent, family) -> {
          if (parent.isEmpty() && !book.dry()) {
            orphans(family);
          } else {
            undo(family, parent.isEmpty() ? Map.of() : rows(module, parent));
          }
          done.add(family.size());
          progress.at("rollback " + module.wire(), done.sum(), total);
        });
  }

  /** What it hangs on, as {@code module/id}, from what this rollback knows where that is gone. */
  private String parent(Standing standing) {
    return ledger
        .read(tables -> Parents.of(standing.first(), tables))
        .map(pair -> pair.module().wire() + "/" + pair.targetId())
        .or(() -> book.known(standing).map(UndoStep::parent))
        .orElse("");
  }

  private Map<String, Row> rows(TargetModule module, String parent) {
    int slash = parent.indexOf('/');
    TargetModule kind = TargetModule.of(parent.substring(0, slash)).orElseThrow();
    Map<String, Row> rows = new LinkedHashMap<>();
    reader.under(module, kind, parent.substring(slash + 1)).forEach(row -> rows.put(row.id(), row));
    return rows;
  }

  /** What they hung on was taken away before: nothing lists them any more. */
  private void orphans(List<Standing> family) {
    List<Standing> ours = family.stream().filter(Standing::ours).toList();
    book.intend(ours, Verb.DELETE);
    takeBack.deleteSingly(ours);
    book.settle(
        family.stream().filter(standing -> !standing.ours()).toList(),
        Verb.NONE,
        State.UNTOUCHED,
        "");
  }

  private void undo(List<Standing> family, Map<String, Row> rows) {
    List<Standing> deletions = new ArrayList<>();
    List<PutBack> back = new ArrayList<>();
    for (Standing standing : family) {
      Optional<UndoStep> known = book.known(standing);
      Optional<Row> now = Optional.ofNullable(rows.get(standing.targetId()));
      switch (due.judge(standing, now, known)) {
        case Delete delete -> deletions.add(standing);
        case PutBack put -> back.add(put);
        case Judgement.Keep keep -> book.touched(standing, keep.cells());
        case Judgement.Leave leave ->
            book.settle(List.of(standing), Verb.NONE, State.UNTOUCHED, "");
        case Judgement.Gone gone -> book.gone(standing);
      }
    }
    if (book.dry()) {
      book.intended(deletions, Verb.DELETE);
      book.intended(back.stream().map(PutBack::of).toList(), Verb.RESTORE);
      return;
    }
    book.intend(deletions, Verb.DELETE);
    takeBack.deleteSingly(deletions);
    takeBack.putBack(back);
  }
}
