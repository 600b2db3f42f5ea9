package dev.pindah.sandbox.seed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import net.datafaker.Faker;

/** Invented Indonesian names and places, drawn once for a seed and then picked by index. */
public record People(
    List<String> firstNames, List<String> lastNames, List<String> streets, List<String> cities) {

  private static final int DRAWS = 600;
  private static final Map<Long, People> BY_SEED = new ConcurrentHashMap<>();

  public People {
    firstNames = List.copyOf(firstNames);
    lastNames = List.copyOf(lastNames);
    streets = List.copyOf(streets);
    cities = List.copyOf(cities);
  }

  public static People of(long seed) {
    return BY_SEED.computeIfAbsent(seed, People::draw);
  }

  private static People draw(long seed) {
    Faker faker = new Faker(Locale.of("id", "ID"), new Random(seed));
    return new People(
        distinct(() -> faker.name().firstName()),
        distinct(() -> faker.name().lastName()),
        distinct(() -> faker.address().streetName()),
        distinct(() -> faker.address().city()));
  }

  /** Sorted, so that the order does not depend on how a set happens to iterate. */
  private static List<String> distinct(Supplier<String> draw) {
    TreeSet<String> values = new TreeSet<>();
    for (int i = 0; i < DRAWS; i++) {
      values.add(draw.get());
    }
    return List.copyOf(values);
  }
}
