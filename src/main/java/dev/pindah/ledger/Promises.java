package dev.pindah.ledger;

import dev.pindah.model.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a probe of the target found: table {@code promise}. */
public interface Promises {
  /** Puts the answers in place of those of an earlier probe. */
  void replace(List<Promise> promises, Instant at);

  List<Promise> all();

  /** The answer that a probe saw for itself. */
  default Optional<String> seen(String id) {
    return all().stream()
        .filter(promise -> promise.tried() && promise.id().equals(id))
        .map(Promise::answer)
        .findFirst();
  }
}
