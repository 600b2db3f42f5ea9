package dev.pindah.journey.discover;

import dev.pindah.connect.Destination;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.Source;
import dev.pindah.journey.discover.ReadRows.Row;
import dev.pindah.journey.discover.ReadRows.Seen;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stage: reads what both accounts look like, a part of the source's records (all of them once
 * they were extracted), and what a few records have beneath them. It writes to neither account.
 */
public final class Discover {
  /** Records per branch that are asked for what hangs on them. */
  public static final int ASKED = 10;

  /** Calls to the setup of the target, as it is read once. */
  private static final String TARGET_CALLS = "about 20";

  private final Source source;
  private final Destination destination;
  private final Ledger ledger;
  private final ZoneId zone;
  private final int asked;
  private final ProgressSink progress;

  /**
   * The stage.
   *
   * @param zone in which the source counts its months
   * @param asked records per branch that are asked
   */
  public Discover(
      Source source,
      Destination destination,
      Ledger ledger,
      ZoneId zone,
      int asked,
      ProgressSink progress) {
    this.source = source;
    this.destination = destination;
    this.ledger = ledger;
    this.zone = zone;
    this.asked = asked;
    this.progress = progress;
  }

  /** What was learnt of both sides. */
  public record Discovery(Inventory source, Inventory destination, Facts facts) {}

  public Discovery run() {
    boolean extracted = extracted();
    announce(extracted);
    progress.at("discover source schema", 0, 1);
    Inventory from = source.schema().read();
    progress.at("discover source schema", 1, 1);
    ledger.record(tables -> tables.inventories().save(from));
    progress.at("discover destination schema", 0, 1);
    Inventory to = destination.schema().read();
    progress.at("discover destination schema", 1, 1);
    ledger.record(tables -> tables.inventories().save(to));
    Facts facts = look(from, extracted);
    ledger.record(tables -> tables.audits().save(facts));
    return new Discovery(from, to, facts);
  }

  /** Whether every record of the source is in the ledger. */
  private boolean extracted() {
    return ledger
        .read(tables -> tables.slices().find("extract", "all"))
        .map(Progress::done)
        .orElse(false);
  }

  /** What it is about to cost; the number of pipelines and users is not known yet. */
  private void announce(boolean extracted) {
    int lists = source.records().objects().size();
    int setup = 16;
    long least = extracted ? setup : setup + lists + (long) source.records().branches().size();
    long most =
        extracted
            ? setup + 20
            : setup
                + 20
                + (long) lists * ReadRows.PAGES
                + (long) asked
                    * (source.records().branches().size() + source.records().thin().size());
    progress.say(
        String.format(
            Locale.ROOT,
            "forecast: discover makes %d to %d calls to the source (%s to %s) and %s to the target;"
                + " it only reads",
            least,
            most,
            Forecast.time(least, source.callsPerSecond()),
            Forecast.time(most, source.callsPerSecond()),
            TARGET_CALLS));
  }

  private Facts look(Inventory from, boolean extracted) {
    RecordReader records = source.records();
    ReadRows rows = new ReadRows(records, ledger, progress, extracted);
    Gather gather =
        new Gather(
            from,
            extracted ? Set.of() : records.thin(),
            new FilesOf(source.media(), from),
            new ChatSide(YearMonth.from(from.readAt().atZone(zone)), zone),
            new AskParents(records, asked, progress));
    for (ObjectName object : records.objects()) {
      look(object, from, rows, gather, extracted);
    }
    if (extracted) {
      gather.children(ledger, rows);
      ledger
          .read(tables -> tables.audits().latest())
          .ifPresent(before -> gather.known(before.wholesale()));
    } else {
      gather.ask();
      records.wholesale().forEach(child -> wholesale(child, gather));
    }
    return gather.facts(extracted, source.callsPerSecond());
  }

  private void look(
      ObjectName object, Inventory from, ReadRows rows, Gather gather, boolean extracted) {
    Optional<ObjectSchema> schema = from.object(object.wire());
    Optional<Profiles> profiles = schema.map(Profiles::new);
    try {
      Seen seen =
          rows.each(
              object,
              (Row row) -> {
                SourceRow read = new SourceRow(row.json());
                profiles.ifPresent(known -> known.look(read));
                gather.look(row, read);
              });
      gather.seen(object, seen);
      profiles.ifPresent(
          known -> {
            Map<String, ValueProfile> of = new HashMap<>(known.of(seen.rows(), !seen.all()));
            if (!extracted && source.records().thin().contains(object)) {
              details(object, schema.orElseThrow(), gather).forEach(of::putIfAbsent);
            }
            save(object, from, of);
          });
    } catch (RemoteException failed) {
      boolean needed = schema.isPresent() && !source.records().optional().contains(object);
      if (failed.kind() == Kind.UNREACHABLE || needed) {
        throw failed;
      }
      gather.unreadable(object, String.valueOf(failed.getMessage()));
    }
  }

  /** Fields that the list leaves out, from a few records in full. */
  private static Map<String, ValueProfile> details(
      ObjectName object, ObjectSchema schema, Gather gather) {
    Profiles profiles = new Profiles(schema);
    long asked = gather.details(object, profiles::look);
    return profiles.of(asked, true);
  }

  private void save(ObjectName object, Inventory from, Map<String, ValueProfile> profiles) {
    ledger.record(
        tables -> tables.inventories().saveProfiles(from.product(), object.wire(), profiles));
  }

  /** Whether a list that is documented with a parent also answers without one. */
  private void wholesale(ObjectName child, Gather gather) {
    try {
      gather.wholesale(child, source.records().wholesale(child, 1));
    } catch (RemoteException refused) {
      if (refused.kind() == Kind.UNREACHABLE) {
        throw refused;
      }
    }
  }
}
