package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Attempts.Answer;
import dev.pindah.ledger.Attempts.Intention;
import dev.pindah.ledger.Attempts.Verb;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Finds out what became of writes whose answer never came: the records that changed since then are
 * read by pages, and what carries our marker was made. Only after the look-up's lag has passed does
 * "not there" count, and the record may be written again.
 */
final class ResolveUnknownWrites {
  /** The target's clock may be this far behind ours. */
  private static final Duration CLOCK_MARGIN = Duration.ofMinutes(15);

  private final Destination destination;
  private final Ledger ledger;
  private final Clock clock;
  private final Pause pause;

  ResolveUnknownWrites(Destination destination, Ledger ledger, Clock clock, Pause pause) {
    this.destination = destination;
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
  }

  /** Leaves no record of the object and step in INTENDED or UNKNOWN. */
  void run(ObjectName object, Step step) {
    List<Intention> all = ledger.read(tables -> tables.attempts().unresolved(object, step));
    // Files may be in two products, which are asked in different ways.
    all.stream()
        .collect(Collectors.groupingBy(Intention::module, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(this::resolve);
  }

  private void resolve(List<Intention> open) {
    open.stream()
        .filter(intention -> intention.verb() == Verb.UPDATE)
        .forEach(intention -> settle(intention, Optional.empty()));
    List<Intention> creates =
        open.stream().filter(intention -> intention.verb() == Verb.CREATE).toList();
    List<Intention> missing = found(creates);
    if (missing.isEmpty()) {
      return;
    }
    pause.of(destination.indexLag());
    for (Intention intention : found(missing)) {
      settle(intention, lookUp(intention));
    }
  }

  /** Settles what can be seen on the target and answers the rest. */
  private List<Intention> found(List<Intention> creates) {
    if (creates.isEmpty()) {
      return creates;
    }
    Map<String, List<Row>> seen = new HashMap<>();
    Map<Intention, String> places = new HashMap<>();
    List<Intention> alone = new ArrayList<>();
    Set<Pair> parents = new LinkedHashSet<>();
    for (Intention intention : creates) {
      Optional<Pair> parent = ledger.read(tables -> parent(intention, tables));
      places.put(intention, parent.map(ResolveUnknownWrites::place).orElse(""));
      parent.ifPresentOrElse(parents::add, () -> alone.add(intention));
    }
    for (Pair parent : parents) {
      List<Row> rows =
          destination
              .reader()
              .under(creates.getFirst().module(), parent.module(), parent.targetId());
      remember(rows, place(parent), seen);
    }
    if (!alone.isEmpty() && !alone.getFirst().module().hanging()) {
      changed(alone, seen);
    }
    List<Intention> missing = new ArrayList<>();
    for (Intention intention : creates) {
      String known = places.get(intention) + identity(intention);
      Optional<Row> row = pick(intention, seen.getOrDefault(known, List.of()));
      if (row.isPresent()) {
        settle(intention, row);
      } else {
        missing.add(intention);
      }
    }
    return missing;
  }

  /** What stands for another record already is not what was looked for. */
  private Optional<Row> pick(Intention intention, List<Row> rows) {
    return ledger.read(
        tables ->
            rows.stream()
                .filter(
                    row ->
                        tables
                            .crosswalk()
                            .byTarget(row.module(), row.id())
                            .map(pair -> pair.key().equals(intention.key()))
                            .orElse(true))
                .filter(row -> row.module() != TargetModule.FILES || made(intention, row, tables))
                .findFirst());
  }

  /** A file has no room for a mark: it has the name and length, and was not there before us. */
  private static boolean made(Intention intention, Row row, Tables tables) {
    return tables
            .candidates()
            .find(intention.key(), intention.step())
            .map(stored -> PlanWrites.sameFile(row, stored.candidate().attributes()))
            .orElse(false)
        && tables.targetRecords().find(Reading.BEFORE, row.module(), row.id()).isEmpty();
  }

  /** What it was hung on, where its kind is listed under its parents. */
  private static Optional<Pair> parent(Intention intention, Tables tables) {
    if (!intention.module().hangs()) {
      return Optional.empty();
    }
    return tables.candidates().find(intention.key(), intention.step()).stream()
        .flatMap(stored -> stored.candidate().links().stream())
        .flatMap(link -> tables.crosswalk().find(link.to()).stream())
        .findFirst();
  }

  /**
   * Our mark; lists have room for none, so a list of the name that was not there before is ours.
   */
  private String identity(Intention intention) {
    return switch (intention.module()) {
      case LISTS -> name(attributes(intention).path("name").asString(""));
      case FILES -> TargetReader.file(attributes(intention));
      default -> TargetReader.marker(intention.key());
    };
  }

  private JsonNode attributes(Intention intention) {
    return ledger
        .read(tables -> tables.candidates().find(intention.key(), intention.step()))
        .<JsonNode>map(stored -> stored.candidate().attributes())
        .orElse(MissingNode.getInstance());
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  /** Two parents may each have a file of the same name and length. */
  private static String place(Pair parent) {
    return parent.module() + "/" + parent.targetId() + " ";
  }

  private static void remember(List<Row> rows, String place, Map<String, List<Row>> seen) {
    for (Row row : rows) {
      boolean unmarked = row.module() == TargetModule.LISTS || row.module() == TargetModule.FILES;
      row.keys()
          .getOrDefault(unmarked ? TargetReader.NAME : TargetReader.MARKER, List.of())
          .forEach(key -> seen.computeIfAbsent(place + key, any -> new ArrayList<>()).add(row));
    }
  }

  private void changed(List<Intention> creates, Map<String, List<Row>> seen) {
    TargetModule module = creates.getFirst().module();
    Instant since =
        creates.stream()
            .map(Intention::at)
            .min(Instant::compareTo)
            .orElseThrow()
            .minus(CLOCK_MARGIN);
    Set<String> ids = new HashSet<>();
    for (int number = 1; ; number++) {
      TargetReader.Page page = destination.reader().changedSince(module, since, number);
      remember(page.rows(), "", seen);
      // A server that pays no heed to the page would repeat itself for ever.
      if (!ids.addAll(page.rows().stream().map(Row::id).toList()) || page.last()) {
        return;
      }
    }
  }

  private Optional<Row> lookUp(Intention intention) {
    RecordKey key = intention.key();
    if (intention.module().hangs() || intention.module() == TargetModule.LISTS) {
      // Their lists were read just now, and there is no look-up for them.
      return Optional.empty();
    }
    return destination
        .reader()
        .find(intention.module(), TargetReader.MARKER, TargetReader.marker(key))
        .stream()
        .filter(row -> row.carries(key))
        .findFirst();
  }

  private void settle(Intention intention, Optional<Row> row) {
    ledger.record(tables -> settle(intention, row, tables));
  }

  private void settle(Intention intention, Optional<Row> row, Tables tables) {
    RecordKey key = intention.key();
    Step step = intention.step();
    Stored stored = tables.candidates().find(key, step).orElseThrow();
    if (row.isPresent()) {
      if (step.makes()) {
        Pair pair = WriteDown.pair(stored, row.get(), true);
        tables
            .crosswalk()
            .save(
                List.of(
                    new Pair(
                        key,
                        pair.module(),
                        pair.targetId(),
                        true,
                        pair.before(),
                        intention.payloadHash())));
      }
      tables
          .attempts()
          .answer(key, step, Answer.DONE, row.get().id(), "found by marker", clock.instant());
      move(stored, RecordState.CREATED, "found by marker", tables);
      if (!intention.payloadHash().equals(stored.payloadHash())) {
        // What was written is not what is wanted by now.
        tables
            .candidates()
            .move(List.of(key), step, RecordState.CREATED, RecordState.READY, "changed meanwhile");
      }
    } else {
      tables
          .attempts()
          .answer(key, step, Answer.NOT_SENT, "", "not on the target", clock.instant());
      move(stored, RecordState.READY, "not on the target", tables);
    }
  }

  private static void move(Stored stored, RecordState to, String why, Tables tables) {
    tables
        .candidates()
        .move(
            List.of(stored.candidate().key()), stored.candidate().step(), stored.state(), to, why);
  }
}
