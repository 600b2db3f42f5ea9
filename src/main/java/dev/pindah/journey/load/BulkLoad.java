package dev.pindah.journey.load;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.BulkWriter.Change;
import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Writes plans by the hundred. A bulk job answers neither ids nor, for certain, refusals: what it
 * made is read back by pages, newest first, and known by our marks. What is not there afterwards is
 * written one by one, where the target gives a reason.
 */
final class BulkLoad {
  /** Fewer than this are cheaper one by one: a job costs a call, a look and a page. */
  private static final int WORTH = 6;

  /** Jobs at a time; the target refuses more than some eight. */
  private static final int JOBS = 4;

  private final BulkWriter bulk;
  private final Destination destination;
  private final Answers answers;
  private final Pause pause;

  /** Records that a job did not make: they go one by one. */
  private final Set<RecordKey> singles = new HashSet<>();

  /** Whether what a page shows of a record is all there is; learnt from the first difference. */
  private boolean pagesAreWhole = true;

  BulkLoad(BulkWriter bulk, Destination destination, Answers answers, Pause pause) {
    this.bulk = bulk;
    this.destination = destination;
    this.answers = answers;
    this.pause = pause;
  }

  /** Plans that may be written together; a full set of jobs. */
  int chunk() {
    return bulk.size() * JOBS;
  }

  /** Takes those plans out of the list that are better written in bulk. */
  List<List<Plan>> take(List<Plan> plans) {
    return groups(bulk, plans, this::untried);
  }

  /** New records, and changes: each together where there are enough of them. */
  static List<List<Plan>> groups(BulkWriter bulk, List<Plan> plans, Predicate<Plan> untried) {
    List<List<Plan>> groups = new ArrayList<>();
    group(
        plans,
        plan ->
            plan instanceof Plan.Create create
                && bulk.creates(create.payload())
                && untried.test(plan),
        groups);
    group(
        plans,
        plan ->
            plan instanceof Plan.Update update
                // Marks are set one by one.
                && update.current().carries(update.stored().candidate().key())
                && bulk.updates(update.payload())
                && untried.test(plan),
        groups);
    return groups;
  }

  private static void group(List<Plan> plans, Predicate<Plan> fits, List<List<Plan>> groups) {
    List<Plan> group = plans.stream().filter(fits).toList();
    if (group.size() >= WORTH) {
      plans.removeIf(fits);
      groups.add(group);
    }
  }

  private boolean untried(Plan plan) {
    return !singles.contains(plan.stored().candidate().key());
  }

  /** Writes plans whose intentions are on disk; answers how many are settled. */
  int run(List<Plan> plans) {
    return plans.getFirst() instanceof Plan.Create ? create(plans) : update(plans);
  }

  private int create(List<Plan> plans) {
    Instant since = answers.now();
    Map<String, Plan.Create> sent = new LinkedHashMap<>();
    for (Outcome outcome : jobs(plans)) {
      for (Plan plan : outcome.plans()) {
        Plan.Create create = (Plan.Create) plan;
        switch (outcome.reply()) {
          case Reply.Ok<Job> ok -> sent.put(marker(create), create);
          case Reply.Refused<Job>(String code, String reason) ->
              single(create, code + ": " + reason);
          case Reply.Throttled<Job> busy -> answers.notSent(create.stored(), "throttled");
          case Reply.Broken<Job>(boolean any, String reason) -> lost(create, any, reason);
        }
      }
    }
    int done = readBack(sent, since);
    if (!sent.isEmpty()) {
      pause.of(destination.indexLag());
      done += readBack(sent, since);
    }
    sent.values().forEach(create -> single(create, "not made in bulk"));
    return done;
  }

  private void lost(Plan.Create create, boolean sent, String reason) {
    if (sent) {
      answers.lost(create.stored(), reason);
    } else {
      answers.notSent(create.stored(), reason);
    }
  }

  private void single(Plan plan, String why) {
    singles.add(plan.stored().candidate().key());
    answers.notSent(plan.stored(), why);
  }

