package dev.pindah.model.offer;

import dev.pindah.model.audit.Grade;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import java.util.List;
import java.util.Optional;

/**
 * What a migration takes.
 *
 * @param basis where the numbers come from, in words
 * @param assumptions what was taken for granted
 * @param comparison an earlier forecast of this migration and what became of it
 */
public record Estimate(
    String basis,
    Volumes volumes,
    Terms terms,
    Forecast forecast,
    Grade grade,
    Effort effort,
    Quote quote,
    List<String> assumptions,
    Optional<Comparison> comparison) {
  public Estimate {
    assumptions = List.copyOf(assumptions);
  }
}
