package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What load would do, from the same plans; it reads the target and writes nothing to it. */
public final class DryRun {
  private static final int CHUNK = 500;

  /** Contacts that one call puts on a list. */
  private static final int JOINED = 100;

  private static final List<RecordState> LEFT = List.of(RecordState.HELD, RecordState.SKIPPED);

  private final Destination destination;
  private final Ledger ledger;
  private final KnowTarget known;
  private final CarryOut routes;
  private final Forecast forecast;
  private final Map<ObjectName, Intent> intents = new EnumMap<>(ObjectName.class);

  /** Places on the target that records would take which are there already, and who takes them. */
  private final Map<RecordKey, String> taken = new HashMap<>();

  private final Map<String, RecordKey> takers = new HashMap<>();

  /** Records that would not get there. */
  private final Map<RecordKey, RecordState> stopped = new HashMap<>();

  /** Contacts on each list, those who would be by then included. */
  private final Map<String, Set<String>> members = new HashMap<>();

  public DryRun(
      Destination destination, Ledger ledger, Clock clock, Pause pause, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.known = new KnowTarget(destination.reader(), ledger, clock, progress);
    this.routes = new CarryOut(destination, ledger, known, clock, pause);
    this.forecast = new Forecast(destination.bulk());
  }

  /** By object, in the order of {@link ObjectName}. */
  public Map<ObjectName, Intent> run() {
    LateLinks late = new LateLinks(ledger);
    simple(ObjectName.USER);
    for (Load.Phase phase : Load.PHASES) {
      phase(phase.object(), phase.step(), late);
    }
    Load.FOLDED.forEach(this::folded);
    simple(ObjectName.LIST_MEMBER);
    for (ObjectName object : ObjectName.values()) {
      settled(object);
    }
    return intents;
  }

  private Intent intent(ObjectName object) {
    return intents.computeIfAbsent(object, any -> new Intent());
  }

