package dev.pindah.journey.sample;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Pause;
import dev.pindah.journey.load.Load;
import dev.pindah.journey.reconcile.Reconcile;
import dev.pindah.journey.reconcile.Reconcile.Reconciliation;
import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.rollback.Rollback;
import dev.pindah.journey.rollback.Rollback.Scope;
import dev.pindah.journey.sample.ChooseSlice.Chosen;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SampleRecords.SampleRecord;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.mapping.Mapping;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A slice goes over, is compared, looked at and taken back. Each step is remembered: after a crash
 * the next run finishes it, or takes it back when another sample is asked for. No record outside of
 * the slice is written or moved.
 */
public final class Sample {
  private static final String STAGE = "sample";

  /** Slices: how far it is, what it covers, and what its comparison said. */
  private static final String STATE = "state";

  private static final String COVER = "cover";
  private static final String COMPARISON = "comparison";

  private static final String CHOSEN = "chosen";
  private static final String COMPARED = "compared";
  private static final int CHUNK = 500;

  /** What tells whether anything was extracted. */
  private static final List<ObjectName> FIRST =
      List.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL, ObjectName.TICKET);

  private final Destination destination;
  private final Ledger ledger;
  private final Clock clock;
  private final Pause pause;
  private final ProgressSink progress;

  public Sample(
      Destination destination, Ledger ledger, Clock clock, Pause pause, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.clock = clock;
    this.pause = pause;
    this.progress = progress;
  }

  /** Something stands on the target that this sample did not bring: it can not be taken back. */
  public static final class InTheWay extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    InTheWay(RecordKey key) {
      super(
          "records of the migration stand on the target already, for instance "
              + key
              + "; a sample comes before the load — take them back first: 'pindah rollback --by"
              + " NAME'; or go on without a sample: 'pindah gate waive sample-accepted --by NAME"
              + " --reason TEXT'");
    }
  }

  /**
   * The slice as it stood on the target.
   *
   * @param balanced whether nothing is missing, doubled or different
   * @param cells filled source cells by what became of them
   * @param whole whether all of it still stands; not where an earlier run began to take it back
   */
  public record Shown(
      int size,
      List<SampleRecord> records,
      Cover cover,
      boolean balanced,
      Map<String, Long> cells,
      List<Finding> findings,
      boolean whole) {
    public Shown {
      records = List.copyOf(records);
      cells = Map.copyOf(cells);
      findings = List.copyOf(findings);
    }

    /** Records of the slice without the notes and histories that tell of them. */
    public long chosen() {
      return records.stream().filter(ChooseSlice::chosen).count();
    }
  }

  /** The slice, and what its way back came to. */
  public record Sampled(Shown shown, Outcome undone) {
    /** Whether nothing went wrong on either way. */
    public boolean clean() {
      return shown.balanced() && undone.complete();
    }
  }

  private record Comparison(boolean balanced, Map<String, Long> cells, List<Finding> findings) {
    private static final String EXTRA = "cell-extra";

    static Comparison of(Reconciliation compared) {
      Map<String, Long> alone =
          compared.findings().stream()
              .filter(finding -> finding.code().equals(EXTRA))
              .collect(
                  Collectors.groupingBy(
                      finding -> finding.object() + "." + finding.field(), Collectors.counting()));
      List<Finding> findings =
          compared.findings().stream()
              .map(
                  finding ->
                      alone.getOrDefault(finding.object() + "." + finding.field(), 0L) == 1
                              && finding.code().equals(EXTRA)
                          ? single(finding)
                          : finding)
              .toList();
      boolean balanced =
          compared.books().stream().allMatch(Books::balanced)
              && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
      return new Comparison(balanced, compared.cells(), findings);
    }

    /** Of one record alone nobody can say whether the target fills a cell in by itself. */
    private static Finding single(Finding finding) {
      return new Finding(
          finding.code(),
          Severity.WARNING,
          finding.object(),
          finding.id(),
          finding.field(),
          finding.detail() + "; it may fill it in by itself");
    }
  }

  /** What is remembered of a sample that is under way. */
  private record State(String phase, String version, int size) {
    Progress progress(boolean done) {
      return new Progress(STAGE, STATE, phase + " " + version + " " + size, size, done);
    }

    static State of(Progress progress) {
      String[] words = progress.position().split(" ", 3);
      return new State(words[0], words[1], Integer.parseInt(words[2]));
    }
  }

  /** Whether a sample went over and back. */
  public static boolean taken(Ledger ledger) {
    return ledger
        .read(tables -> tables.slices().find(STAGE, STATE))
        .map(Progress::done)
        .orElse(false);
  }

  /** Whether anything was extracted that a sample could be chosen from. */
  public boolean somethingRead() {
    return ledger.read(
        tables -> FIRST.stream().anyMatch(object -> tables.sourceRecords().count(object) > 0));
  }

  /**
   * Whether an earlier run left a sample of this size and mapping unfinished. One of another size
   * or mapping is taken back now.
   */
  public boolean underWay(String version, int size) {
    Optional<State> state = state();
    if (state.isEmpty()) {
      outside(Set.of()).ifPresent(Sample::refuse);
      return false;
    }
    outside(keys()).ifPresent(this::abandon);
    if (state.get().version().equals(version) && state.get().size() == size) {
      return true;
    }
    progress.say("another sample is under way: it is taken back first");
    new Load(destination, ledger, clock, pause, progress).settle();
    Outcome undone = rollback().run(Scope.everything());
    ledger.record(tables -> tables.slices().save(state.get().progress(true)));
    outside(Set.of()).ifPresent(Sample::refuse);
    progress.say(undone.reversed() + " records taken back");
    return false;
  }

  private static void refuse(RecordKey key) {
    throw new InTheWay(key);
  }

  /** The load went on over it: its records are the migration's by now. */
  private void abandon(RecordKey key) {
    Optional<State> state = state();
    ledger.record(tables -> state.ifPresent(known -> tables.slices().save(known.progress(true))));
    throw new InTheWay(key);
  }

  private Optional<State> state() {
    return ledger
        .read(tables -> tables.slices().find(STAGE, STATE))
        .filter(progress -> !progress.done())
        .map(State::of);
  }

  private Set<RecordKey> keys() {
    return ledger.read(tables -> tables.sampleRecords().all()).stream()
        .map(SampleRecord::key)
        .collect(Collectors.toSet());
  }

  /** A record that stands on the target and is none of these. */
  private Optional<RecordKey> outside(Set<RecordKey> keys) {
    return ledger.read(
        tables -> {
          for (ObjectName object : ObjectName.values()) {
            String after = "";
            while (true) {
              List<Pair> page = tables.crosswalk().page(object, after, CHUNK);
              if (page.isEmpty()) {
                break;
              }
              for (Pair pair : page) {
                // People are matched and never written.
                if (object != ObjectName.USER && !keys.contains(pair.key())) {
                  return Optional.of(pair.key());
                }
              }
              after = page.getLast().key().id();
            }
          }
          return Optional.<RecordKey>empty();
        });
  }

  /** Chooses the slice from what transform made ready. */
  public void choose(Mapping mapping, String version, int size) {
    Chosen chosen = new ChooseSlice(mapping, ledger, progress).choose(size);
    ledger.record(
        tables -> {
          tables.sampleRecords().replace(chosen.records());
          save(tables, COVER, chosen.cover());
          tables.slices().save(new State(CHOSEN, version, size).progress(false));
        });
  }

  private static void save(Tables tables, String name, Object value) {
    tables
        .slices()
        .save(new Progress(STAGE, name, JsonMapper.shared().writeValueAsString(value), 0, true));
  }

  private <T> T remembered(String name, Class<T> type) {
    return JsonMapper.shared()
        .readValue(
            ledger
                .read(tables -> tables.slices().find(STAGE, name))
                .map(Progress::position)
                .orElse("{}"),
            type);
  }

  /** Goes on with the chosen slice until it is taken back. */
  public Sampled run(Consumer<Shown> look) {
    State state = state().orElseThrow();
    if (state.phase().equals(CHOSEN)) {
      Ledger slice = SliceLedger.of(ledger, keys());
      new Load(destination, slice, clock, pause, progress).run();
      Reconciliation compared = new Reconcile(destination.reader(), slice, clock, progress).run();
      ledger.record(
          tables -> {
            tables.sampleRecords().replace(places(tables));
            save(tables, COMPARISON, Comparison.of(compared));
            tables
                .slices()
                .save(new State(COMPARED, state.version(), state.size()).progress(false));
          });
    }
    Comparison comparison = remembered(COMPARISON, Comparison.class);
    Shown shown =
        new Shown(
            state.size(),
            ledger.read(tables -> tables.sampleRecords().all()),
            remembered(COVER, Cover.class),
            comparison.balanced(),
            comparison.cells(),
            comparison.findings(),
            ledger.read(Sample::whole));
    look.accept(shown);
    Outcome undone = rollback().run(Scope.everything());
    ledger.record(
        tables ->
            tables
                .slices()
                .save(new State(COMPARED, state.version(), state.size()).progress(true)));
    return new Sampled(shown, undone);
  }

  private static boolean whole(Tables tables) {
    return tables.sampleRecords().all().stream()
        .filter(record -> !record.targetId().isBlank())
        .allMatch(record -> tables.crosswalk().find(record.key()).isPresent());
  }

  private Rollback rollback() {
    return new Rollback(destination, ledger, clock, pause, progress);
  }

  private static List<SampleRecord> places(Tables tables) {
    List<SampleRecord> places = new ArrayList<>();
    for (SampleRecord record : tables.sampleRecords().all()) {
      places.add(
          tables
              .crosswalk()
              .find(record.key())
              .map(pair -> record.at(pair.module().wire(), pair.targetId()))
              .orElse(record));
    }
    return places;
  }
}
