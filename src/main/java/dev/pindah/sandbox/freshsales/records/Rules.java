package dev.pindah.sandbox.freshsales.records;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How one module treats a write. */
interface Rules {
  /** A row with every member, before anything is applied. */
  ObjectNode blank();

  /** Lays a body over a row, or refuses. Members it does not know are passed over in silence. */
  void apply(ObjectNode row, JsonNode body, boolean create);

  /** What happens elsewhere in the account once the row is stored. */
  void stored(ObjectNode row);
}
