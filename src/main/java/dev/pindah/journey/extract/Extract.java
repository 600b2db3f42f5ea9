package dev.pindah.journey.extract;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pindah.connect.ExportReader;
import dev.pindah.connect.MediaReader;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.Source;
import dev.pindah.journey.extract.MergeExports.Merged;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Part;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stage: reads everything that the source gives into the ledger, raw. Lists come first, side by
 * side; then rows that lists leave thin, and what is only given record by record. Each is a slice
 * of its own that goes on where it stopped.
 */
public final class Extract {
  /** Stage name of its slices and findings. */
  public static final String STAGE = "extract";

  private static final String WITHOUT = "extract-without";

  /** The slice that says that all others are done. */
  private static final String ALL = "all";

  private final Optional<ExportReader> exports;
  private final RecordReader records;
  private final MediaReader media;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;
  private final Set<ObjectName> without;
  private final DoubleSupplier rate;
  private final Store store;
  private final Gaps gaps;

  public Extract(Source source, Ledger ledger, Clock clock, ProgressSink progress) {
    this.exports = source.exports();
    this.records = source.records();
    this.media = source.media();
    this.rate = source::callsPerSecond;
    this.ledger = ledger;
    this.clock = clock;
    this.without = leftOut(ledger);
    this.progress = progress;
    this.store = new Store(ledger, clock);
    this.gaps = new Gaps(ledger);
  }

  /** Reads what is not read yet; gaps that remain are returned and kept as findings. */
  public List<Finding> run() {
    people();
    slice("setup", () -> store.save(records.setup(), true));
    Lanes.sideBySide(lists());
    new ReachedLists(records, ledger, store, gaps).run(without);
    announce();
    CompleteRows complete = new CompleteRows(records, ledger, clock, store, gaps, progress);
    Lanes.sideBySide(
        records.thin().stream()
            .filter(object -> !without.contains(object))
            .<Runnable>map(object -> () -> complete.run(object))
            .toList());
    branches();
    files();
    exports.ifPresent(
        folder -> new MergeExports(ledger, clock, progress).run(folder, false).forEach(this::say));
    without.forEach(
        object ->
            gaps.replace(
                object.wire(),
                List.of(Gaps.object("left-out", object.wire(), "left out with --without"))));
    ledger.record(tables -> tables.slices().save(new Progress(STAGE, ALL, "", 0, true)));
    return gaps.all();
  }

  /** Says what is about to be read record by record, since that is where the time goes. */
  private void announce() {
    if (finished(ledger)) {
      return;
    }
    long calls = 0;
    for (Part part : forecast()) {
      calls += part.calls().rounded();
      progress.say(
          String.format(
              Locale.ROOT,
              "forecast: %-32s up to %,d calls, %s",
              part.object(),
              part.calls().rounded(),
              Forecast.time(part.calls().rounded(), rate.getAsDouble())));
    }
    progress.say(
        "forecast: up to "
            + Forecast.time(calls, rate.getAsDouble())
            + " record by record; --without OBJECT leaves one out");
  }

  private void say(Merged table) {
    progress.say(table.toString());
  }

  private List<Runnable> lists() {
    ScanList scan = new ScanList(records, ledger, clock, store, gaps, progress);
    return records.objects().stream()
        .filter(object -> !without.contains(object))
        .<Runnable>map(object -> () -> scan.run(object))
        .toList();
  }

  private void branches() {
    List<Branch> wanted =
        records.branches().stream()
            .filter(branch -> !without.contains(branch.child()))
            .filter(branch -> !pointless(branch))
            .toList();
    ScanBranch scan = new ScanBranch(records, ledger, clock, store, gaps, progress);
    Wholesale wholesale = new Wholesale(records, ledger, clock, store, scan, progress);
    for (ObjectName child : records.wholesale()) {
      List<Branch> of = wanted.stream().filter(branch -> branch.child() == child).toList();
      wholesale.run(child, of);
    }
    wanted.forEach(scan::run);
  }

  /** The links are written down also when the files themselves are left out. */
  private void files() {
    new FindLinks(media, ledger, clock).run();
    if (!without.contains(ObjectName.FILE)) {
      new FetchMedia(media, ledger, gaps, progress).run();
    }
  }

  /** Conversations exist only where a channel is connected. */
  private boolean pointless(Branch branch) {
    return branch.child() == ObjectName.CHAT
        && records.objects().contains(ObjectName.CHANNEL)
        && !gaps.has(ObjectName.CHANNEL)
        && ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.CHANNEL)) == 0;
  }

  /** Whether an extract came to its end. */
  public static boolean finished(Ledger ledger) {
    return ledger
        .read(tables -> tables.slices().find(STAGE, ALL))
        .map(Progress::done)
        .orElse(false);
  }

  /**
   * Forgets the positions, so that the next run reads everything again; what is given record by
   * record is read again only for records that changed.
   */
  public static void again(Ledger ledger) {
    ledger.record(tables -> tables.slices().reset(STAGE));
  }

  /** Forgets as well when each branch was read last: the next run reads all of them again. */
  public static void fromScratch(Ledger ledger) {
    again(ledger);
    ledger.record(tables -> tables.slices().reset(ScanBranch.LAST));
  }

  /** Remembers what a person chose to leave out of this and every later extract. */
  public static void leaveOut(Ledger ledger, Set<ObjectName> objects) {
    String names = objects.stream().map(ObjectName::wire).sorted().collect(joining(","));
    ledger.record(tables -> tables.slices().save(new Progress(WITHOUT, "objects", names, 0, true)));
  }

  /** What a person chose to leave out. */
  public static Set<ObjectName> leftOut(Ledger ledger) {
    return ledger
        .read(tables -> tables.slices().find(WITHOUT, "objects"))
        .map(Progress::position)
        .stream()
        .flatMap(names -> Stream.of(names.split(",")))
        .flatMap(name -> ObjectName.of(name).stream())
        .collect(toUnmodifiableSet());
  }

  /** Calls that are made record by record, from what was listed so far. */
  public List<Part> forecast() {
    return PerRecord.parts(records, ledger, without);
  }

  private void slice(String name, Runnable work) {
    Optional<Progress> before = ledger.read(tables -> tables.slices().find(STAGE, name));
    if (before.map(Progress::done).orElse(false)) {
      return;
    }
    work.run();
    ledger.record(tables -> tables.slices().save(new Progress(STAGE, name, "", 0, true)));
  }

  /**
   * No endpoint lists users with the ids that records use; discover joined them from what there is.
   */
  private void people() {
    Inventory inventory =
        ledger
            .read(tables -> tables.inventories().latest(Product.QONTAK))
            .orElseThrow(() -> new IllegalStateException("run pindah discover first"));
    List<RawRecord> users = new ArrayList<>();
    inventory.people().forEach(person -> users.add(user(person)));
    store.save(users, true);
    boolean roles = inventory.people().stream().anyMatch(person -> !person.role().isEmpty());
    gaps.replace(
        ObjectName.USER.wire(),
        roles || users.isEmpty()
            ? List.of()
            : List.of(
                Gaps.object(
                    "no-roles",
                    ObjectName.USER.wire(),
                    "no user has a role: the chat panel's list of users was not allowed for these"
                        + " credentials, or there is none")));
    progress.at("extract user", users.size(), users.size());
  }

  private static RawRecord user(Person person) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("id", person.id());
    json.put("name", person.name());
    json.put("email", person.email());
    json.put("active", person.active());
    json.put("role", person.role());
    return RawRecord.of(new RecordKey(ObjectName.USER, person.id()), json.toString());
  }
}
