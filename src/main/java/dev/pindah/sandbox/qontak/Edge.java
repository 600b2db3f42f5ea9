package dev.pindah.sandbox.qontak;

import dev.pindah.sandbox.wire.Reply;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the content network and the gateway add to every answer. */
final class Edge {

  private Edge() {}

  static Reply dressed(Reply reply) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return reply
        .withHeader("Cache-Control", "max-age=0, private, must-revalidate")
        .withHeader("X-Request-Id", new UUID(random.nextLong(), random.nextLong()).toString())
        .withHeader("X-CDN", "Imperva")
        .withHeader("Server", "Mekari")
        .withHeader("Set-Cookie", "visid_incap_0=sandbox; Path=/; HttpOnly");
  }
}
