package dev.pindah.sandbox.freshsales.account;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.freshsales.fields.Fields;
import dev.pindah.sandbox.freshsales.setup.Setup;
import dev.pindah.sandbox.freshsales.setup.Users;
import dev.pindah.sandbox.store.RowFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All state of the simulated account. Whoever reads or writes it does so inside {@link #locked}:
 * one request at a time, as a person would see it.
 */
public final class Account implements AutoCloseable {

  private record Chore(Instant due, long order, Runnable work) implements Comparable<Chore> {
    @Override
    public int compareTo(Chore other) {
      int byTime = due.compareTo(other.due);
      return byTime == 0 ? Long.compare(order, other.order) : byTime;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final PriorityQueue<Chore> chores = new PriorityQueue<>();
  private long choreCount;
  private final Plan plan;
  private final InstantSource clock;
  private final Behaviours behaviours;
  private final Setup setup;
  private final Fields fields;
  private final RowFile file;
  private final Tables tables;

  public Account(Simulation simulation) {
    plan = simulation.plan();
    clock = simulation.clock();
    behaviours = new Behaviours(simulation.switches());
    setup = Setup.of(plan, clock, colleagues(simulation));
    fields = new Fields(plan);
    file = new RowFile(simulation.workspace().resolve("freshsales.rows"));
    tables = Tables.in(file, clock, behaviours::indexLag, fields);
  }

  /** Two of three people of the source work here too, by the same e-mail; one has left. */
  private static List<Users.Person> colleagues(Simulation simulation) {
    return dev.pindah.sandbox.qontak.seed.Users.of(simulation.seed(), simulation.size())
        .elsewhereToo()
        .stream()
        .map(user -> new Users.Person(user.name(), user.email(), user.active()))
        .toList();
  }

  /** Does the work while nobody else does any, after what has come due before it. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      runDue();
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Leaves work for later: it is done before the first request after that time. */
  public void later(Duration delay, Runnable work) {
    chores.add(new Chore(clock.instant().plus(delay), choreCount++, work));
  }

  private void runDue() {
    Instant now = clock.instant();
    while (!chores.isEmpty() && !chores.element().due().isAfter(now)) {
      chores.remove().work().run();
    }
  }

  public Plan plan() {
    return plan;
  }

  /** The older edition: other paths, leads, no lifecycle stages. */
  public boolean isClassic() {
    return behaviours.is("edition", "classic");
  }

  public Behaviours behaviours() {
    return behaviours;
  }

  public Setup setup() {
    return setup;
  }

  public Fields fields() {
    return fields;
  }

  public Tables tables() {
    return tables;
  }

  /** Simulated now, in whole seconds as records carry it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  public InstantSource clock() {
    return clock;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  @Override
  public void close() {
    file.close();
  }
}
