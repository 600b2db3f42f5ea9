package dev.pindah.cli;

import dev.pindah.connect.ExportReader;
import dev.pindah.connect.MediaReader;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.Source;
import java.util.Optional;

/** A source beside whose API downloads lie in a folder. */
record WithExports(Source api, ExportReader folder) implements Source {
  @Override
  public SchemaReader schema() {
    return api.schema();
  }

  @Override
  public RecordReader records() {
    return api.records();
  }

  @Override
  public MediaReader media() {
    return api.media();
  }

  @Override
  public Optional<ExportReader> exports() {
    return Optional.of(folder);
  }

  @Override
  public double callsPerSecond() {
    return api.callsPerSecond();
  }
}
