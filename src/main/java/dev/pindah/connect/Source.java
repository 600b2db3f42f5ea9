package dev.pindah.connect;

/** The account that a migration reads. */
public interface Source {
  SchemaReader schema();

  RecordReader records();

  MediaReader media();

  /** Calls per second that this account may take: as set, or as found out so far. */
  double callsPerSecond();
}
