package dev.pindah.model.offer;

import dev.pindah.model.forecast.Range;
import java.util.List;

/** Work of people, piece by piece. */
public record Effort(List<Piece> pieces) {
  private static final double MINUTES_A_DAY = 8 * 60;

  public Effort {
    pieces = List.copyOf(pieces);
  }

  /** So many things of some minutes each. */
  public record Piece(String what, Range number, double minutes) {
    public Range days() {
      return number.times(minutes / MINUTES_A_DAY);
    }
  }

  /** Days of eight hours. */
  public Range days() {
    return pieces.stream().map(Piece::days).reduce(Range.ZERO, Range::plus);
  }
}
