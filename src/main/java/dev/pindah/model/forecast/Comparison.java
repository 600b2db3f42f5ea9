package dev.pindah.model.forecast;

import dev.pindah.model.Product;
import dev.pindah.model.forecast.Actual.Calls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A forecast and what became of it, endpoint by endpoint. */
public record Comparison(List<Line> lines, List<Pace> paces) {
  /** What is counted and was not foretold. */
  static final String OTHER = "other";

  private static final double LEEWAY = 0.05;

  public Comparison {
    lines = List.copyOf(lines);
    paces = List.copyOf(paces);
  }

  /** One endpoint in one stage. */
  public record Line(String stage, Product product, String endpoint, Range foretold, long actual) {
    /** Inside the range, give or take a twentieth: some records are held, some calls repeated. */
    public boolean within() {
      return actual >= Math.floor(foretold.low() * (1 - LEEWAY)) - 1
          && actual <= Math.ceil(foretold.high() * (1 + LEEWAY)) + 1;
    }
  }

  /** One stage: hours foretold and hours spent. */
  public record Pace(String stage, Range foretold, double actual) {}

  private record Place(String stage, Product product, String endpoint) {}

  public static Comparison of(Forecast forecast, Actual actual) {
    Map<Place, Range> foretold = new LinkedHashMap<>();
    for (Part part : forecast.parts()) {
      foretold.merge(
          new Place(part.stage(), part.product(), part.endpoint()), part.calls(), Range::plus);
    }
    Map<Place, Long> counted = new LinkedHashMap<>();
    for (Calls calls : actual.calls()) {
      if (Forecast.STAGES.contains(calls.stage())) {
        counted.merge(place(calls, forecast.parts()), calls.calls(), Long::sum);
      }
    }
    counted.keySet().forEach(place -> foretold.putIfAbsent(place, Range.ZERO));
    List<Line> lines = new ArrayList<>();
    for (String stage : Forecast.STAGES) {
      if (actual.calls().stream().anyMatch(calls -> calls.stage().equals(stage))) {
        foretold.forEach(
            (place, range) -> {
              if (place.stage().equals(stage)) {
                long calls = counted.getOrDefault(place, 0L);
                lines.add(new Line(stage, place.product(), place.endpoint(), range, calls));
              }
            });
      }
    }
    return new Comparison(lines, paces(forecast, actual));
  }

  private static List<Pace> paces(Forecast forecast, Actual actual) {
    List<Pace> paces = new ArrayList<>();
    for (Hours hours : forecast.hours()) {
      actual.spent().stream()
          .filter(spent -> spent.stage().equals(hours.stage()) && !spent.time().isZero())
          .findFirst()
          .ifPresent(
              spent ->
                  paces.add(
                      new Pace(
                          hours.stage(), hours.hours(), spent.time().toMillis() / 3_600_000.0)));
    }
    return paces;
  }

  /** The longest route that fits speaks for an endpoint; the rest of a setup counts together. */
  private static Place place(Calls calls, List<Part> parts) {
    Optional<Part> best =
        parts.stream()
            .filter(part -> part.stage().equals(calls.stage()))
            .filter(part -> part.counts(calls.product(), calls.endpoint()))
            .max(Comparator.comparingInt(part -> part.endpoint().length()));
    Optional<Part> rest =
        parts.stream()
            .filter(part -> part.stage().equals(calls.stage()))
            .filter(part -> part.product() == calls.product() && part.any())
            .findFirst();
    String endpoint = best.or(() -> rest).map(Part::endpoint).orElse(OTHER);
    return new Place(calls.stage(), calls.product(), endpoint);
  }
}
