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
  /** Files and links on records. */
  FILES(Product.FRESHSALES, "documents"),
  TICKETS(Product.FRESHDESK, "tickets"),
  /** People and companies of the helpdesk, which knows nothing of those of the CRM. */
  DESK_CONTACTS(Product.FRESHDESK, "desk_contacts"),
  DESK_COMPANIES(Product.FRESHDESK, "desk_companies"),
  /** Notes of a ticket's conversation. */
  DESK_NOTES(Product.FRESHDESK, "desk_notes"),
  /** Files on tickets, each on a private note of its own. */
  DESK_FILES(Product.FRESHDESK, "desk_files");

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
    return this == TASKS || hanging();
  }

  /** Whether its records are only listed under the record that they hang on. */
  public boolean hanging() {
    return this == NOTES || this == DESK_NOTES || files();
  }

  /** Whether its records are files, which are never changed. */
  public boolean files() {
    return this == FILES || this == DESK_FILES;
  }

  public static Optional<TargetModule> of(String wire) {
    return Arrays.stream(values()).filter(module -> module.wire.equals(wire)).findFirst();
  }
}
