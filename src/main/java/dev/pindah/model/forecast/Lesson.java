package dev.pindah.model.forecast;

import dev.pindah.model.Product;
import java.util.List;

/**
 * How many times the likely calls of an endpoint were really made, in an earlier migration.
 *
 * @param factor above 0
 */
public record Lesson(String stage, Product product, String endpoint, double factor) {
  /** Fewer calls than this teach nothing. */
  private static final int WORTH = 10;

  /** How far the next account may differ from the last one. */
  private static final double LESS = 0.8;

  private static final double MORE = 1.25;

  /** From a comparison; endpoints that a forecast did not see at all teach nothing. */
  public static List<Lesson> of(Comparison comparison) {
    return comparison.lines().stream()
        .filter(line -> line.actual() >= WORTH && line.foretold().likely() >= WORTH)
        .map(
            line ->
                new Lesson(
                    line.stage(),
                    line.product(),
                    line.endpoint(),
                    line.actual() / line.foretold().likely()))
        .toList();
  }

  static Part apply(List<Lesson> lessons, Part part) {
    return lessons.stream()
        .filter(lesson -> lesson.fits(part))
        .findFirst()
        .map(
            lesson -> {
              double likely = part.calls().likely() * lesson.factor();
              return new Part(
                  part.stage(),
                  part.product(),
                  part.object(),
                  part.endpoint(),
                  Range.of(likely * LESS, likely, likely * MORE),
                  part.rule() + "; as an earlier migration took");
            })
        .orElse(part);
  }

  private boolean fits(Part part) {
    return stage.equals(part.stage())
        && product == part.product()
        && endpoint.equals(part.endpoint());
  }
}
