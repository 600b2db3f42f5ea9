package dev.pindah.connect;

import java.time.Duration;

/** The account that a migration writes. */
public interface Destination {
  SchemaReader schema();

  TargetReader reader();

  RecordWriter writer();

  Eraser eraser();

  /** How long the target's look-up may lag behind a write, at most. */
  Duration indexLag();
}
