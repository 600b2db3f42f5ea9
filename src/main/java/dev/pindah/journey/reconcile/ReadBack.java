package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Reach;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Reads the modules that were loaded into the ledger again, by the cheapest way there is. */
final class ReadBack {
  private static final int CHUNK = 500;

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  ReadBack(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
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
      ledger.record(
          tables -> {
            tables.targetRecords().clear(Reading.AFTER, module);
            tables.targetRecords().clear(Reading.WRITTEN, module);
          });
    }
    return switch (reach) {
      case PAGES -> {
        pages(module);
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
    Set<Pair> parents = new LinkedHashSet<>();
    for (ObjectName object : ObjectName.values()) {
      pairs(object, page -> parents.addAll(parents(module, page)));
    }
    long done = 0;
    for (Pair parent : parents) {
      save(reader.under(module, parent.module(), parent.targetId()));
      progress.at("reconcile: read " + module.wire() + " back", ++done, parents.size());
    }
  }

  /** What records of the module were hung on: the first of their links that stands. */
  private List<Pair> parents(TargetModule module, List<Pair> page) {
    return ledger.read(
        tables ->
            page.stream()
                .filter(pair -> pair.module() == module)
                .flatMap(
                    pair ->
                        Stream.of(Step.RECORD, Step.PART)
                            .flatMap(step -> tables.candidates().find(pair.key(), step).stream())
                            .flatMap(stored -> stored.candidate().links().stream())
                            .flatMap(link -> tables.crosswalk().find(link.to()).stream())
                            .limit(1))
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
