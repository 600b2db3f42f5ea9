package dev.pindah.sandbox.freshsales.setup;

import java.util.Arrays;
import java.util.Optional;

/** A kind of record with fields of its own. */
public enum Module {
  CONTACTS("contacts", "contact", "Contact"),
  SALES_ACCOUNTS("sales_accounts", "sales_account", "SalesAccount"),
  DEALS("deals", "deal", "Deal");

  private final String plural;
  private final String root;
  private final String model;

  Module(String plural, String root, String model) {
    this.plural = plural;
    this.root = root;
    this.model = model;
  }

  /** In paths and around lists. */
  public String plural() {
    return plural;
  }

  /** Around one record. */
  public String root() {
    return root;
  }

  /** In metadata. */
  public String model() {
    return model;
  }

  public static Optional<Module> of(String name) {
    return Arrays.stream(values())
        .filter(module -> module.plural.equals(name) || module.root.equals(name))
        .findFirst();
  }
}
