package dev.pindah.sandbox.freshsales.account;

import dev.pindah.sandbox.freshsales.fields.Fields;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.RowFile;
import dev.pindah.sandbox.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Every collection of rows, with the keys by which rows are found: what they belong to ({@link
 * #OWNED}), and what must be unique.
 */
public record Tables(
    Table contacts,
    Table leads,
    Table accounts,
    Table deals,
    Table activities,
    Table notes,
    Table tasks,
    Table appointments,
    Table calls,
    Table documents,
    Table outbox) {

  /** E-mails of contacts, lower case. */
  public static final String EMAIL = "email";

  /** Names of accounts, lower case. */
  public static final String NAME = "name";

  public static final String EXTERNAL_ID = "external_id";

  /** Records by {@code cf_name=value} of their unique custom fields, lower case. */
  public static final String UNIQUE = "unique";

  /** Contacts and deals by account id. */
  public static final String ACCOUNT = "account";

  /** Deals by contact id. */
  public static final String CONTACT = "contact";

  /** Accounts by the id of their parent. */
  public static final String PARENT = "parent";

  /** Notes and the like by {@code Contact:77}. */
  public static final String OWNED = "targetable";

  static Tables in(RowFile file, InstantSource clock, Supplier<Duration> lag, Fields fields) {
    return new Tables(
        new Table("contacts", file, clock, 402_015_950_001L, lag)
            .keyed(EMAIL, Tables::emails)
            .keyed(UNIQUE, row -> uniques(fields, Kind.CONTACT, row))
            .keyed(EXTERNAL_ID, row -> text(row, "external_id"))
            .keyed(ACCOUNT, row -> texts(row.path("sales_accounts"), "id")),
        new Table("leads", file, clock, 402_020_410_001L, lag)
            .keyed(EMAIL, Tables::emails)
            .keyed(UNIQUE, row -> uniques(fields, Kind.LEAD, row))
            .keyed(EXTERNAL_ID, row -> text(row, "external_id")),
        new Table("sales_accounts", file, clock, 402_003_055_001L, lag)
            .keyed(UNIQUE, row -> uniques(fields, Kind.ACCOUNT, row))
            .keyed(NAME, row -> lower(text(row, "name")))
            .keyed(PARENT, row -> text(row, "parent_sales_account_id")),
        new Table("deals", file, clock, 402_011_910_001L, lag)
            .keyed(UNIQUE, row -> uniques(fields, Kind.DEAL, row))
            .keyed(ACCOUNT, row -> text(row, "sales_account_id"))
            .keyed(CONTACT, row -> values(row.path("contact_ids"))),
        owned("sales_activities", file, clock, 402_016_230_001L, lag),
        owned("notes", file, clock, 402_005_501_001L, lag),
        owned("tasks", file, clock, 402_014_170_001L, lag),
        owned("appointments", file, clock, 402_014_950_001L, lag),
        owned("phone_calls", file, clock, 402_017_110_001L, lag),
        owned("documents", file, clock, 402_018_320_001L, lag),
        new Table("outbox", file, clock, 1, lag));
  }

  public Table of(Kind kind) {
    return switch (kind) {
      case CONTACT -> contacts;
      case LEAD -> leads;
      case ACCOUNT -> accounts;
      case DEAL -> deals;
      case ACTIVITY -> activities;
    };
  }

  public List<Table> all() {
    return List.of(
        contacts,
        leads,
        accounts,
        deals,
        activities,
        notes,
        tasks,
        appointments,
        calls,
        documents,
        outbox);
  }

  /** The key under which the rows of a record are found. */
  public static String owner(String type, long id) {
    return type + ":" + id;
  }

  /** Every e-mail of a contact row as it is compared. */
  public static List<String> emails(JsonNode row) {
    return lower(texts(row.path("emails"), "value"));
  }

  /** The key of one value of a unique custom field. */
  public static String unique(String field, JsonNode value) {
    return (field + "=" + value.asString()).toLowerCase(Locale.ROOT);
  }

  private static List<String> uniques(Fields fields, Kind kind, JsonNode row) {
    JsonNode values = row.path("custom_field");
    return fields.custom(kind).stream()
        .filter(field -> field.unique() && values.hasNonNull(field.name()))
        .map(field -> unique(field.name(), values.path(field.name())))
        .toList();
  }

  private static Table owned(
      String name, RowFile file, InstantSource clock, long firstId, Supplier<Duration> lag) {
    return new Table(name, file, clock, firstId, lag)
        .keyed(
            OWNED,
            row -> {
              List<String> owners = new ArrayList<>();
              for (JsonNode target : row.path("targetables")) {
                owners.add(owner(target.path("type").asString(), target.path("id").asLong()));
              }
              return owners;
            });
  }

  private static List<String> text(JsonNode row, String key) {
    JsonNode value = row.path(key);
    return value.isNull() || value.isMissingNode() ? List.of() : List.of(value.asString());
  }

  private static List<String> texts(JsonNode list, String key) {
    List<String> values = new ArrayList<>();
    for (JsonNode item : list) {
      values.add(item.path(key).asString());
    }
    return values;
  }

  private static List<String> values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(item -> values.add(item.asString()));
    return values;
  }

  private static List<String> lower(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }
}
