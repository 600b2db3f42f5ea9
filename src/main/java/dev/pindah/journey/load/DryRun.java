package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Link;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What load would do, from the same plans; it reads the target and writes nothing to it. */
public final class DryRun {
  private static final int CHUNK = 500;

  /** Records that are named per object and kind. */
  private static final int SAMPLES = 5;

  /** One object. */
  public static final class Intent {
    private long create;
    private long update;
    private long match;
    private long hold;
    private long skip;
    private final List<String> samples = new ArrayList<>();

    public long create() {
      return create;
    }

    public long update() {
      return update;
    }

    public long match() {
      return match;
    }

    public long hold() {
      return hold;
    }

    public long skip() {
      return skip;
    }

    /** Some of the records, with what would be written. */
    public List<String> samples() {
      return List.copyOf(samples);
    }

    private void sample(String what) {
      if (samples.size() < SAMPLES) {
        samples.add(what);
      }
    }
  }

  private final Ledger ledger;
  private final KnowTarget known;
  private final Map<ObjectName, Intent> intents = new EnumMap<>(ObjectName.class);

  /** Notes and target records that would stand by then. */
  private final Set<RecordKey> planned = new HashSet<>();

  /** Modules that were read for this alone; what a load has read is the target before it. */
  private final Set<TargetModule> looked = EnumSet.noneOf(TargetModule.class);

  public DryRun(Destination destination, Ledger ledger, Clock clock, ProgressSink progress) {
    this.ledger = ledger;
    this.known = new KnowTarget(destination.reader(), ledger, clock, progress);
  }

  /** By object; what waits already is counted as well. */
  public Map<ObjectName, Intent> run() {
    for (Load.Phase phase : Load.PHASES) {
      if (phase.step().makes()) {
        phase(phase.object(), phase.step());
      }
    }
    for (ObjectName object : Load.FOLDED) {
      phase(object, Step.RECORD);
    }
    phase(ObjectName.USER, Step.RECORD);
    phase(ObjectName.LIST_MEMBER, Step.RECORD);
    for (ObjectName object : ObjectName.values()) {
      long held =
          ledger.read(tables -> tables.candidates().count(object, Step.RECORD, RecordState.HELD));
      long skipped =
          ledger.read(
              tables -> tables.candidates().count(object, Step.RECORD, RecordState.SKIPPED));
      if (held + skipped > 0) {
        intent(object).hold += held;
        intent(object).skip += skipped;
      }
    }
    looked.forEach(known::forget);
    return intents;
  }

  private Intent intent(ObjectName object) {
    return intents.computeIfAbsent(object, any -> new Intent());
  }

  private void phase(ObjectName object, Step step) {
    boolean read = false;
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(
              tables -> tables.candidates().page(object, step, RecordState.READY, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      TargetModule module = page.getFirst().candidate().module();
      boolean listed = module != TargetModule.USERS && !module.hanging();
      if (!read && listed && object != ObjectName.LIST_MEMBER) {
        if (known.before(module)) {
          looked.add(module);
        }
      }
      read = true;
      ledger.read(
          tables -> {
            page.forEach(stored -> plan(stored, tables));
            return true;
          });
      after = page.getLast().candidate().key().id();
    }
  }

  private void plan(Stored stored, Tables tables) {
    RecordKey key = stored.candidate().key();
    boolean counts = stored.candidate().step() == Step.RECORD;
    Intent intent = counts ? intent(key.object()) : new Intent();
    if (key.object() == ObjectName.USER || Load.FOLDED.contains(key.object())) {
      // Told in a note, where that note can stand.
      boolean told = stored.candidate().links().stream().allMatch(this::stands);
      intent.match += told ? 1 : 0;
      intent.hold += told ? 0 : 1;
      return;
    }
    if (key.object() == ObjectName.LIST_MEMBER) {
      boolean both = stored.candidate().links().stream().allMatch(this::stands);
      intent.create += both ? 1 : 0;
      intent.hold += both ? 0 : 1;
      return;
    }
    switch (PlanWrites.plan(stored, tables)) {
      case Plan.Create create -> create(stored, intent);
      case Plan.Update update -> {
        intent.update++;
        planned.add(key);
        intent.sample(
            "update "
                + key
                + ": "
                + new TargetRow(update.current().json())
                    .differences(update.payload().attributes())
                    .keySet());
      }
      case Plan.Match match -> {
        intent.match++;
        planned.add(key);
      }
      case Plan.Stop stop -> {
        if (stored.candidate().links().stream().anyMatch(this::stands)) {
          create(stored, intent);
        } else {
          intent.hold += stop.state() == RecordState.HELD ? 1 : 0;
          intent.skip += stop.state() == RecordState.SKIPPED ? 1 : 0;
          intent.sample(stop.state().wire() + " " + key + ": " + stop.reason());
        }
      }
    }
  }

  private void create(Stored stored, Intent intent) {
    intent.create++;
    planned.add(stored.candidate().key());
  }

  /** Whether what it hangs on stands, or would by then. */
  private boolean stands(Link link) {
    return planned.contains(link.to())
        || ledger.read(tables -> tables.crosswalk().find(link.to())).isPresent();
  }
}
