package dev.pindah.sandbox.core;

/**
 * A behaviour that the facts leave open, or that differs between accounts.
 *
 * @param name dotted, beginning with the product: {@code qontak.per-page-max}
 * @param standard the value unless someone sets another
 * @param about what it changes, in one line
 */
public record Switch(String name, String standard, String about) {
  public Switch {
    if (!name.matches("[a-z]+(\\.[a-z0-9-]+)+")) {
      throw new IllegalArgumentException("not a switch name: " + name);
    }
  }
}
