package dev.pindah.journey.rollback;

import dev.pindah.connect.Pause;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Page;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Judgement.Delete;
import dev.pindah.journey.rollback.Judgement.PutBack;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Undoes the records of a module page by page, newest change first: each page is read right before
 * its records are undone, and the same page read again shows what became of them. What no page
 * shows is read by itself.
 */
final class SweepPages {
  /** Looks at records whose deletion was asked for, before each is deleted by itself. */
  private static final int LOOKS = 2;

  private final TargetReader reader;
  private final Due due;
  private final UndoBook book;
  private final TakeBack takeBack;
  private final Pause pause;
  private final Duration lag;
  private final ProgressSink progress;
  private Set<String> holding = Set.of();

  SweepPages(
      TargetReader reader,
      Due due,
      UndoBook book,
      TakeBack takeBack,
      Pause pause,
      Duration lag,
      ProgressSink progress) {
    this.reader = reader;
    this.due = due;
    this.book = book;
    this.takeBack = takeBack;
    this.pause = pause;
    this.lag = lag;
    this.progress = progress;
  }

  void run(TargetModule module) {
    holding = book.holding();
    long total = due.count(module);
    Set<String> through = new HashSet<>();
    Map<String, Standing> asked = new LinkedHashMap<>();
    int looks = 0;
    int number = 1;
    Set<String> before = Set.of();
    while (through.size() < total || !asked.isEmpty()) {
      Page page = reader.changedSince(module, Instant.EPOCH, number);
      Set<String> shown = page.rows().stream().map(Row::id).collect(Collectors.toSet());
      List<Standing> left = seenGone(asked, shown);
      List<Delete> deletions = undo(page.rows(), through, asked.keySet());
      takeBack.delete(deletions).forEach(standing -> asked.put(standing.targetId(), standing));
      progress.at("rollback " + module.wire(), through.size(), total);
      if (!left.isEmpty()) {
        pause.of(lag);
        if (++looks >= LOOKS) {
          left.forEach(standing -> asked.remove(standing.targetId()));
          takeBack.deleteSingly(left);
        }
      } else if (deletions.isEmpty()) {
        // A server that pays no heed to the page would repeat itself for ever.
        if (page.last() || shown.equals(before)) {
          break;
        }
        before = shown;
        number++;
      } else {
        looks = 0;
      }
    }
    book.settle(List.copyOf(asked.values()), Verb.DELETE, State.REVERSED, "");
    singly(module, through, total);
  }

  /** A module that has no pages. */
  void unlisted(TargetModule module) {
    holding = book.holding();
    singly(module, new HashSet<>(), due.count(module));
  }

  /** What was asked for and is not shown any more is gone; answers what is. */
  private List<Standing> seenGone(Map<String, Standing> asked, Set<String> shown) {
    List<Standing> left =
        asked.values().stream().filter(one -> shown.contains(one.targetId())).toList();
    List<Standing> gone =
        asked.values().stream().filter(one -> !shown.contains(one.targetId())).toList();
    gone.forEach(one -> asked.remove(one.targetId()));
    book.settle(gone, Verb.DELETE, State.REVERSED, "");
    return left;
  }

  /** Judges the rows that are due; answers which are to be deleted. */
  private List<Delete> undo(List<Row> rows, Set<String> through, Set<String> asked) {
    List<Delete> deletions = new ArrayList<>();
    List<PutBack> back = new ArrayList<>();
    List<Standing> untouched = new ArrayList<>();
    for (Row row : rows) {
      Optional<Standing> standing =
          through.contains(row.id()) || asked.contains(row.id())
              ? Optional.empty()
              : due.standing(row.module(), row.id());
      if (standing.isEmpty()) {
        continue;
      }
      through.add(row.id());
      switch (judge(standing.get(), Optional.of(row))) {
        case Delete delete -> delete(delete, deletions);
        case PutBack put -> back.add(put);
        case Judgement.Keep keep -> suspect(keep, deletions, back);
        case Judgement.Leave leave -> untouched.add(leave.of());
        case Judgement.Gone gone -> book.gone(gone.of());
      }
    }
    book.settle(untouched, Verb.NONE, State.UNTOUCHED, "");
    if (book.dry()) {
      book.intended(deletions.stream().map(Delete::of).toList(), Verb.DELETE);
      book.intended(back.stream().map(PutBack::of).toList(), Verb.RESTORE);
      return List.of();
    }
    takeBack.putBack(back);
    return deletions;
  }

  private Judgement judge(Standing standing, Optional<Row> now) {
    return due.judge(standing, now, book.known(standing));
  }

  private void delete(Delete delete, List<Delete> deletions) {
    String name = delete.of().module().wire() + "/" + delete.of().targetId();
    if (holding.contains(name)) {
      book.held(delete.of());
    } else {
      deletions.add(delete);
    }
  }

  /**
   * Rows of lists may be thinner than the record: it is read by itself before it counts as touched.
   */
  private void suspect(Judgement.Keep keep, List<Delete> deletions, List<PutBack> back) {
    Standing standing = keep.of();
    switch (judge(standing, reader.one(standing.module(), standing.targetId()))) {
      case Delete delete -> delete(delete, deletions);
      case PutBack put -> back.add(put);
      case Judgement.Keep sure -> book.touched(standing, sure.cells());
      case Judgement.Leave leave -> book.settle(List.of(standing), Verb.NONE, State.UNTOUCHED, "");
      case Judgement.Gone gone -> book.gone(standing);
    }
  }

  private void singly(TargetModule module, Set<String> through, long total) {
    due.each(
        module,
        standing -> {
          if (!through.add(standing.targetId())) {
            return;
          }
          List<Delete> deletions = new ArrayList<>();
          List<PutBack> back = new ArrayList<>();
          suspect(new Judgement.Keep(standing, Map.of()), deletions, back);
          if (book.dry()) {
            book.intended(deletions.stream().map(Delete::of).toList(), Verb.DELETE);
            book.intended(back.stream().map(PutBack::of).toList(), Verb.RESTORE);
          } else {
            takeBack.putBack(back);
            deletions.forEach(delete -> takeBack.delete(List.of(delete)));
          }
          progress.at("rollback " + module.wire(), through.size(), total);
        });
  }
}
