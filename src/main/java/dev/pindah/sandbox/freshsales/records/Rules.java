package dev.pindah.sandbox.freshsales.records;

import tools.jackson.databind.node.ObjectNode;

/** What one kind of record makes of what was given. */
interface Rules {

  /** A row with nothing in it yet: every member there, in the order of an answer. */
  ObjectNode blank();

  /** Lays what was given over the row and collects problems. */
  void take(Draft draft);

  /** What else happens once the row is stored. */
  default void written(Draft draft) {}
}
