package dev.pindah.connect.freshsales;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.CallMeter;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Eraser;
import dev.pindah.connect.Habits;
import dev.pindah.connect.Heard;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TrialWriter;
import dev.pindah.connect.http.Account;
import dev.pindah.connect.http.Budget;
import dev.pindah.connect.http.Budget.Limit;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Freshsales suite account as a destination. */
public final class FreshsalesDestination implements Destination {
  private static final int CALLS_PER_MINUTE = 400;
  private static final Duration THROTTLED = Duration.ofMinutes(1);

  /** Look-ups were seen to lag up to 20 seconds. */
  private static final Duration INDEX_LAG = Duration.ofSeconds(20);

  private final FreshsalesApi api;
  private final FreshsalesFieldWriter fieldWriter;
  private final FreshsalesSchema schema;
  private final FreshsalesReader reader;
  private final FreshsalesWriter writer;
  private final Optional<BulkWriter> bulk;
  private final TrialWriter trials;
  private final Duration indexLag;

  public FreshsalesDestination(
      FreshsalesSettings settings, Clock clock, Tempo tempo, CallMeter meter, Habits habits) {
    Budget budget =
        Budget.of(
            List.of(
                new Limit(settings.plan().callsPerHour(), Duration.ofHours(1)),
                new Limit(CALLS_PER_MINUTE, Duration.ofMinutes(1))),
            settings.share(),
            tempo);
    this.api =
        new FreshsalesApi(
            new Account(
                Product.FRESHSALES,
                settings.base(),
                call -> Map.of("Authorization", "Token token=" + settings.apiKey()),
                budget,
                tempo,
                meter,
                clock,
                THROTTLED));
    FreshsalesFields fields = new FreshsalesFields(api);
    this.fieldWriter = new FreshsalesFieldWriter(api, fields);
    FreshsalesRows rows = new FreshsalesRows(fields);
    this.reader = new FreshsalesReader(api, fields, rows);
    this.schema = new FreshsalesSchema(api, fields, reader, clock);
    FreshsalesBodies labels = new FreshsalesBodies(fields);
    this.writer =
        new FreshsalesWriter(
            api,
            new FreshsalesForms(fields, habits.choices(), habits.severalChoices()),
            rows,
            reader);
    FreshsalesBulk many = new FreshsalesBulk(api, labels, fields, tempo, habits);
    this.bulk = settings.bulk() && habits.bulk() ? Optional.of(many) : Optional.empty();
    this.trials = new FreshsalesTrials(writer, many, labels);
    // A probe sees one write on a quiet day: it may lengthen the wait and never shorten it.
    this.indexLag =
        habits
            .indexLag()
            .map(seen -> seen.multipliedBy(2))
            .filter(seen -> seen.compareTo(INDEX_LAG) > 0)
            .orElse(INDEX_LAG);
  }

  @Override
  public SchemaReader schema() {
    return schema;
  }

  @Override
  public Optional<SchemaWriter> schemaWriter(TargetModule module, boolean experimental) {
    return experimental ? Optional.of(fieldWriter) : Optional.empty();
  }

  @Override
  public Optional<TrialWriter> trials() {
    return Optional.of(trials);
  }

  @Override
  public Heard heard() {
    return api.heard();
  }

  @Override
  public TargetReader reader() {
    return reader;
  }

  @Override
  public RecordWriter writer() {
    return writer;
  }

  @Override
  public Eraser eraser() {
    return writer;
  }

  @Override
  public Optional<BulkWriter> bulk() {
    return bulk;
  }

  @Override
  public Duration timeFor(TargetModule module, long calls) {
    return api.timeFor(calls);
  }

  @Override
  public long calls() {
    return api.calls();
  }

  @Override
  public Duration indexLag() {
    return indexLag;
  }
}
