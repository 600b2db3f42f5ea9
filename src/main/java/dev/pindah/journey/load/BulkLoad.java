package dev.pindah.journey.load;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.load.SendJobs.Outcome;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes plans by the hundred. A bulk job answers neither ids nor, for certain, refusals: what it
 * made is read back by pages, newest first, and known by our marks. What is not there afterwards is
 * written one by one, where the target gives a reason.
 */
final class BulkLoad {
  /** Fewer than this are cheaper one by one: a job costs a call, a look and a page. */
  private static final int WORTH = 6;

  /** What a job makes is made and changed at one time, by the target's own clock. */
  private static final Duration WRITTEN_AT_ONCE = Duration.ofMinutes(15);

  private final BulkWriter bulk;
  private final SendJobs jobs;
  private final Destination destination;
  private final Answers answers;
  private final Pause pause;

  /** Records that a job did not make: they go one by one. */
  private final Set<RecordKey> singles = new HashSet<>();

  /** Records whose job broke off once; after the second time they go one by one. */
  private final Set<RecordKey> broke = new HashSet<>();

  /** Whether what a page shows of a record is all there is; learnt from the first difference. */
  private boolean pagesAreWhole = true;

  BulkLoad(BulkWriter bulk, Destination destination, Answers answers, Pause pause) {
    this.bulk = bulk;
    this.jobs = new SendJobs(bulk);
    this.destination = destination;
    this.answers = answers;
    this.pause = pause;
  }

  /** Plans that may be written together; a full set of jobs. */
  int chunk() {
    return bulk.size() * SendJobs.TOGETHER;
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
    Set<RecordKey> told = new HashSet<>();
    for (Outcome outcome : jobs.send(plans)) {
      for (Plan plan : outcome.plans()) {
        Plan.Create create = (Plan.Create) plan;
        switch (outcome.reply()) {
          case Reply.Ok<Job>(Job job) -> {
            sent.put(marker(create), create);
            if (job.finished() && job.failed().contains(identifier(create))) {
              told.add(create.stored().candidate().key());
            }
          }
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
    for (Plan.Create create : sent.values()) {
      singles.add(create.stored().candidate().key());
      if (told.contains(create.stored().candidate().key())) {
        answers.notSent(create.stored(), "refused in bulk");
      } else {
        // It may still be made, or stand where the pages did not show it.
        answers.lost(create.stored(), "not seen after a bulk write");
      }
    }
    return done;
  }

  /** By what a job names a record: the key that is unique on the target. */
  private static String identifier(Plan.Create create) {
    JsonNode attributes = create.payload().attributes();
    String email = attributes.path("email").asString("");
    return (email.isBlank() ? attributes.path("name").asString("") : email)
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private void lost(Plan.Create create, boolean sent, String reason) {
    RecordKey key = create.stored().candidate().key();
    if (!broke.add(key)) {
      singles.add(key);
    }
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
      List<Made> made = new ArrayList<>();
      for (Row row : page.rows()) {
        for (String marker : row.keys().getOrDefault(TargetReader.MARKER, List.of())) {
          Plan.Create create = sent.remove(marker);
          if (create != null) {
            verify(create, row);
            made.add(
                stoodBefore(row) && !broke.contains(create.stored().candidate().key())
                    ? new Made(create.stored(), row, false, RecordState.UPDATED)
                    : new Made(create.stored(), row, true, RecordState.CREATED));
          }
        }
      }
      answers.done(made);
      done += made.size();
      if (page.rows().isEmpty() || (made.isEmpty() && number > 1)) {
        break;
      }
    }
    return done;
  }

  /**
   * A job updates what has the same key: somebody may have made it since the module was read. What
   * was there before us is theirs, and no rollback deletes it.
   */
  private static boolean stoodBefore(Row row) {
    JsonNode json = JsonMapper.shared().readTree(row.json());
    try {
      Instant created = OffsetDateTime.parse(json.path("created_at").asString("")).toInstant();
      Instant updated = OffsetDateTime.parse(json.path("updated_at").asString("")).toInstant();
      return created.plus(WRITTEN_AT_ONCE).isBefore(updated);
    } catch (DateTimeException untold) {
      return false;
    }
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
    Instant since = answers.now();
    List<Made> made = new ArrayList<>();
    Map<String, Plan.Update> untold = new LinkedHashMap<>();
    for (Outcome outcome : jobs.send(plans)) {
      for (Plan plan : outcome.plans()) {
        Plan.Update update = (Plan.Update) plan;
        switch (outcome.reply()) {
          case Reply.Ok<Job>(Job job) when written(job, update) -> made.add(written(update));
          case Reply.Ok<Job>(Job job) when !job.failed().contains(id(update)) ->
              untold.put(update.current().id(), update);
          // Writing the same again by itself is harmless and gives a reason.
          default -> single(update, "not written in bulk");
        }
      }
    }
    answers.done(made);
    int done = made.size() + seen(untold, since);
    untold.values().forEach(update -> single(update, "not surely written in bulk"));
    return done;
  }

  private static boolean written(Job job, Plan.Update update) {
    return job.finished()
        && job.failures() >= 0
        && !job.failed().contains(id(update))
        && job.failed().size() >= job.failures();
  }

  private static String id(Plan.Update update) {
    return update.current().id().toLowerCase(Locale.ROOT);
  }

  private static Made written(Plan.Update update) {
    return new Made(
        update.stored(),
        update.current(),
        update.ours(),
        update.ours() ? RecordState.CREATED : RecordState.UPDATED);
  }

  /** Where a job does not tell what it wrote, the pages do. */
  private int seen(Map<String, Plan.Update> untold, Instant since) {
    int done = 0;
    for (int number = 1; !untold.isEmpty(); number++) {
      TargetModule module = untold.values().iterator().next().payload().module();
      TargetReader.Page page = destination.reader().changedSince(module, since, number);
      List<Made> made = new ArrayList<>();
      for (Row row : page.rows()) {
        Plan.Update update = untold.get(row.id());
        if (update != null
            && new TargetRow(row.json()).differences(update.payload().attributes()).isEmpty()) {
          untold.remove(row.id());
          made.add(written(update));
        }
      }
      answers.done(made);
      done += made.size();
      if (page.last() || (made.isEmpty() && number > 1)) {
        break;
      }
    }
    return done;
  }

  /** A record that a job surely wrote. */
  record Made(Stored stored, Row row, boolean ours, RecordState state) {}

  /** Where answers are written down; the answer to each attempt stands on disk. */
  interface Answers {
    Instant now();

    /** All of them, on the disk at once. */
    void done(List<Made> made);

    void lost(Stored stored, String reason);

    void notSent(Stored stored, String reason);
  }
}
