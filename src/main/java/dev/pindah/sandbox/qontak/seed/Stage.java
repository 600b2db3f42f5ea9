package dev.pindah.sandbox.qontak.seed;

/**
 * A stage of a pipeline, of deals or of tickets.
 *
 * @param probability as the API writes it: "1.00" won or done, "0.00" lost
 */
public record Stage(long id, String name, int order, String probability, boolean active) {

  public boolean won() {
    return Double.parseDouble(probability) >= 1;
  }

  public boolean lost() {
    return active && Double.parseDouble(probability) <= 0;
  }
}
