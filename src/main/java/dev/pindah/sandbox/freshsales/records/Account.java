package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.core.Colleague;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.FieldCatalogue;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The account's records and set-up behind one lock: a write is seen whole or not at all. */
public final class Account {
  static final String NAME_UNIQUE = "freshsales.account-name-unique";
  static final String AUTO_LIFECYCLE = "freshsales.auto-lifecycle";

  private final Simulation simulation;
  private final FieldCatalogue fields = new FieldCatalogue();
  private final Selectors selectors;
  private final Map<Module, Table> tables = new EnumMap<>(Module.class);
  private final Map<Module, Rules> rules = new EnumMap<>(Module.class);
  private long nextId = 402_015_950_001L;

  public Account(Simulation simulation, List<Colleague> colleagues) {
    this.simulation = simulation;
    this.selectors = new Selectors(simulation.plan(), colleagues);
    tables.put(Module.CONTACTS, new Table(Module.CONTACTS, ContactRules::keys));
    tables.put(Module.SALES_ACCOUNTS, new Table(Module.SALES_ACCOUNTS, AccountRules::keys));
    tables.put(Module.DEALS, new Table(Module.DEALS, _ -> Stream.empty()));
    rules.put(Module.CONTACTS, new ContactRules(this));
    rules.put(Module.SALES_ACCOUNTS, new AccountRules(this));
    rules.put(Module.DEALS, new DealRules(this));
  }

  public static List<Switch> switches() {
    return List.of(
        new Switch(NAME_UNIQUE, "on", "whether two accounts may not share a name"),
        new Switch(AUTO_LIFECYCLE, "on", "whether deals move their contacts' lifecycle stage"),
        new Switch(
            CustomValues.PUT, "replace", "whether a PUT of custom_field wipes what it leaves out"),
        new Switch(CustomValues.UNKNOWN, "ignore", "ignore or 400: an unknown custom field"),
        new Switch(CustomValues.MISMATCH, "null", "null or 400: a choice that does not exist"));
  }

  public FieldCatalogue fields() {
    return fields;
  }

  public Selectors selectors() {
    return selectors;
  }

  Switches switchValues() {
    return simulation.switches();
  }

  public Instant now() {
    return simulation.clock().instant();
  }

  /** Runs reads and writes as one. */
  public synchronized <T> T locked(Supplier<T> work) {
    return work.get();
  }

  public Table table(Module module) {
    Table table = tables.get(module);
    if (table == null) {
      throw new IllegalStateException("no table of " + module);
    }
    return table;
  }

  private Rules rules(Module module) {
    Rules found = rules.get(module);
    if (found == null) {
      throw new IllegalStateException("no rules of " + module);
    }
    return found;
  }

  long id() {
    return nextId++;
  }

  /** A record from a body's root member. */
  public ObjectNode create(Module module, JsonNode body) {
    Rules how = rules(module);
    ObjectNode row = how.blank();
    how.apply(row, body, true);
    String now = stamp(now());
    row.put("created_at", now);
    row.put("updated_at", now);
    table(module).insert(row, now());
    how.stored(row);
    return row;
  }

  /** All of a body or nothing of it. */
  public ObjectNode update(Module module, ObjectNode row, JsonNode body, boolean replaceCustom) {
    Rules how = rules(module);
    ObjectNode changed = row.deepCopy();
    if (replaceCustom && body.path("custom_field").isObject()) {
      changed.set("custom_field", CustomValues.blank(fields, module));
    }
    how.apply(changed, body, false);
    changed.put("updated_at", stamp(now()));
    row.setAll(changed);
    table(module).touched(row.path("id").asLong(), now());
    how.stored(row);
    return row;
  }

  public boolean movesLifecycle() {
    return simulation.switches().on(AUTO_LIFECYCLE);
  }

  public boolean putReplacesCustom() {
    return simulation.switches().text(CustomValues.PUT).equals("replace");
  }

  public void delete(Module module, long id) {
    if (!table(module).delete(id, true, now())) {
      throw missing(module);
    }
  }

  public void restore(Module module, long id) {
    if (!table(module).delete(id, false, now())) {
      throw missing(module);
    }
  }

  public void forget(Module module, long id) {
    if (!table(module).forget(id)) {
      throw missing(module);
    }
  }

  public ObjectNode require(Module module, long id) {
    return table(module).live(id).orElseThrow(() -> missing(module));
  }

  private static RuntimeException missing(Module module) {
    return FreshsalesErrors.notFound(
        "The " + module.root().replace('_', ' ') + " you're looking for is not in the CRM.");
  }

  static String stamp(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** Paths of what hangs on a record. */
  static ObjectNode links(Module module, long id) {
    String base = "/" + module.plural() + "/" + id;
    return Json.object()
        .put("conversations", base + "/conversations/all?include=email_conversation_recipients")
        .put("timeline_feeds", base + "/timeline_feeds")
        .put("document_associations", base + "/document_associations")
        .put("notes", base + "/notes?include=creater")
        .put("tasks", base + "/tasks?include=creater,owner,updater,targetable,users,task_type")
        .put(
            "appointments",
            base + "/appointments?include=creater,owner,updater,targetable,appointment_attendees");
  }
}
