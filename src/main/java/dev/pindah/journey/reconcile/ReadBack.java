package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Reach;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Reads the modules that were loaded into the ledger again, by the cheapest way there is. */
final class ReadBack {
  private static final int CHUNK = 500;

  /** The same parents are drawn each time. */
  private static final long SEED = 20260101;

  /** A record that notes hang on, which are read through it. */
  private record Parent(TargetModule module, String id) {}

  /** Parents that were drawn, where not all were read, and how many there are. */
  private record Sample(Set<Parent> drawn, int of) {}

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;
  private final int parents;
  private final HashBodies bodies;
  private final Map<TargetModule, Sample> samples = new EnumMap<>(TargetModule.class);

  /**
   * @param depth how much of what takes a call each
   */
  ReadBack(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress, Depth depth) {
    this.parents = depth.parents();
    this.bodies = new HashBodies(reader, ledger, depth.bodies(), SEED);
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  /** Modules in which records stand; users are not ours to write. */
  Set<TargetModule> modules() {
    Set<TargetModule> modules = EnumSet.noneOf(TargetModule.class);
    modules.addAll(ledger.read(tables -> tables.crosswalk().modules()));
    modules.remove(TargetModule.USERS);
    return modules;
  }

  /** Answers whether the module could be read. */
  boolean read(TargetModule module, List<ObjectName> objects) {
    Reach reach = reader.reach(module);
    if (reach != Reach.NONE) {
      ledger.record(tables -> tables.targetRecords().clear(Reading.AFTER, module));
    }
    return switch (reach) {
      case PAGES -> {
        pages(module);
        // What the target answered to writes is seen with all of its records now.
        ledger.record(tables -> tables.targetRecords().clear(Reading.WRITTEN, module));
        yield true;
      }
      case BENEATH -> {
        beneath(module);
        yield true;
      }
      case SINGLE -> {
        objects.forEach(object -> pairs(object, page -> singles(module, page)));
        yield true;
      }
      case NONE -> false;
    };
  }

  private void pages(TargetModule module) {
    LongAdder done = new LongAdder();
    reader.pages(
        module,
        rows -> {
          save(rows);
          done.add(rows.size());
          progress.at("reconcile: read " + module.wire() + " back", done.sum(), -1);
        });
  }

  private void beneath(TargetModule module) {
    Set<Parent> all = new LinkedHashSet<>();
    for (ObjectName object : ObjectName.values()) {
      pairs(object, page -> all.addAll(parents(module, page)));
    }
    Set<Parent> due = all;
    if (all.size() > parents) {
      List<Parent> shuffled = new ArrayList<>(all);
      Collections.shuffle(shuffled, new Random(SEED));
      due = new LinkedHashSet<>(shuffled.subList(0, parents));
      samples.put(module, new Sample(due, all.size()));
    }
    progress.say(
        "forecast: "
            + due.size()
            + " calls to read "
            + module.wire()
            + " back, one for each record that has some"
            + (due.size() < all.size() ? "; drawn from " + all.size() : ""));
    boolean hashed = reader.givesBodies(module);
    if (hashed) {
      progress.say(
          "forecast: " + bodies.choose(module) + " files to read back and hash, a call each");
    }
    long done = 0;
    for (Parent parent : due) {
      List<Row> rows = reader.under(module, parent.module(), parent.id());
      save(hashed ? bodies.hashed(rows) : rows);
      progress.at("reconcile: read " + module.wire() + " back", ++done, due.size());
    }
  }

  /** Bodies of files that were not read although the target gives them out, in words. */
  List<String> unreadBodies() {
    return bodies.unread();
  }

  /** Modules that were read only in part, in words. */
  List<String> drawn() {
    return samples.entrySet().stream()
        .map(
            sample ->
                sample.getKey().wire()
                    + " were read back through "
                    + sample.getValue().drawn().size()
                    + " drawn records of "
                    + sample.getValue().of())
        .toList();
  }

  /** Whether the record's place was read: not when its parent was not drawn. */
  boolean covers(Candidate candidate, Tables tables) {
    Sample sample = samples.get(candidate.module());
    return sample == null || parent(candidate, tables).map(sample.drawn()::contains).orElse(false);
  }

  /** What a record was hung on: the first of its links that stands. */
  private static Optional<Parent> parent(Candidate candidate, Tables tables) {
    return candidate.links().stream()
        .flatMap(link -> tables.crosswalk().find(link.to()).stream())
        .findFirst()
        .map(pair -> new Parent(pair.module(), pair.targetId()));
  }

  private List<Parent> parents(TargetModule module, List<Pair> page) {
    return ledger.read(
        tables ->
            page.stream()
                .filter(pair -> pair.module() == module)
                .flatMap(
                    pair ->
                        Stream.of(Step.RECORD, Step.PART)
                            .flatMap(step -> tables.candidates().find(pair.key(), step).stream()))
                .flatMap(stored -> parent(stored.candidate(), tables).stream())
                .toList());
  }

  private void singles(TargetModule module, List<Pair> pairs) {
    save(
        pairs.stream()
            .filter(pair -> pair.module() == module)
            .flatMap(pair -> reader.one(module, pair.targetId()).stream())
            .toList());
    progress.at("reconcile: read " + module.wire() + " back one by one", pairs.size(), -1);
  }

  /** Reads single records once more, with everything that their own endpoint gives. */
  void again(List<Pair> pairs) {
    List<Row> rows = new ArrayList<>();
    List<Pair> readable =
        pairs.stream()
            .filter(pair -> !pair.module().hanging() && pair.module() != TargetModule.LISTS)
            .toList();
    for (Pair pair : readable) {
      reader.one(pair.module(), pair.targetId()).ifPresent(rows::add);
      progress.at("reconcile: read what looks wrong again", rows.size(), readable.size());
    }
    save(rows);
  }

  private void save(List<Row> rows) {
    List<TargetRecord> records =
        rows.stream()
            .map(
                row ->
                    new TargetRecord(
                        row.module(), row.id(), row.json(), row.keys(), clock.instant()))
            .toList();
    if (!records.isEmpty()) {
      ledger.record(tables -> tables.targetRecords().save(Reading.AFTER, records));
    }
  }

  private void pairs(ObjectName object, java.util.function.Consumer<List<Pair>> pages) {
    String after = "";
    while (true) {
      String from = after;
      List<Pair> page = ledger.read(tables -> tables.crosswalk().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      pages.accept(page);
      after = page.getLast().key().id();
    }
  }
}