  private static String marker(Plan plan) {
    return TargetReader.marker(plan.stored().candidate().key());
  }

  /** Newest first, until all are found or a page shows none of them. */
  private int readBack(Map<String, Plan.Create> sent, Instant since) {
    int done = 0;
    if (sent.isEmpty()) {
      return done;
    }
    TargetModule module = sent.values().iterator().next().payload().module();
    for (int number = 1; !sent.isEmpty(); number++) {
      TargetReader.Page page = destination.reader().changedSince(module, since, number);
      int found = 0;
      for (Row row : page.rows()) {
        for (String marker : row.keys().getOrDefault(TargetReader.MARKER, List.of())) {
          Plan.Create create = sent.remove(marker);
          if (create != null) {
            found++;
            verify(create, row);
            answers.done(create.stored(), row, true, RecordState.CREATED);
          }
        }
      }
      done += found;
      if (page.rows().isEmpty() || (found == 0 && number > 1)) {
        break;
      }
    }
    return done;
  }

  /**
   * The API passes over values that it does not understand. A custom value that is missing is
   * written again by itself, and the other form is tried for the rest; pages that only leave it out
   * are not believed any more.
   */
  private void verify(Plan.Create create, Row row) {
    if (!pagesAreWhole || missing(create, row).isEmpty()) {
      return;
    }
    Row whole = destination.reader().one(row.module(), row.id()).orElse(row);
    if (missing(create, whole).isEmpty()) {
      pagesAreWhole = false;
      return;
    }
    bulk.otherForm();
    destination.writer().update(whole, create.payload());
  }

  private static Set<String> missing(Plan.Create create, Row row) {
    Set<String> missing =
        new HashSet<>(
            new TargetRow(row.json()).differences(create.payload().attributes()).keySet());
    missing.removeIf(name -> !name.startsWith("cf_"));
    return missing;
  }

  private int update(List<Plan> plans) {
    int done = 0;
    for (Outcome outcome : jobs(plans)) {
      for (Plan plan : outcome.plans()) {
        Plan.Update update = (Plan.Update) plan;
        boolean written =
            outcome.reply() instanceof Reply.Ok<Job>(Job job)
                && job.finished()
                && !job.failed().contains(update.current().id().toLowerCase(Locale.ROOT))
                && (job.failures() == 0 || job.failed().size() >= job.failures());
        if (written) {
          answers.done(
              update.stored(),
              update.current(),
              update.ours(),
              update.ours() ? RecordState.CREATED : RecordState.UPDATED);
          done++;
        } else {
          // Writing the same again by itself is harmless and gives a reason.
          single(update, "not surely written in bulk");
        }
      }
    }
    return done;
  }

  /** What became of the plans of one job. */
  private record Outcome(List<Plan> plans, Reply<Job> reply) {}

  private List<Outcome> jobs(List<Plan> plans) {
    List<Future<Outcome>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < plans.size(); from += bulk.size()) {
        List<Plan> part = plans.subList(from, Math.min(plans.size(), from + bulk.size()));
        running.add(threads.submit(() -> new Outcome(part, send(part))));
      }
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> future : running) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException broken) {
        throw CarryOut.remote(broken);
      } catch (InterruptedException stopped) {
        throw CarryOut.stopped(stopped);
      }
    }
    return outcomes;
  }

  private Reply<Job> send(List<Plan> plans) {
    if (plans.getFirst() instanceof Plan.Create) {
      return bulk.create(plans.stream().map(plan -> ((Plan.Create) plan).payload()).toList());
    }
    return bulk.update(
        plans.stream()
            .map(plan -> (Plan.Update) plan)
            .map(update -> new Change(update.current(), update.payload()))
            .toList());
  }

  /** Where answers are written down; the answer to each attempt stands on disk. */
  interface Answers {
    Instant now();

    Answer done(Stored stored, Row row, boolean ours, RecordState state);

    Answer lost(Stored stored, String reason);

    Answer notSent(Stored stored, String reason);
  }
}
