package dev.pindah.sandbox.qontak.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names of linked records, and links read from their other end, with written rows taken into
 * account.
 */
public final class Relations {

  private final Account account;
  private final Links links;

  Relations(Account account, Links links) {
    this.account = account;
    this.links = links;
  }

  /** Empty when there is no such contact (any more). */
  public Optional<String> contactName(long id) {
    return name(account.contacts(), id, account.contactRows()::fullName, Relations::fullName);
  }

  public Optional<String> companyName(long id) {
    return name(account.companies(), id, account.companyRows()::firmName, Relations::plainName);
  }

  public Optional<String> dealName(long id) {
    return name(account.deals(), id, account.dealRows()::dealName, Relations::plainName);
  }

  public List<Long> dealsOfContact(long contact) {
    return linked(
        account.contacts(),
        contact,
        account.deals(),
        links::dealsOfContact,
        row -> holds(row.path("crm_lead_ids"), contact));
  }

  public List<Long> dealsOfCompany(long company) {
    return linked(
        account.companies(),
        company,
        account.deals(),
        links::dealsOfCompany,
        row -> holds(row.path("crm_company_id"), company));
  }

  public List<Long> contactsOfCompany(long company) {
    return linked(
        account.companies(),
        company,
        account.contacts(),
        links::contactsOfCompany,
        row -> row.path("crm_company_id").asLong(0) == company);
  }

  public Optional<String> productName(long id) {
    return name(account.products(), id, account.productRows()::productName, Relations::plainName);
  }

  public Optional<String> taskName(long id) {
    return name(account.tasks(), id, account.taskRows()::taskName, Relations::plainName);
  }

  /** The line items of a deal. */
  public List<Long> associationsOfDeal(long deal) {
    return linked(
        account.deals(),
        deal,
        account.associations(),
        account.associationRows()::ofDeal,
        row -> row.path("crm_deal_id").asLong(0) == deal);
  }

  public List<Long> notesOfContact(long contact) {
    return linked(
        account.contacts(),
        contact,
        account.notes(),
        account.noteRows()::ofContact,
        row -> row.path("crm_person_id").asLong(0) == contact);
  }

  public List<Long> notesOfDeal(long deal) {
    return linked(
        account.deals(),
        deal,
        account.notes(),
        account.noteRows()::ofDeal,
        row -> row.path("crm_deal_id").asLong(0) == deal);
  }

  public List<Long> notesOfCompany(long company) {
    return linked(
        account.companies(),
        company,
        account.notes(),
        account.noteRows()::ofCompany,
        row -> row.path("crm_company_id").asLong(0) == company);
  }

  /** The chat room of a contact, by its seeded number. */
  public OptionalLong roomOfContact(long contact) {
    OptionalLong index = account.contacts().seeded().index(contact);
    return index.isPresent() ? links.roomOfContact(index.getAsLong()) : OptionalLong.empty();
  }

  /** The contact whom a chat room belongs to; it may be gone. */
  public long contactOfRoom(long room) {
    return account.contacts().seeded().id(links.contactOfRoom(room));
  }

  /** First and last name as one. */
  public static String fullName(ObjectNode contact) {
    String last = contact.path("last_name").asString("");
    String first = contact.path("first_name").asString("");
    return last.isBlank() ? first : first + " " + last;
  }

  private static String plainName(ObjectNode row) {
    return row.path("name").asString("");
  }

  private static Optional<String> name(
      Table table,
      long id,
      LongFunction<String> seededName,
      Function<ObjectNode, String> writtenName) {
    OptionalLong untouched = table.untouched(id);
    return untouched.isPresent()
        ? Optional.of(seededName.apply(untouched.getAsLong()))
        : table.find(id).map(writtenName);
  }

  private static List<Long> linked(
      Table parents,
      long parent,
      Table children,
      LongFunction<List<Long>> seeded,
      Predicate<ObjectNode> written) {
    List<Long> ids = new ArrayList<>();
    OptionalLong index = parents.seeded().index(parent);
    if (index.isPresent()) {
      for (long child : seeded.apply(index.getAsLong())) {
        long id = children.seeded().id(child);
        if (children.untouched(id).isPresent()) {
          ids.add(id);
        }
      }
    }
    ids.addAll(children.writtenWhere(written));
    return ids;
  }

  private static boolean holds(JsonNode ids, long id) {
    for (JsonNode element : ids) {
      if (element.asLong(0) == id) {
        return true;
      }
    }
    return ids.isNumber() && ids.asLong(0) == id;
  }
}
