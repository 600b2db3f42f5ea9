package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Judgement.Delete;
import dev.pindah.journey.rollback.Judgement.PutBack;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.UndoSteps.State;
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
    Map<String, Pair> parents = new LinkedHashMap<>();
    for (Standing standing : standings) {
      Optional<Pair> parent = ledger.read(tables -> Parents.of(standing.first(), tables));
      String name = parent.map(pair -> pair.module().wire() + "/" + pair.targetId()).orElse("");
      parent.ifPresent(pair -> parents.put(name, pair));
      families.computeIfAbsent(name, any -> new ArrayList<>()).add(standing);
    }
    families.forEach(
        (name, family) -> {
          Map<String, Row> rows = new LinkedHashMap<>();
          Optional.ofNullable(parents.get(name)).stream()
              .flatMap(
                  parent ->
                      reader.under(module, parent.module(), parent.targetId()).stream())
              .forEach(row -> rows.put(row.id(), row));
          if (name.isEmpty() && !book.dry()) {
            orphans(family);
          } else {
            undo(family, rows);
          }
          done.add(family.size());
          progress.at("rollback " + module.wire(), done.sum(), total);
        });
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
      switch (due.judge(standing, Optional.ofNullable(rows.get(standing.targetId())))) {
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
