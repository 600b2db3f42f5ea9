package dev.pindah.model;

import java.util.Arrays;
import java.util.Optional;

/** A place of the destination that holds records; its wire name is the one of the product's API. */
public enum TargetModule {
  USERS(Product.FRESHSALES, "users"),
  SALES_ACCOUNTS(Product.FRESHSALES, "sales_accounts"),
  CONTACTS(Product.FRESHSALES, "contacts"),
  LEADS(Product.FRESHSALES, "leads"),
  DEALS(Product.FRESHSALES, "deals"),
  TASKS(Product.FRESHSALES, "tasks"),
  NOTES(Product.FRESHSALES, "notes"),
  LISTS(Product.FRESHSALES, "lists"),
  TICKETS(Product.FRESHDESK, "tickets");

  private final Product product;
  private final String wire;

  TargetModule(Product product, String wire) {
    this.product = product;
    this.wire = wire;
  }

  public Product product() {
    return product;
  }

  public String wire() {
    return wire;
  }

  /** Whether its records hang on one record of another module. */
  public boolean hangs() {
    return this == NOTES || this == TASKS;
  }

  /** Whether its records are only listed under the record that they hang on. */
  public boolean hanging() {
    return this == NOTES;
  }

  public static Optional<TargetModule> of(String wire) {
    return Arrays.stream(values()).filter(module -> module.wire.equals(wire)).findFirst();
  }
}
