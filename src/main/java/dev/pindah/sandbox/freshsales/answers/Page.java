package dev.pindah.sandbox.freshsales.answers;

import dev.pindah.sandbox.wire.Exchange;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which rows of a list were asked for.
 *
 * @param number from 1
 * @param size 25 unless asked otherwise, at most 100; 0 gives an empty list
 */
public record Page(int number, int size) {

  private static final int STANDARD = 25;
  private static final int MOST = 100;

  public Page {
    number = Math.max(1, number);
    size = Math.clamp(size, 0, MOST);
  }

  public static Page of(Exchange exchange) {
    return new Page(exchange.queryInt("page", 1), exchange.queryInt("per_page", STANDARD));
  }

  public long offset() {
    return (long) (number - 1) * size;
  }

  public <T> List<T> of(List<T> all) {
    return all.stream().skip(offset()).limit(size).toList();
  }

  /** Adds {@code meta} with total and total_pages. */
  public void describe(ObjectNode answer, long total) {
    answer
        .putObject("meta")
        .put("total_pages", size == 0 ? 0 : (total + size - 1) / size)
        .put("total", total);
  }
}
