package dev.pindah.model.forecast;

import dev.pindah.model.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a migration has taken so far. */
public record Actual(List<Calls> calls, List<Spent> spent) {
  public Actual {
    calls = List.copyOf(calls);
    spent = List.copyOf(spent);
  }

  /** Calls of one stage to one endpoint. */
  public record Calls(String stage, Product product, String endpoint, long calls) {}

  /** Time of one stage, of all its runs together. */
  public record Spent(String stage, Duration time, Instant first) {}

  /** When records began to move. */
  public Optional<Instant> begun() {
    return spent.stream()
        .filter(stage -> stage.stage().equals("extract"))
        .map(Spent::first)
        .findFirst();
  }

  public boolean empty() {
    return calls.isEmpty();
  }
}
