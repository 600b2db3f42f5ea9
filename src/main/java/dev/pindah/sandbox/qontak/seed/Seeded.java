package dev.pindah.sandbox.qontak.seed;

import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** The rows that an object starts with, made on demand: row i is a function of the seed and i. */
public interface Seeded {

  String name();

  /** Rows 0 to count-1 exist; row 0 is the one that was updated last. */
  long count();

  long id(long index);

  /** The index of a seeded id; empty for an id that was never seeded. */
  OptionalLong index(long id);

  /** The stored form: a fresh tree, with members that the API derives left null. */
  ObjectNode row(long index);
}
