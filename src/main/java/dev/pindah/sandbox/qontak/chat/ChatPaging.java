package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.wire.Exchange;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import tools.jackson.databind.node.ObjectNode;

/** {@code offset} as a page number from 1, {@code limit} up to 100. */
final class ChatPaging {

  static final int LIMIT = 100;

  private ChatPaging() {}

  static int limit(Exchange exchange) {
    return Math.clamp(exchange.queryInt("limit", LIMIT), 1, LIMIT);
  }

  static int offset(Exchange exchange) {
    return Math.max(1, exchange.queryInt("offset", 1));
  }

  static ChatReplies.Page page(Exchange exchange, List<ObjectNode> all) {
    return page(exchange, all.size(), index -> all.get((int) index));
  }

  /** Rows are made only for the page that is asked for. */
  static ChatReplies.Page page(Exchange exchange, long count, LongFunction<ObjectNode> row) {
    int limit = limit(exchange);
    int offset = offset(exchange);
    long from = (offset - 1L) * limit;
    List<ObjectNode> rows =
        LongStream.range(from, Math.max(from, Math.min(count, from + limit)))
            .mapToObj(row)
            .toList();
    return new ChatReplies.Page(rows, offset, limit, rows.size());
  }
}
