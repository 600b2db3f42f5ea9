package dev.pindah.connect;

/** The account that a migration reads. */
public interface Source {
  SchemaReader schema();

  RecordReader records();

  /** Calls per second that this account may take, at most. */
  double callsPerSecond();
}
