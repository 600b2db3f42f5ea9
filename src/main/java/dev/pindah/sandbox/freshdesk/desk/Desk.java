package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.store.RowFile;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * All state of the simulated help desk. Whoever reads or writes it does so inside {@link #locked}.
 */
public final class Desk implements AutoCloseable {

  /** The agent whose API key everyone uses. */
  public static final String ADMIN_EMAIL = "rina@acme.test";

  private final ReentrantLock lock = new ReentrantLock();
  private final Plan plan;
  private final InstantSource clock;
  private final Behaviours behaviours;
  private final RowFile rows;
  private final RowFile bytes;
  private final DeskTables tables;
  private final DeskFields fields;
  private final Files files;

  public Desk(Simulation simulation) {
    plan = simulation.plan();
    clock = simulation.clock();
    behaviours = new Behaviours(simulation.switches());
    rows = new RowFile(simulation.workspace().resolve("freshdesk.rows"));
    bytes = new RowFile(simulation.workspace().resolve("freshdesk.files"));
    tables = DeskTables.in(rows, clock, behaviours::indexLag);
    fields = new DeskFields(clock);
    files = new Files(bytes, this::now);
  }

  /** Seats the admin and two of three people of the source who still work there. */
  public void seat(Simulation simulation) {
    tables.agents().insert(AgentRows.agent("Rina", ADMIN_EMAIL, true, now()));
    for (User user : Users.of(simulation.seed(), simulation.size()).elsewhereToo()) {
      if (user.active()) {
        tables.agents().insert(AgentRows.agent(user.name(), user.email(), false, now()));
      }
    }
  }

  /** Does the work while nobody else does any. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public Plan plan() {
    return plan;
  }

  public Behaviours behaviours() {
    return behaviours;
  }

  public DeskTables tables() {
    return tables;
  }

  public DeskFields fields() {
    return fields;
  }

  public Files files() {
    return files;
  }

  public InstantSource clock() {
    return clock;
  }

  /** Simulated now, in whole seconds as records carry it. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Puts a mail that the real desk would have sent into the outbox. */
  public void mail(String to, String subject, String why) {
    tables.outbox().insert(Json.object().put("to", to).put("subject", subject).put("why", why));
  }

  @Override
  public void close() {
    rows.close();
    bytes.close();
  }
}
