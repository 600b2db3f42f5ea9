package dev.pindah.ledger;

import dev.pindah.model.audit.Facts;
import dev.pindah.model.forecast.Forecast;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What discover found out and what estimate foretold: tables {@code audit} and {@code forecast},
 * every one is kept.
 */
public interface Audits {
  void save(Facts facts);

  Optional<Facts> latest();

  /** One forecast and when it was made. */
  record Foretold(Instant at, Forecast forecast) {}

  void save(Foretold foretold);

  /** Oldest first. */
  List<Foretold> foretold();
}
