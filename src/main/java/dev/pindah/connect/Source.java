package dev.pindah.connect;

/** The account that a migration reads. */
public interface Source {
  SchemaReader schema();

  RecordReader records();
}
