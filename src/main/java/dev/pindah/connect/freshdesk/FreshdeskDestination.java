package dev.pindah.connect.freshdesk;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.CallMeter;
import dev.pindah.connect.Destination;
import dev.pindah.connect.Eraser;
import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.http.AllowedHosts;
import dev.pindah.connect.http.MediaClient;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A Freshdesk account as a destination of tickets. */
public final class FreshdeskDestination implements Destination {
  /** Lists show writes at once; the search, which lags by minutes, is not used. */
  private static final Duration INDEX_LAG = Duration.ofSeconds(5);

  private final FreshdeskApi api;
  private final FreshdeskSchema schema;
  private final FreshdeskFieldWriter schemaWriter;
  private final FreshdeskReader reader;
  private final FreshdeskWriter writer;

  public FreshdeskDestination(
      FreshdeskSettings settings, Clock clock, Tempo tempo, CallMeter meter) {
    this.api = new FreshdeskApi(settings, clock, tempo, meter);
    FreshdeskFields fields = new FreshdeskFields(api);
    FreshdeskRows rows = new FreshdeskRows(fields);
    this.schema = new FreshdeskSchema(api, fields, clock);
    this.schemaWriter = new FreshdeskFieldWriter(api, fields);
    AllowedHosts hosts = new AllowedHosts(settings.base(), settings.allMediaHosts());
    FreshdeskFiles files =
        new FreshdeskFiles(
            settings.base(),
            new MediaClient(
                Product.FRESHDESK, hosts, call -> Map.of(), api.budget(), tempo, meter));
    this.reader = new FreshdeskReader(api, rows, files);
    this.writer = new FreshdeskWriter(api, new FreshdeskBodies(fields), rows);
  }

  @Override
  public SchemaReader schema() {
    return schema;
  }

  @Override
  public Optional<SchemaWriter> schemaWriter(TargetModule module, boolean experimental) {
    return Optional.of(schemaWriter);
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
    return Optional.empty();
  }

  @Override
  public Duration timeFor(TargetModule module, long calls) {
    return api.timeFor(module, calls);
  }

  @Override
  public long calls() {
    return api.calls();
  }

  @Override
  public Duration indexLag() {
    return INDEX_LAG;
  }
}
