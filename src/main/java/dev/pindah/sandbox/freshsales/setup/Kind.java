package dev.pindah.sandbox.freshsales.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What has field metadata: the kinds of records, and sales activities. */
public enum Kind {
  CONTACT("contacts", "contact", "Contact"),
  /** Only in the classic edition. */
  LEAD("leads", "lead", "Lead"),
  ACCOUNT("sales_accounts", "sales_account", "SalesAccount"),
  DEAL("deals", "deal", "Deal"),
  ACTIVITY("sales_activities", "sales_activity", "SalesActivity");

  /** Everything that has records of its own. */
  public static final List<Kind> RECORDS = List.of(CONTACT, LEAD, ACCOUNT, DEAL);

  private final String path;
  private final String root;
  private final String type;

  Kind(String path, String root, String type) {
    this.path = path;
    this.root = root;
    this.type = type;
  }

  /** The word in paths, and the root key of lists. */
  public String path() {
    return path;
  }

  /** The root key of one record. */
  public String root() {
    return root;
  }

  /** The word in {@code targetable_type} and {@code base_model}. */
  public String type() {
    return type;
  }

  public static Optional<Kind> ofPath(String path) {
    return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
  }

  public static Optional<Kind> ofRoot(String root) {
    return Arrays.stream(values()).filter(kind -> kind.root.equals(root)).findFirst();
  }

  public static Optional<Kind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }
}
