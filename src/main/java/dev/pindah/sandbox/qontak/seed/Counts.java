package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.core.Size;

/** How many rows of each object the seeded account starts with. */
public record Counts(
    int users,
    int companies,
    int contacts,
    int deals,
    int products,
    int tasks,
    int tickets,
    int rooms,
    int broadcasts,
    int checkIns) {

  public static Counts of(Size size) {
    return switch (size) {
      case TINY -> new Counts(12, 60, 400, 150, 20, 150, 120, 60, 12, 30);
      case STANDARD -> new Counts(60, 4_000, 20_000, 8_000, 200, 6_000, 5_000, 3_000, 60, 1_500);
      case LARGE ->
          new Counts(
              200, 400_000, 2_000_000, 800_000, 2_000, 600_000, 500_000, 300_000, 600, 150_000);
    };
  }
}
