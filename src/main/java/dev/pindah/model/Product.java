package dev.pindah.model;

import java.util.Locale;

/** The three systems that Pindah speaks to. */
public enum Product {
  QONTAK,
  FRESHSALES,
  FRESHDESK;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
