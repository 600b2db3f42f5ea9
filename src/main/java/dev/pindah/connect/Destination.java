package dev.pindah.connect;

import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.util.Optional;

/** The account that a migration writes. */
public interface Destination {
  SchemaReader schema();

  /**
   * Empty where the fields of the module are made by hand only.
   *
   * @param experimental whether a way that the product does not document may be tried
   */
  default Optional<SchemaWriter> schemaWriter(TargetModule module, boolean experimental) {
    return Optional.empty();
  }

  TargetReader reader();

  RecordWriter writer();

  Eraser eraser();

  /** Empty where the target has none, or the configuration forbids it. */
  Optional<BulkWriter> bulk();

  /** How long so many further calls to a module take at least, by the limits that are known. */
  default Duration timeFor(TargetModule module, long calls) {
    return Duration.ZERO;
  }

  /** Calls that this process has made. */
  default long calls() {
    return 0;
  }

  /** How long the target's look-up may lag behind a write, at most. */
  Duration indexLag();

  /** What its answers told of clock and limits so far. */
  default Heard heard() {
    return Heard.NOTHING;
  }

  /** Empty where nothing is tried out. */
  default Optional<TrialWriter> trials() {
    return Optional.empty();
  }
}
