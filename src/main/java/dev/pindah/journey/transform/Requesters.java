package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.Phones;
import dev.pindah.model.row.SourceRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The helpdesk's own contacts and companies. It needs a contact for every ticket, so those that
 * tickets name are made there too, and the companies of those contacts; nobody else is.
 */
final class Requesters {
  /** Who asks in tickets that name nobody. */
  private static final RecordKey NOBODY = new RecordKey(ObjectName.CONTACT, "none").atDesk();

  private final Set<String> contacts = new HashSet<>();
  private final Set<String> companies = new HashSet<>();
  private final Map<String, String> emails = new HashMap<>();

  /** Empty where there is no helpdesk. */
  static Requesters read(Ledger ledger, boolean helpdesk) {
    Requesters requesters = new Requesters();
    if (helpdesk) {
      ListRules.each(
          ledger,
          ObjectName.TICKET,
          (id, row) -> asking(row).limit(1).forEach(requesters.contacts::add));
      requesters.contacts.forEach(
          id ->
              ledger
                  .read(tables -> tables.sourceRecords().find(contact(id)))
                  .map(record -> new SourceRow(record.json()))
                  .flatMap(Requesters::company)
                  .ifPresent(requesters.companies::add));
    }
    return requesters;
  }

  /** Contacts that a ticket names; the first one is who asks. */
  static Stream<String> asking(SourceRow ticket) {
    return ticket.ids("crm_lead_ids").stream();
  }

  private static RecordKey contact(String id) {
    return new RecordKey(ObjectName.CONTACT, id);
  }

  private static Optional<String> company(SourceRow contact) {
    return Stream.concat(
            contact.ids("crm_company_id").stream(), contact.ids("crm_company").stream())
        .findFirst();
  }

  /** The same person or company for the helpdesk, where a ticket needs it. */
  List<Candidate> of(SourceRecord record) {
    RecordKey key = record.key();
    SourceRow row = new SourceRow(record.json());
    if (key.object() == ObjectName.CONTACT && contacts.contains(key.id())) {
      return List.of(
          candidate(
              key.atDesk(),
              TargetModule.DESK_CONTACTS,
              person(key, row),
              company(row).stream()
                  .map(id -> new RecordKey(ObjectName.COMPANY, id).atDesk())
                  .map(company -> new Link(Role.ACCOUNT, company))
                  .toList()));
    }
    if (key.object() == ObjectName.COMPANY && companies.contains(key.id())) {
      ObjectNode attributes = JsonNodeFactory.instance.objectNode();
      attributes.put("name", named(row.text("name"), "Qontak company " + key.id()));
      return List.of(candidate(key.atDesk(), TargetModule.DESK_COMPANIES, attributes, List.of()));
    }
    return List.of();
  }

  /**
   * Numbers go into the work phone: the helpdesk may keep mobiles unique, and families share them.
   */
  private ObjectNode person(RecordKey key, SourceRow row) {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    String name = (row.text("first_name") + " " + row.text("last_name")).strip();
    attributes.put("name", named(name, "Qontak contact " + key.id()));
    String email = row.text("email").toLowerCase(Locale.ROOT);
    // Two people of one address are two people; the helpdesk knows the second by id and phone.
    if (ContactRules.address(email)
        && key.id().equals(emails.computeIfAbsent(email, first -> key.id()))) {
      attributes.put("email", email);
    }
    Stream.of("telephone", "crm_phones")
        .flatMap(member -> row.value(member).texts().stream())
        .flatMap(text -> Phones.parse(text).stream())
        .findFirst()
        .ifPresent(phone -> attributes.put("phone", phone.e164()));
    String title = row.text("job_title");
    if (!title.isEmpty()) {
      attributes.put("job_title", cut(title));
    }
    return attributes;
  }

  private static String named(String name, String instead) {
    return name.isBlank() ? instead : cut(name);
  }

  private static String cut(String text) {
    return Clean.cut(Clean.text(text), Values.TEXT_LIMIT);
  }

  /** How a ticket hangs on who asks. */
  static Link link(RecordKey contact) {
    return new Link(Role.REQUESTER, contact.atDesk());
  }

  static Link nobody() {
    return new Link(Role.REQUESTER, NOBODY);
  }

  /** Stands in for the contact that the helpdesk wants and the source does not name. */
  static Candidate standIn() {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.put("name", "Qontak: no contact");
    return candidate(NOBODY, TargetModule.DESK_CONTACTS, attributes, List.of());
  }

  private static Candidate candidate(
      RecordKey key, TargetModule module, ObjectNode attributes, List<Link> links) {
    return new Candidate(
        key, Step.REQUESTER, module, attributes, links, RecordState.READY, "", List.of());
  }
}
