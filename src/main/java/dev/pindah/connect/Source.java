package dev.pindah.connect;

import java.util.Optional;

/** The account that a migration reads. */
public interface Source {
  SchemaReader schema();

  RecordReader records();

  MediaReader media();

  /** Where downloads lie that stand in for what the API does not give. */
  default Optional<ExportReader> exports() {
    return Optional.empty();
  }

  /** Calls per second that this account may take: as set, or as found out so far. */
  double callsPerSecond();
}