  private void phase(ObjectName object, Step step, LateLinks late) {
    Set<TargetModule> read = EnumSet.noneOf(TargetModule.class);
    for (RecordState state : List.of(RecordState.READY, RecordState.HELD, RecordState.SKIPPED)) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(tables -> tables.candidates().page(object, step, state, from, CHUNK));
        if (page.isEmpty()) {
          break;
        }
        after = page.getLast().candidate().key().id();
        TargetModule module = page.getFirst().candidate().module();
        if (step.makes() && !module.hanging() && state == RecordState.READY && read.add(module)) {
          known.glance(module);
        }
        if (module.hanging() && step.makes()) {
          beneath(page);
        }
        chunks(page, module, step);
      }
    }
    if (step == Step.RECORD && LateLinks.LINKED.contains(object)) {
      late.each(object, page -> intent(object).link(page.size()));
    }
  }

  /** What hangs on records that are there already and would be taken. */
  private void beneath(List<Stored> page) {
    Map<TargetModule, Set<Pair>> parents = new EnumMap<>(TargetModule.class);
    for (Stored stored : page) {
      for (Link link : stored.candidate().links()) {
        if (stored.candidate().module().files()) {
          ledger
              .read(tables -> standing(link.to(), tables))
              .ifPresent(
                  pair ->
                      parents
                          .computeIfAbsent(
                              stored.candidate().module(), any -> new LinkedHashSet<>())
                          .add(pair));
        }
      }
    }
    parents.forEach(known::beneath);
  }

  private Optional<Pair> standing(RecordKey key, Tables tables) {
    return Optional.ofNullable(taken.get(key))
        .flatMap(
            id ->
                tables
                    .candidates()
                    .find(key, Step.RECORD)
                    .map(stored -> stored.candidate().module())
                    .map(module -> new Pair(key, module, id, false, "", "")))
        .or(() -> tables.crosswalk().find(key));
  }

  /** As many together as the load would take together, since that decides the calls. */
  private void chunks(List<Stored> page, TargetModule module, Step step) {
    for (int from = 0; from < page.size(); from += routes.chunk(module)) {
      List<Stored> chunk = page.subList(from, Math.min(page.size(), from + routes.chunk(module)));
      List<Plan> plans = new ArrayList<>();
      ledger.read(
          tables -> {
            chunk.forEach(stored -> plan(stored, tables).ifPresent(plans::add));
            return true;
          });
      if (!plans.isEmpty()) {
        Intent intent = intent(chunk.getFirst().candidate().key().object());
        intent.calls += forecast.calls(plans);
        if (step == Step.RECORD) {
          plans.forEach(plan -> count(plan, intent));
        }
      }
    }
  }

  /** Empty where load would leave it as it is. */
  private Optional<Plan> plan(Stored stored, Tables tables) {
    RecordKey key = stored.candidate().key();
    Places places = places(tables);
    boolean waits = stored.candidate().reason().startsWith(PlanWrites.NO_PARENT);
    if (stored.state() != RecordState.READY
        && !(waits && !PlanWrites.links(stored.candidate(), places).isEmpty())) {
      return Optional.empty();
    }
    if (!stored.candidate().step().makes()) {
      return places.target(key).isPresent() ? Optional.of(later(stored)) : Optional.empty();
    }
    Plan plan = PlanWrites.plan(stored, tables, places);
    switch (plan) {
      case Plan.Create create -> {}
      case Plan.Update update -> take(key, update.current());
      case Plan.Match match -> take(key, match.current());
      case Plan.Stop stop -> stopped.put(key, stop.state());
    }
    return Optional.of(plan);
  }

  /** What is put right after a deal was written: a change of a record that stands by then. */
  private static Plan later(Stored stored) {
    return new Plan.Update(
        stored,
        new Payload(
            stored.candidate().key(),
            stored.candidate().module(),
            stored.candidate().attributes(),
            List.of()),
        new Row(
            stored.candidate().module(),
            "0",
            "{}",
            Map.of(TargetReader.MARKER, List.of(TargetReader.marker(stored.candidate().key())))),
        true);
  }

  private void take(RecordKey key, Row row) {
    taken.put(key, row.id());
    takers.putIfAbsent(Places.place(row.module(), row.id()), key);
  }

  /** Where records will stand; the place of one that is still to be made has no number yet. */
  private Places places(Tables tables) {
    Places now = Places.now(tables).taken(takers);
    return new Places() {
      @Override
      public Optional<String> target(RecordKey key) {
        return now.target(key)
            .or(() -> Optional.ofNullable(taken.get(key)))
            .or(
                () ->
                    state(key)
                        .filter(state -> state == RecordState.READY)
                        .map(state -> "new " + key));
      }

      @Override
      public Optional<RecordKey> holder(TargetModule module, String targetId) {
        return now.holder(module, targetId);
      }

      @Override
      public Optional<RecordState> state(RecordKey key) {
        return Optional.ofNullable(stopped.get(key)).or(() -> now.state(key));
      }
    };
  }

  private static void count(Plan plan, Intent intent) {
    String id = plan.stored().candidate().key().id();
    switch (plan) {
      case Plan.Create create -> {
        intent.create++;
        intent.sample(id, "create", "");
      }
      case Plan.Update update -> {
        intent.update++;
        Set<String> cells =
            new TargetRow(update.current().json())
                .differences(update.payload().attributes())
                .keySet();
        (cells.isEmpty() ? Set.of("links") : cells).forEach(intent::cell);
        intent.sample(id, "update", String.join(", ", cells.isEmpty() ? Set.of("links") : cells));
      }
      case Plan.Match match -> {
        intent.match++;
        intent.sample(id, "match", "stands as it should");
      }
      case Plan.Stop stop -> intent.stop(id, stop.state(), stop.reason());
    }
  }

  /** Records told in a note of their parent share the fate of that note. */
  private void folded(ObjectName object) {
    for (RecordState state : List.of(RecordState.READY, RecordState.HELD, RecordState.SKIPPED)) {
      each(object, state, stored -> folded(stored, intent(object)));
    }
  }

  private void folded(Stored stored, Intent intent) {
    String id = stored.candidate().key().id();
    Optional<RecordKey> note =
        stored.candidate().links().stream()
            .filter(link -> link.role() == Role.FOLDED)
            .map(Link::to)
            .findFirst();
    if (note.isEmpty()) {
      intent.stop(id, stored.state(), stored.candidate().reason());
      return;
    }
    Optional<RecordState> fate =
        Optional.ofNullable(stopped.get(note.get()))
            .or(
                () ->
                    ledger.read(
                        tables ->
                            tables.candidates().find(note.get(), Step.PART).map(Stored::state)));
    RecordState state = fate.orElse(RecordState.HELD);
    if (LEFT.contains(state) || state == RecordState.REFUSED) {
      intent.stop(id, state, "its note " + note.get() + " cannot stand");
    } else {
      intent.match++;
      intent.sample(id, "match", "told in the note " + note.get());
    }
  }

  /** Users and members of lists, which are no records of their own on the target. */
  private void simple(ObjectName object) {
    Map<String, Integer> joined = new HashMap<>();
    each(
        object,
        RecordState.READY,
        stored -> {
          String id = stored.candidate().key().id();
          if (object == ObjectName.USER) {
            intent(object).match++;
            intent(object).sample(id, "match", "same e-mail");
          } else {
            member(stored, intent(object), joined);
          }
        });
    joined.values().forEach(count -> intent(object).calls += (count + JOINED - 1) / JOINED);
  }

  private void member(Stored stored, Intent intent, Map<String, Integer> joined) {
    String id = stored.candidate().key().id();
    ledger.read(
        tables -> {
          Places places = places(tables);
          Optional<String> list = target(stored, Role.LIST, places);
          Optional<String> contact = target(stored, Role.CONTACT, places);
          if (list.isEmpty() || contact.isEmpty()) {
            Plan.Stop stop = PlanWrites.stop(stored, places);
            intent.stop(id, stop.state(), stop.reason());
          } else if (present(list.get(), tables).add(contact.get())) {
            intent.create++;
            joined.merge(list.get(), 1, Integer::sum);
          } else {
            intent.match++;
          }
          return true;
        });
  }

  /** Who is on a list, and who would be by then. */
  private Set<String> present(String list, Tables tables) {
    boolean theirs =
        !list.startsWith("new ")
            && !tables.crosswalk().byTarget(TargetModule.LISTS, list).map(Pair::ours).orElse(false);
    return members.computeIfAbsent(
        list,
        unread -> theirs ? new HashSet<>(destination.reader().members(list)) : new HashSet<>());
  }

  private static Optional<String> target(Stored stored, Role role, Places places) {
    return stored.candidate().links().stream()
        .filter(link -> link.role() == role)
        .flatMap(link -> places.target(link.to()).stream())
        .findFirst();
  }

  private interface Look {
    void at(Stored stored);
  }

  private void each(ObjectName object, RecordState state, Look look) {
    EachPage.of(ledger, object, Step.RECORD, state, CHUNK, page -> page.forEach(look::at));
  }

  /** What stays as it is: done before, refused before, held or left behind. */
  private void settled(ObjectName object) {
    long done = 0;
    for (RecordState state : RecordState.values()) {
      done += state.onTarget() ? count(object, state) : 0;
    }
    long refused = count(object, RecordState.REFUSED);
    long open = count(object, RecordState.INTENDED) + count(object, RecordState.UNKNOWN);
    if (done + refused + open > 0) {
      intent(object).done += done;
      intent(object).refuse += refused;
      intent(object).open += open;
    }
    if (!Load.FOLDED.contains(object)) {
      LEFT.forEach(state -> each(object, state, stored -> left(stored, intent(object))));
    }
  }

  private void left(Stored stored, Intent intent) {
    boolean goes =
        ledger.read(
            tables ->
                stored.candidate().reason().startsWith(PlanWrites.NO_PARENT)
                    && !PlanWrites.links(stored.candidate(), places(tables)).isEmpty());
    if (!goes) {
      intent.stop(stored.candidate().key().id(), stored.state(), stored.candidate().reason());
    }
  }

  private long count(ObjectName object, RecordState state) {
    return ledger.read(tables -> tables.candidates().count(object, Step.RECORD, state));
  }
}
