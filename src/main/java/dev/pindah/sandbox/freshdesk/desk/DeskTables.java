package dev.pindah.sandbox.freshdesk.desk;

import dev.pindah.sandbox.store.RowFile;
import dev.pindah.sandbox.store.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Every collection of rows with the keys by which rows are found. */
public record DeskTables(
    Table tickets,
    Table conversations,
    Table contacts,
    Table companies,
    Table agents,
    Table groups,
    Table outbox) {

  /** Contacts and agents by e-mail, lower case; companies by name. */
  public static final String NAME = "name";

  public static final String EXTERNAL_ID = "unique_external_id";
  public static final String MOBILE = "mobile";
  public static final String REQUESTER = "requester_id";
  public static final String TICKET = "ticket_id";

  static DeskTables in(RowFile file, InstantSource clock, Supplier<Duration> lag) {
    return new DeskTables(
        new Table("tickets", file, clock, 1, lag).keyed(REQUESTER, row -> text(row, REQUESTER)),
        new Table("conversations", file, clock, 88_000_001L, lag)
            .keyed(TICKET, row -> text(row, TICKET)),
        new Table("contacts", file, clock, 103_000_007_001L, lag)
            .keyed(NAME, row -> text(row, "email"))
            .keyed(EXTERNAL_ID, row -> text(row, EXTERNAL_ID))
            .keyed(MOBILE, row -> text(row, MOBILE)),
        new Table("companies", file, clock, 103_000_003_001L, lag)
            .keyed(NAME, row -> text(row, "name")),
        new Table("agents", file, clock, 103_000_009_001L, lag)
            .keyed(NAME, row -> text(row.path("contact"), "email")),
        new Table("groups", file, clock, 103_000_004_401L, lag)
            .keyed(NAME, row -> text(row, "name")),
        new Table("outbox", file, clock, 1, lag));
  }

  public List<Table> all() {
    return List.of(tickets, conversations, contacts, companies, agents, groups, outbox);
  }

  private static List<String> text(JsonNode row, String key) {
    JsonNode value = row.path(key);
    return value.isNull() || value.isMissingNode()
        ? List.of()
        : List.of(value.asString().toLowerCase(Locale.ROOT));
  }
}
