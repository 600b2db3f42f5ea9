package dev.pindah.journey.rollback;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stage: deletes what the migration made, puts back what it changed, and keeps what somebody
 * has touched since. Each record is read right before it is undone. Deleting twice and putting back
 * twice are harmless, so it can be killed and run again.
 */
public final class Rollback {
  private static final int CHUNK = 100;

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
          TargetModule.CONTACTS,
          TargetModule.SALES_ACCOUNTS);

  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;
  private final Standing standing;

  public Rollback(Destination destination, Ledger ledger, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.progress = progress;
    this.standing = new Standing(destination.reader(), ledger);
  }

  /** A record that stays, and why. */
  public record Kept(Pair pair, String reason) {}

  /**
   * What was, or would be, undone.
   *
   * @param deleted records that are in the recycle bin now
   * @param lists lists that stay, since the API deletes none
   * @param files files on records that stay, likewise; those on deleted records go with them
   */
  public record Outcome(
      long deleted,
      long restored,
      long untouched,
      long lists,
      long files,
      List<Kept> kept,
      List<Kept> errored) {
    public long reversed() {
      return deleted + restored;
    }
  }

  private static final class Tally {
    private long deleted;
    private long restored;
    private long untouched;
    private long lists;
    private long files;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Kept> errored = new ArrayList<>();
  }

  /** With {@code dry}, reads and says what would happen, and writes nothing. */
  public Outcome run(boolean dry) {
    Tally tally = new Tally();
    files(pair -> tally.files += parent(pair).map(Pair::ours).orElse(true) ? 0 : 1);
    for (TargetModule module : ORDER) {
      for (ObjectName object : ObjectName.values()) {
        run(module, object, dry, tally);
      }
    }
    // What stays with a record that was there before is found on it again by name and length.
    files(
        pair -> {
          if (parent(pair).isEmpty()) {
            forget(pair, dry);
          }
        });
    return new Outcome(
        tally.deleted,
        tally.restored,
        tally.untouched,
        tally.lists,
        tally.files,
        tally.kept,
        tally.errored);
  }

  private void files(Consumer<Pair> look) {
    String after = "";
    while (true) {
      String from = after;
      List<Pair> page =
          ledger.read(tables -> tables.crosswalk().page(ObjectName.FILE, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.stream().filter(pair -> pair.module() == TargetModule.FILES).forEach(look);
      after = page.getLast().key().id();
    }
  }

  /** The record that a file hangs on, while we still know it. */
  private Optional<Pair> parent(Pair file) {
    return ledger.read(
        tables ->
            tables.candidates().find(file.key(), Step.RECORD).stream()
                .flatMap(stored -> stored.candidate().links().stream())
                .flatMap(link -> tables.crosswalk().find(link.to()).stream())
                .findFirst());
  }

  private void run(TargetModule module, ObjectName object, boolean dry, Tally tally) {
    long total = ledger.read(tables -> tables.crosswalk().count(object));
    long done = 0;
    String after = "";
    while (true) {
      String from = after;
      List<Pair> page = ledger.read(tables -> tables.crosswalk().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      List<Pair> due = page.stream().filter(pair -> pair.module() == module).toList();
      if (object == ObjectName.LIST_MEMBER) {
        leave(due, dry, tally);
      } else {
        for (Pair pair : due) {
          undo(pair, dry, tally);
          progress.at("rollback " + module.wire(), ++done, total);
        }
      }
      after = page.getLast().key().id();
    }
  }

  /** Takes contacts off lists, those of one list with one call. */
  private void leave(List<Pair> members, boolean dry, Tally tally) {
    Map<String, List<Pair>> lists =
        members.stream()
            .collect(Collectors.groupingBy(pair -> pair.targetId().replaceFirst("/.*", "")));
    lists.forEach(
        (list, pairs) -> {
          List<String> contacts =
              pairs.stream().map(pair -> pair.targetId().replaceFirst(".*/", "")).toList();
          Reply<Boolean> answer =
              dry ? new Reply.Ok<>(true) : destination.eraser().leave(list, contacts);
          for (Pair pair : pairs) {
            tally(pair, answer, dry, tally);
          }
        });
  }

  private void undo(Pair pair, boolean dry, Tally tally) {
    if (!pair.ours() && pair.payloadHash().isBlank()) {
      tally.untouched++;
      forget(pair, dry);
      return;
    }
    if (pair.module() == TargetModule.LISTS) {
      tally.lists++;
      return;
    }
    Optional<Row> now = standing.row(pair);
    if (now.isEmpty()) {
      if (pair.ours()) {
        tally.deleted++;
        forget(pair, dry);
      } else {
        tally.kept.add(new Kept(pair, "the record is gone, nothing to put back"));
      }
      return;
    }
    ObjectNode written = written(pair);
    Map<String, String> touched = new TargetRow(now.get().json()).differences(written);
    if (!touched.isEmpty()) {
      tally.kept.add(new Kept(pair, "changed since by somebody: " + touched.keySet()));
      return;
    }
    if (dry) {
      count(pair, tally);
      return;
    }
    tally(pair, reverse(pair, now.get(), written), false, tally);
  }

  private void tally(Pair pair, Reply<Boolean> answer, boolean dry, Tally tally) {
    switch (answer) {
      case Reply.Ok<Boolean> done -> {
        count(pair, tally);
        forget(pair, dry);
      }
      case Reply.Refused<Boolean>(String code, String reason) ->
          tally.errored.add(new Kept(pair, code + ": " + reason));
      case Reply.Throttled<Boolean> busy ->
          tally.errored.add(new Kept(pair, "throttled; run again"));
      case Reply.Broken<Boolean>(boolean sent, String reason) ->
          tally.errored.add(new Kept(pair, reason + "; run again"));
    }
  }

  private static void count(Pair pair, Tally tally) {
    if (pair.ours()) {
      tally.deleted++;
    } else {
      tally.restored++;
    }
  }

  private Reply<Boolean> reverse(Pair pair, Row now, ObjectNode written) {
    return pair.ours()
        ? destination.eraser().delete(pair.module(), pair.targetId())
        : destination
            .eraser()
            .restore(now, pair.before(), new LinkedHashSet<>(written.propertyNames()));
  }

  /** All that the steps of a record wrote, later ones over earlier ones. */
  private ObjectNode written(Pair pair) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ledger.record(
        tables -> {
          for (Step step : Step.values()) {
            tables
                .candidates()
                .find(pair.key(), step)
                .ifPresent(stored -> all.setAll(stored.candidate().attributes()));
          }
        });
    return all;
  }

  /** The record counts as never loaded, so that another migration starts from the beginning. */
  private void forget(Pair pair, boolean dry) {
    if (dry) {
      return;
    }
    ledger.record(
        tables -> {
          tables.crosswalk().remove(pair.key());
          for (Step step : Step.values()) {
            tables
                .candidates()
                .find(pair.key(), step)
                .filter(stored -> stored.state().onTarget())
                .ifPresent(stored -> ready(stored, tables));
          }
          tables.slices().reset("load-know");
        });
  }

  private static void ready(Stored stored, Tables tables) {
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()),
            stored.candidate().step(),
            stored.state(),
            RecordState.READY,
            "rolled back");
  }

  /** What stays on the target although everything was reversed, in words. */
  public static List<String> residue(Outcome outcome) {
    List<String> residue = new ArrayList<>();
    if (outcome.deleted() > 0) {
      residue.add(
          outcome.deleted()
              + " deleted records lie in the recycle bin for 90 days; empty it there");
    }
    residue.add("custom fields, choices and stages that were made by hand stay");
    if (outcome.lists() > 0) {
      residue.add(
          outcome.lists()
              + " lists stay, without our members: the API deletes none; delete them by hand");
    }
    if (outcome.files() > 0) {
      residue.add(
          outcome.files()
              + " files stay on records that were there before: the API deletes none; delete them"
              + " by hand");
    }
    residue.add("tags stay in the account's list of tags");
    residue.add("what workflows made of the records stays");
    return residue;
  }
}
