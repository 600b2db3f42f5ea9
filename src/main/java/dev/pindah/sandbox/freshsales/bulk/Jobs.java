package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.freshsales.account.Account;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Every bulk job of the account. */
public final class Jobs {

  private static final long FIRST = 0x7f3e_0001L;

  private final Account account;
  private final Map<String, Job> byId = new LinkedHashMap<>();

  public Jobs(Account account) {
    this.account = account;
  }

  /** A job of so many rows, or nothing when too many run already. */
  Optional<Job> open(int rows) {
    long running = byId.values().stream().filter(Job::isRunning).count();
    if (running >= account.behaviours().number("bulk-jobs-max")) {
      return Optional.empty();
    }
    Job job = new Job(Long.toHexString(FIRST + byId.size()), account.now(), rows);
    byId.put(job.id(), job);
    return Optional.of(job);
  }

  Optional<Job> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public StateCollection collection() {
    return new StateCollection("jobs", byId::size, () -> rows().stream());
  }

  private List<ObjectNode> rows() {
    return account.locked(
        () -> byId.values().stream().map(job -> job.shown().put("id", job.id())).toList());
  }
}
