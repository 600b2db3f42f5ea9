package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What is to be undone: the pairs that the crosswalk still has, of the objects that were asked for.
 */
final class Due {
  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final Set<ObjectName> objects;

  /** All objects where none is named. */
  Due(Ledger ledger, Set<ObjectName> objects) {
    this.ledger = ledger;
    this.objects = Set.copyOf(objects);
  }

  boolean wanted(ObjectName object) {
    return objects.isEmpty() || objects.contains(object);
  }

  /** Whether nothing is left out. */
  boolean all() {
    return objects.isEmpty();
  }

  /** Target records of their own in a module. */
  long count(TargetModule module) {
    LongAdder count = new LongAdder();
    each(module, standing -> count.increment());
    return count.sum();
  }

  Optional<Standing> standing(TargetModule module, String targetId) {
    List<Pair> pairs =
        ledger.read(tables -> tables.crosswalk().sharing(module, targetId)).stream()
            .filter(Due::standsAlone)
            .toList();
    return pairs.stream().anyMatch(pair -> wanted(pair.key().object()))
        ? Optional.of(new Standing(module, targetId, pairs))
        : Optional.empty();
  }

  /** Members of lists and files of the CRM are parts of another target record. */
  private static boolean standsAlone(Pair pair) {
    return pair.key().object() != ObjectName.LIST_MEMBER && pair.module() != TargetModule.FILES;
  }

  /** In the order of target ids; the work may forget what it is given. */
  void each(TargetModule module, Consumer<Standing> work) {
    String after = "";
    while (true) {
      String from = after;
      List<String> targets = ledger.read(tables -> tables.crosswalk().targets(module, from, CHUNK));
      if (targets.isEmpty()) {
        return;
      }
      after = targets.getLast();
      targets.forEach(target -> standing(module, target).ifPresent(work));
    }
  }

  /** Pairs of an object that is a part of others. */
  void parts(ObjectName object, Consumer<List<Pair>> pages) {
    String after = "";
    while (wanted(object)) {
      String from = after;
      List<Pair> page = ledger.read(tables -> tables.crosswalk().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      after = page.getLast().key().id();
      pages.accept(page);
    }
  }

  Judgement judge(Standing standing, Optional<Row> now, Optional<UndoStep> known) {
    return ledger.read(tables -> new Judge(tables).judge(standing, now, known));
  }
}
