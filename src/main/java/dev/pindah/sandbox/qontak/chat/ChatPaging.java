package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.wire.Exchange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/** {@code offset} as a page number from 1, {@code limit} up to 100; or from a cursor on. */
final class ChatPaging {

  static final int LIMIT = 100;

  private ChatPaging() {}

  /** A list that is in memory, paged by offset only. */
  static ChatReplies.Page page(Exchange exchange, List<ObjectNode> all) {
    return page(exchange, all.size(), index -> all.get((int) index));
  }

  /** Rows are made only for the page that is asked for. */
  static ChatReplies.Page page(Exchange exchange, long count, LongFunction<ObjectNode> row) {
    return rows(exchange, count, row, (offset(exchange) - 1L) * limit(exchange));
  }

  /** As above; a cursor, when sent, takes the place of the offset. Rows fall in time. */
  static ChatReplies.Page page(
      Exchange exchange,
      long count,
      LongFunction<ObjectNode> row,
      ChatReplies.Cursors cursors,
      Function<ObjectNode, Instant> time) {
    Optional<Instant> cursor = exchange.query("cursor").flatMap(cursors::read);
    if (cursor.isEmpty()) {
      return page(exchange, count, row);
    }
    String direction = exchange.query("cursor_direction").orElse(cursors.towardsOlder());
    boolean older = direction.equals(cursors.towardsOlder());
    long first = firstOlder(cursor.get(), count, row, time);
    if (older) {
      return rows(exchange, count, row, first);
    }
    long newest = Math.max(0, first - 1 - limit(exchange));
    return rows(exchange, Math.max(0, first - 1), row, newest);
  }

  private static ChatReplies.Page rows(
      Exchange exchange, long count, LongFunction<ObjectNode> row, long from) {
    int limit = limit(exchange);
    List<ObjectNode> rows =
        LongStream.range(from, Math.max(from, Math.min(count, from + limit)))
            .mapToObj(row)
            .toList();
    return new ChatReplies.Page(rows, offset(exchange), limit, rows.size());
  }

  /** Halving search for the first row older than the cursor. */
  private static long firstOlder(
      Instant cursor,
      long count,
      LongFunction<ObjectNode> row,
      Function<ObjectNode, Instant> time) {
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (time.apply(row.apply(middle)).isBefore(cursor)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static int limit(Exchange exchange) {
    return Math.clamp(exchange.queryInt("limit", LIMIT), 1, LIMIT);
  }

  private static int offset(Exchange exchange) {
    return Math.max(1, exchange.queryInt("offset", 1));
  }
}
