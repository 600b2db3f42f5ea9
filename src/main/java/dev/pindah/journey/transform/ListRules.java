package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.row.Phones;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Static lists and who is on them. A member carries the chat panel's id only, so it is joined with
 * a contact by phone number, then by e-mail.
 */
final class ListRules {
  private static final int PAGE = 500;

  /** Contacts by the keys that some member of a list has. */
  private final Map<String, Set<String>> contacts = new HashMap<>();

  /** Reads the members first, so that only contacts that matter are kept in memory. */
  static ListRules read(Ledger ledger) {
    ListRules rules = new ListRules();
    each(
        ledger,
        ObjectName.LIST_MEMBER,
        (id, row) ->
            keys(row, "phone_number")
                .forEach(key -> rules.contacts.putIfAbsent(key, new LinkedHashSet<>())));
    if (!rules.contacts.isEmpty()) {
      each(
          ledger,
          ObjectName.CONTACT,
          (id, row) ->
              keys(row, "crm_phones")
                  .map(rules.contacts::get)
                  .filter(java.util.Objects::nonNull)
                  .forEach(ids -> ids.add(id)));
    }
    return rules;
  }

  static void each(Ledger ledger, ObjectName object, BiConsumer<String, SourceRow> rows) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(object, from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(record -> rows.accept(record.key().id(), new SourceRow(record.json())));
      after = page.getLast().key().id();
    }
  }

  /** Phone numbers first. */
  private static Stream<String> keys(SourceRow row, String phones) {
    Stream<String> numbers =
        row.value(phones).texts().stream()
            .flatMap(text -> Phones.parse(text).stream())
            .map(Phones.Parsed::e164);
    Stream<String> emails =
        row.value("email").texts().stream().map(text -> text.toLowerCase(Locale.ROOT));
    return Stream.concat(numbers, emails);
  }

  static Candidate list(SourceRecord record) {
    SourceRow row = new SourceRow(record.json());
    String name = Clean.cut(Clean.text(row.text("name")), Values.TEXT_LIMIT);
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.put("name", name.isBlank() ? "Qontak list " + record.key().id() : name);
    List<Cell> cells = new ArrayList<>();
    row.filled().stream()
        .filter(member -> !member.equals("id"))
        .forEach(
            member ->
                cells.add(
                    member.equals("name")
                        ? new Cell(member, "name", new Verdict.Exact())
                        : new Cell(
                            member, null, new Verdict.Documented("no place on a static list"))));
    return new Candidate(
        record.key(),
        Step.RECORD,
        TargetModule.LISTS,
        attributes,
        List.of(),
        RecordState.READY,
        "",
        cells);
  }

  Candidate member(SourceRecord record) {
    SourceRow row = new SourceRow(record.json());
    List<String> found =
        keys(row, "phone_number")
            .map(key -> contacts.getOrDefault(key, Set.of()))
            .filter(ids -> !ids.isEmpty())
            .findFirst()
            .map(List::copyOf)
            .orElse(List.of());
    List<Link> links = new ArrayList<>();
    record.parent().ifPresent(list -> links.add(new Link(Role.LIST, list)));
    found.stream()
        .limit(1)
        .forEach(id -> links.add(new Link(Role.CONTACT, new RecordKey(ObjectName.CONTACT, id))));
    RecordState state =
        found.size() == 1
            ? RecordState.READY
            : found.isEmpty() ? RecordState.SKIPPED : RecordState.HELD;
    String reason =
        found.size() == 1
            ? ""
            : found.isEmpty()
                ? "no-contact: nobody in the CRM has this phone number or e-mail"
                : "ambiguous: contacts " + String.join(", ", found) + " share this number";
    List<Cell> cells =
        row.filled().stream()
            .filter(member -> !member.equals("id"))
            .map(member -> cell(member, !found.isEmpty()))
            .toList();
    return new Candidate(
        record.key(),
        Step.RECORD,
        TargetModule.LISTS,
        JsonNodeFactory.instance.objectNode(),
        links,
        state,
        reason,
        cells);
  }

  private static Cell cell(String member, boolean joined) {
    boolean key = member.equals("phone_number") || member.equals("email");
    return new Cell(
        member,
        null,
        key && joined
            ? new Verdict.Transformed("membership of the contact with this number or e-mail")
            : new Verdict.Documented("the chat panel's copy of the contact"));
  }
}
