package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.records.Attributes.Setter;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import tools.jackson.databind.JsonNode;

/** Attributes that hold the id of something else in the account. */
final class References {
  private final Selectors selectors;

  References(Selectors selectors) {
    this.selectors = selectors;
  }

  /** An id of a pick list; an unknown one is stored as null, without a word. */
  Setter of(String list) {
    return (row, name, value) -> {
      if (known(list, value)) {
        row.put(name, id(value));
      } else {
        row.putNull(name);
      }
    };
  }

  /** An id of a pick list; an unknown one is refused, null clears. */
  Setter strict(String list, String message) {
    return (row, name, value) -> {
      if (value.isNull()) {
        row.putNull(name);
      } else if (known(list, value)) {
        row.put(name, id(value));
      } else {
        throw FreshsalesErrors.invalid(message);
      }
    };
  }

  private boolean known(String list, JsonNode value) {
    return selectors.find(list, id(value)).isPresent();
  }

  /** Numbers come as numbers or as text. */
  static long id(JsonNode value) {
    if (value.isNumber()) {
      return value.asLong();
    }
    String text = value.asString("");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
