package dev.pindah.journey.rollback;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Eraser;
import dev.pindah.connect.Pause;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Reach;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The stage: deletes what the migration made, puts back what it changed, and keeps what somebody
 * has touched since. Each record is read right before it is undone. Deleting twice and putting back
 * twice are harmless, so it can be killed and run again.
 */
public final class Rollback {
  /** Those that hang on others first. */
  private static final List<TargetModule> ORDER =
      List.of(
          TargetModule.DESK_FILES,
          TargetModule.DESK_NOTES,
          TargetModule.TICKETS,
          TargetModule.DESK_CONTACTS,
          TargetModule.DESK_COMPANIES,
          TargetModule.NOTES,
          TargetModule.TASKS,
          TargetModule.LISTS,
          TargetModule.DEALS,
          TargetModule.LEADS,
          TargetModule.CONTACTS,
          TargetModule.SALES_ACCOUNTS,
          TargetModule.USERS);

  private final Destination destination;
  private final Ledger ledger;
  private final Clock clock;
  private final Pause pause;
  private final ProgressSink progress;

  public Rollback(
      Destination destination, Ledger ledger, Clock clock, Pause pause, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
  }

  /**
   * How far a rollback goes.
   *
   * @param dry reads and says what would happen, and writes nothing
   * @param objects only these; all where none is named
   * @param batch records that are undone together
   */
  public record Scope(boolean dry, Set<ObjectName> objects, int batch) {
    public Scope {
      objects = Set.copyOf(objects);
      if (batch < 1 || batch > Eraser.MOST) {
        throw new IllegalArgumentException("a batch has 1 to " + Eraser.MOST + " records");
      }
    }

    public static Scope everything() {
      return new Scope(false, Set.of(), Eraser.MOST);
    }

    public static Scope dryRun() {
      return new Scope(true, Set.of(), Eraser.MOST);
    }
  }

  public Outcome run(Scope scope) {
    UndoBook book = UndoBook.open(ledger, clock, scope.dry());
    Due due = new Due(ledger, scope.objects());
    TakeBack takeBack = new TakeBack(destination.eraser(), book, pause, scope.batch());
    TargetReader reader = destination.reader();
    SweepPages pages =
        new SweepPages(reader, due, book, takeBack, pause, destination.indexLag(), progress);
    SweepUnder under = new SweepUnder(reader, ledger, due, book, takeBack, progress);
    Parts parts = new Parts(ledger, due, book, takeBack);
    parts.members();
    for (TargetModule module : ORDER) {
      switch (module) {
        case USERS -> parts.matched(module);
        case LISTS -> parts.lists();
        // They follow their records, at the end.
        case FILES -> {}
        case SALES_ACCOUNTS,
            CONTACTS,
            LEADS,
            DEALS,
            TASKS,
            NOTES,
            TICKETS,
            DESK_CONTACTS,
            DESK_COMPANIES,
            DESK_NOTES,
            DESK_FILES -> {
          if (reader.reach(module) == Reach.BENEATH) {
            under.run(module);
          } else if (reader.reach(module) == Reach.PAGES) {
            pages.run(module);
          } else {
            pages.unlisted(module);
          }
        }
      }
    }
    parts.files();
    if (due.all()) {
      book.close();
    }
    Optional<Fingerprints> proof =
        scope.dry()
            ? Optional.empty()
            : Optional.of(
                new ProveFingerprints(reader, ledger, book, takeBack, clock, progress).run());
    return new Outcome(
        book.counts(),
        book.named(State.KEPT),
        book.named(State.ERRORED),
        Residue.of(book, proof),
        proof);
  }

  /** Lists and their members, files, users: what is no record of its own or cannot be removed. */
  private static final class Parts {
    private final Ledger ledger;
    private final Due due;
    private final UndoBook book;
    private final TakeBack takeBack;

    Parts(Ledger ledger, Due due, UndoBook book, TakeBack takeBack) {
      this.ledger = ledger;
      this.due = due;
      this.book = book;
      this.takeBack = takeBack;
    }

    void members() {
      due.parts(
          ObjectName.LIST_MEMBER,
          page -> {
            Map<String, List<Standing>> lists =
                page.stream()
                    .map(Parts::alone)
                    .collect(
                        Collectors.groupingBy(member -> member.targetId().replaceFirst("/.*", "")));
            lists.forEach(
                (list, members) -> {
                  if (book.dry()) {
                    book.intended(members, Verb.LEAVE);
                  } else {
                    takeBack.leave(list, members);
                  }
                });
          });
    }

    private static Standing alone(Pair pair) {
      return new Standing(pair.module(), pair.targetId(), List.of(pair));
    }

    /** The API deletes no lists; they stay without our members. */
    void lists() {
      List<Standing> ours = new ArrayList<>();
      List<Standing> theirs = new ArrayList<>();
      due.each(TargetModule.LISTS, list -> (book.ours(list) ? ours : theirs).add(list));
      ours.forEach(
          list ->
              book.settle(
                  List.of(list),
                  Verb.NONE,
                  State.STAYS,
                  name(list) + ": the API deletes no lists"));
      book.settle(theirs, Verb.NONE, State.UNTOUCHED, "");
    }

    private String name(Standing list) {
      return ledger
          .read(tables -> tables.candidates().find(list.first().key(), Step.RECORD))
          .map(stored -> stored.candidate().attributes().path("name").asString(""))
          .map(name -> "list \"" + name + "\"")
          .orElse("list " + list.targetId());
    }

    private String file(Pair pair) {
      return ledger.read(
          tables ->
              "file \""
                  + tables
                      .candidates()
                      .find(pair.key(), Step.RECORD)
                      .map(stored -> stored.candidate().attributes().path("file_name").asString(""))
                      .orElse(pair.targetId())
                  + "\""
                  + Parents.name(pair, tables, book.round())
                      .map(parent -> " on " + parent)
                      .orElse(""));
    }

    /** Nothing was written to them. */
    void matched(TargetModule module) {
      List<Standing> standings = new ArrayList<>();
      due.each(module, standings::add);
      book.settle(standings, Verb.NONE, State.UNTOUCHED, "");
    }

    /** Files of records that we deleted are gone with them; the others stay. */
    void files() {
      due.parts(
          ObjectName.FILE,
          page -> {
            List<Standing> gone = new ArrayList<>();
            List<Standing> theirs = new ArrayList<>();
            for (Pair pair : page) {
              Standing file = alone(pair);
              if (pair.module() != TargetModule.FILES) {
                continue;
              }
              if (book.deletedWithParent(pair)) {
                gone.add(file);
              } else if (!book.ours(file)) {
                theirs.add(file);
              } else {
                book.settle(
                    List.of(file),
                    Verb.NONE,
                    State.STAYS,
                    file(pair) + ": the API deletes no files");
              }
            }
            book.settle(gone, Verb.DELETE, State.REVERSED, "");
            book.settle(theirs, Verb.NONE, State.UNTOUCHED, "");
          });
    }
  }
}
