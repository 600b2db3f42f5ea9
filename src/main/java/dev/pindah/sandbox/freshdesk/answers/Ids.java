package dev.pindah.sandbox.freshdesk.answers;

import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Ids in paths. */
public final class Ids {

  private Ids() {}

  public static Optional<Long> of(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /**
   * The row of the path's {@code {id}}.
   *
   * @throws dev.pindah.sandbox.wire.Refusal 404 without a body
   */
  public static ObjectNode require(Table table, Exchange exchange) {
    return of(exchange.param("id")).flatMap(table::find).orElseThrow(Problems::missing);
  }
}
