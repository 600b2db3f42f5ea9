package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Page;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Canaries.Canary;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes throw-away records, also those of a probe that was killed: what may stand on the target
 * is known before it is written, and found by its mark where its id is not known.
 */
public final class Sweep {
  /** Clocks differ; a record is looked for from a little before it was sent. */
  private static final Duration BEFORE = Duration.ofMinutes(10);

  /** Newest first, so that a few pages hold everything of the last hours of a quiet account. */
  private static final int PAGES = 10;

  /** What hangs on another record goes first. */
  private static final List<TargetModule> ORDER =
      List.of(TargetModule.DEALS, TargetModule.CONTACTS, TargetModule.SALES_ACCOUNTS);

  private final Destination target;
  private final Ledger ledger;
  private final Pause pause;

  public Sweep(Destination target, Ledger ledger, Pause pause) {
    this.target = target;
    this.ledger = ledger;
    this.pause = pause;
  }

  /**
   * What was done.
   *
   * @param removed records that stood there and are gone, those of workflows included
   * @param left records that could not be removed
   */
  public record Swept(int removed, int left) {}

  public Swept run() {
    List<Canary> canaries = ledger.read(tables -> tables.canaries().left());
    if (canaries.stream().anyMatch(canary -> canary.targetId().isBlank())) {
      pause.of(target.indexLag());
    }
    int removed = 0;
    int left = 0;
    for (TargetModule module : ORDER) {
      for (Canary canary : canaries) {
        if (canary.module() == module) {
          int gone = remove(canary);
          removed += Math.max(0, gone);
          left += gone < 0 ? 1 : 0;
        }
      }
    }
    return new Swept(removed, left);
  }

  /** How many records went; -1 when one stands on. */
  private int remove(Canary canary) {
    Set<String> ids = new LinkedHashSet<>();
    if (canary.targetId().isBlank()) {
      ids.addAll(found(canary));
    } else {
      ids.add(canary.targetId());
    }
    int removed = 0;
    for (String id : ids) {
      if (canary.module() == TargetModule.CONTACTS) {
        removed += tasks(id);
      }
      if (target.eraser().delete(canary.module(), id) instanceof Reply.Ok<Boolean>(Boolean stood)) {
        removed += stood ? 1 : 0;
      } else {
        return -1;
      }
    }
    ledger.record(tables -> tables.canaries().gone(canary.name()));
    return removed;
  }

  /** Tasks that the account's workflows hung on it. */
  private int tasks(String contact) {
    int removed = 0;
    for (Row task : target.reader().under(TargetModule.TASKS, TargetModule.CONTACTS, contact)) {
      if (target.eraser().delete(TargetModule.TASKS, task.id())
          instanceof Reply.Ok<Boolean>(Boolean stood)) {
        removed += stood ? 1 : 0;
      }
    }
    return removed;
  }

  private Set<String> found(Canary canary) {
    Set<String> ids = new LinkedHashSet<>();
    var key = Flock.key(canary.module(), canary.name());
    target
        .reader()
        .find(canary.module(), TargetReader.MARKER, TargetReader.marker(key))
        .forEach(row -> ids.add(row.id()));
    if (canary.module() == TargetModule.CONTACTS) {
      target
          .reader()
          .find(TargetModule.CONTACTS, TargetReader.EMAIL, Flock.email(canary.name()))
          .stream()
          .filter(row -> ours(row, canary))
          .forEach(row -> ids.add(row.id()));
    }
    for (int number = 1; number <= PAGES; number++) {
      Page page =
          target.reader().changedSince(canary.module(), canary.intendedAt().minus(BEFORE), number);
      page.rows().stream().filter(row -> ours(row, canary)).forEach(row -> ids.add(row.id()));
      if (page.last()) {
        break;
      }
    }
    return ids;
  }

  /** By its mark, or by the address that nobody else can have. */
  private static boolean ours(Row row, Canary canary) {
    return row.carries(Flock.key(canary.module(), canary.name()))
        || row.keys()
            .getOrDefault(TargetReader.EMAIL, List.of())
            .contains(Flock.email(canary.name()));
  }
}
