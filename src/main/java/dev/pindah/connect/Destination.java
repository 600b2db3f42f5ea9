package dev.pindah.connect;

import java.time.Duration;
import java.util.Optional;

/** The account that a migration writes. */
public interface Destination {
  SchemaReader schema();

  TargetReader reader();

  RecordWriter writer();

  Eraser eraser();

  /** Empty where the target has none, or the configuration forbids it. */
  Optional<BulkWriter> bulk();

  /** How long the target's look-up may lag behind a write, at most. */
  Duration indexLag();
}
