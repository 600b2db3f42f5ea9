package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Contacts, accounts and deals as they are written and deleted, by whatever way. */
public final class Records {

  /** A record that was created through the API, for whoever acts on it. */
  public record Created(Kind kind, ObjectNode row) {}

  private final Account account;
  private final ContactRules contacts;
  private final ContactRules leads;
  private final AccountRules accounts;
  private final DealRules deals;
  private final List<Consumer<Created>> watchers = new ArrayList<>();

  public Records(Account account) {
    this.account = account;
    this.contacts = new ContactRules(account, Kind.CONTACT);
    this.leads = new ContactRules(account, Kind.LEAD);
    this.accounts = new AccountRules(account);
    this.deals = new DealRules(account, this::accountNamed, new LifecycleRules(account));
  }

  /** Tells someone about every record created through the API. */
  public void watch(Consumer<Created> watcher) {
    watchers.add(watcher);
  }

  /**
   * Creates a record.
   *
   * @throws Refusal with every problem of what was given
   */
  public ObjectNode create(Kind kind, ObjectNode given, Via via, User writer) {
    ObjectNode row = rules(kind).blank();
    row.putObject("custom_field");
    row.put("creater_id", writer.id()).putNull("updater_id");
    Draft draft = new Draft(row, given, true, via, writer);
    checked(kind, draft);
    account.tables().of(kind).insert(row);
    rules(kind).written(draft);
    if (via != Via.WEB) {
      watchers.forEach(watcher -> watcher.accept(new Created(kind, row)));
    }
    return row;
  }

  /**
   * Changes a record.
   *
   * @throws Refusal when it is not there, or with every problem of what was given
   */
  public ObjectNode update(Kind kind, long id, ObjectNode given, Via via, User writer) {
    ObjectNode row = require(kind, id);
    Draft draft = new Draft(row, given, false, via, writer);
    checked(kind, draft);
    row.put("updater_id", writer.id());
    account.tables().of(kind).replace(row);
    rules(kind).written(draft);
    return row;
  }

  /**
   * The live record.
   *
   * @throws Refusal 404 in the words of its kind
   */
  public ObjectNode require(Kind kind, long id) {
    return account.tables().of(kind).find(id).orElseThrow(() -> missing(kind));
  }

  /** Moves a record to the recycle bin. */
  public void delete(Kind kind, long id) {
    if (!account.tables().of(kind).bin(id)) {
      throw missing(kind);
    }
    if (kind == Kind.ACCOUNT) {
      unlinkDeals(id);
    }
  }

  /** Erases a record for good, from the recycle bin too. */
  public void forget(Kind kind, long id) {
    if (!account.tables().of(kind).erase(id)) {
      throw missing(kind);
    }
    if (kind == Kind.ACCOUNT) {
      unlinkDeals(id);
    }
  }

  /** Brings a record back; its custom values are lost on the way (facts, section 3.4). */
  public ObjectNode restore(Kind kind, long id) {
    Table table = account.tables().of(kind);
    ObjectNode row = table.restore(id).orElseThrow(() -> missing(kind));
    row.putObject("custom_field");
    return table.replace(row);
  }

  /** The copy of a record; what must be unique is left out. */
  public ObjectNode clone(Kind kind, long id, ObjectNode given, User writer) {
    ObjectNode copy = require(kind, id);
    copy.remove(List.of("id", "emails", "email", "external_id", "name", "creater_id"));
    ArrayNode links = Json.array();
    copy.path("contact_ids").forEach(links::add);
    copy.set("contacts_added_list", links);
    copy.setAll(given);
    return create(kind, copy, Via.CREATE, writer);
  }

  /** Whether the row is in the recycle bin, as {@code is_deleted} says it. */
  public boolean isDeleted(Kind kind, JsonNode row) {
    return !account.tables().of(kind).exists(row.path("id").asLong());
  }

  private void checked(Kind kind, Draft draft) {
    rules(kind).take(draft);
    if (!draft.problems().isEmpty()) {
      throw Errors.invalid(draft.problems());
    }
  }

  /** The account of that name, made when there is none. */
  private long accountNamed(String name) {
    List<Long> known = account.tables().accounts().ids(Tables.NAME, name.toLowerCase(Locale.ROOT));
    return known.isEmpty()
        ? create(
                Kind.ACCOUNT,
                Json.object().put("name", name),
                Via.CREATE,
                account.setup().users().admin())
            .path("id")
            .asLong()
        : known.getFirst();
  }

  private void unlinkDeals(long accountId) {
    Table deals = account.tables().deals();
    for (long id : deals.ids(Tables.ACCOUNT, String.valueOf(accountId))) {
      deals
          .find(id)
          .ifPresent(
              deal -> {
                deal.putNull("sales_account_id");
                deals.replace(deal);
              });
    }
  }

  private Rules rules(Kind kind) {
    return switch (kind) {
      case CONTACT -> contacts;
      case LEAD -> leads;
      case ACCOUNT -> accounts;
      case DEAL -> deals;
      case ACTIVITY -> throw new IllegalArgumentException("activities have rules of their own");
    };
  }

  private static Refusal missing(Kind kind) {
    String noun =
        switch (kind) {
          case CONTACT -> "contact";
          case LEAD -> "lead";
          case ACCOUNT -> "account";
          case DEAL -> "deal";
          case ACTIVITY -> "sales activity";
        };
    return Errors.refusal(404, "The " + noun + " you're looking for is not in the CRM");
  }
}
