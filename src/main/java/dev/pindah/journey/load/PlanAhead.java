package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Once over everything that is READY, in chunks. Each is planned while the one before is carried
 * out, so that nobody waits for plans; only what that one may still change is planned after it:
 * what stands under a parent of its own object, and what hangs on a record that stood before, whose
 * own children are read first.
 */
final class PlanAhead implements AutoCloseable {
  private final Ledger ledger;
  private final Load.Phase phase;
  private final int size;
  private final Consumer<List<Stored>> look;
  private final OneByOne alike = new OneByOne();

  /** Whose places records of the target are by plans whose answers are not there yet. */
  private final Map<String, RecordKey> takers = new ConcurrentHashMap<>();

  private final ExecutorService planner = Executors.newVirtualThreadPerTaskExecutor();
  private Future<Ahead> next;

  /**
   * @param size records of a chunk
   * @param look reads what must be known of the target before these records are planned
   */
  PlanAhead(Ledger ledger, Load.Phase phase, int size, Consumer<List<Stored>> look) {
    this.ledger = ledger;
    this.phase = phase;
    this.size = size;
    this.look = look;
    this.next = planner.submit(() -> read(""));
  }

  /** Plans of one chunk, and how many of its records wait for their parents. */
  record Chunk(List<Plan> plans, int waiting) {}

  /** Records of one chunk; their plans, where nothing that is under way can change them. */
  private record Ahead(List<Stored> page, List<Stored> due, Optional<List<Plan>> plans) {}

  /**
   * The next chunk, when the one before was sent; nothing after the last.
   *
   * @param through waits until what was sent is answered
   */
  Optional<Chunk> next(Runnable through) {
    Ahead ahead = taken();
    if (ahead.page().isEmpty()) {
      return Optional.empty();
    }
    String last = ahead.page().getLast().candidate().key().id();
    next = planner.submit(() -> read(last));
    List<Plan> plans = ahead.plans().orElseGet(() -> planNow(ahead.due(), through));
    return Optional.of(new Chunk(plans, ahead.due().size() - plans.size()));
  }

  private Ahead taken() {
    try {
      return next.get();
    } catch (ExecutionException broken) {
      throw CarryOut.remote(broken.getCause());
    } catch (InterruptedException stopped) {
      throw CarryOut.stopped(stopped);
    }
  }

  private Ahead read(String after) {
    return ledger.read(
        tables -> {
          List<Stored> page =
              tables
                  .candidates()
                  .page(phase.object(), phase.step(), RecordState.READY, after, size);
          List<Stored> due = page.stream().filter(alike::first).toList();
          boolean sure = due.stream().noneMatch(stored -> open(stored.candidate(), tables));
          return new Ahead(page, due, sure ? Optional.of(plan(due, tables)) : Optional.empty());
        });
  }

  /** Whether its plan may yet change. */
  private static boolean open(Candidate candidate, Tables tables) {
    return candidate.links().stream()
        .anyMatch(
            link ->
                link.role() == Link.Role.PARENT
                    || (candidate.module().hanging()
                        && tables
                            .crosswalk()
                            .find(link.to())
                            .filter(parent -> KnowTarget.stoodBefore(parent, tables))
                            .isPresent()));
  }

  private List<Plan> planNow(List<Stored> due, Runnable through) {
    through.run();
    List<Stored> free =
        ledger.read(
            tables -> due.stream().filter(stored -> !waitsForParent(stored, tables)).toList());
    look.accept(free);
    return ledger.read(tables -> plan(free, tables));
  }

  private List<Plan> plan(List<Stored> due, Tables tables) {
    Places places = Places.now(tables).taken(takers);
    List<Plan> plans = new ArrayList<>();
    for (Stored stored : due) {
      Plan plan = PlanWrites.plan(stored, tables, places);
      switch (plan) {
        case Plan.Update update -> take(update.current(), stored);
        case Plan.Match match -> take(match.current(), stored);
        case Plan.Create create -> {}
        case Plan.Stop stop -> {}
      }
      plans.add(plan);
    }
    return plans;
  }

  private void take(Row row, Stored stored) {
    takers.putIfAbsent(Places.place(row.module(), row.id()), stored.candidate().key());
  }

  private static boolean waitsForParent(Stored stored, Tables tables) {
    return stored.candidate().links().stream()
        .filter(link -> link.role() == Link.Role.PARENT)
        .anyMatch(
            link ->
                tables
                    .candidates()
                    .find(link.to(), Step.RECORD)
                    .filter(parent -> parent.state() == RecordState.READY)
                    .isPresent());
  }

  @Override
  public void close() {
    planner.close();
  }
}
