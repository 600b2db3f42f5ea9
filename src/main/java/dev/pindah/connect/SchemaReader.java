package dev.pindah.connect;

import dev.pindah.model.schema.Inventory;

/** Reads what an account looks like. */
public interface SchemaReader {
  Inventory read();
}
