package dev.pindah.journey.load;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.BulkWriter.Change;
import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends plans as bulk jobs, some side by side, and waits for all of them. */
final class SendJobs {
  /** Jobs at a time; the target refuses more than some eight. */
  static final int TOGETHER = 4;

  private final BulkWriter bulk;

  SendJobs(BulkWriter bulk) {
    this.bulk = bulk;
  }

  /** What became of the plans of one job. */
  record Outcome(List<Plan> plans, Reply<Job> reply) {}

  List<Outcome> send(List<Plan> plans) {
    List<Future<Outcome>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < plans.size(); from += bulk.size()) {
        List<Plan> part = plans.subList(from, Math.min(plans.size(), from + bulk.size()));
        running.add(threads.submit(() -> new Outcome(part, job(part))));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> future : running) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException broken) {
        throw CarryOut.remote(broken.getCause());
      } catch (InterruptedException stopped) {
        throw CarryOut.stopped(stopped);
      }
    }
    return outcomes;
  }

  private Reply<Job> job(List<Plan> plans) {
    if (plans.getFirst() instanceof Plan.Create) {
      return bulk.create(plans.stream().map(plan -> ((Plan.Create) plan).payload()).toList());
    }
    return bulk.update(
        plans.stream()
            .map(plan -> (Plan.Update) plan)
            .map(update -> new Change(update.current(), update.payload()))
            .toList());
  }
}
