package dev.pindah.report;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.model.RecordKey;
import java.util.Optional;

/**
 * Where a record of the target can be looked at in a browser. The source's pages are at addresses
 * that nothing documents, and no link is better than a wrong one.
 *
 * @param freshsales address of the account, without a slash at its end
 * @param freshdesk the same; blank when there is none
 */
public record Links(String freshsales, String freshdesk) {

  /** The record's page in the target. */
  public Optional<String> target(Pair pair) {
    String id = pair.targetId();
    if (!id.matches("[A-Za-z0-9-]+")) {
      return Optional.empty();
    }
    return switch (pair.module()) {
      case SALES_ACCOUNTS -> at(freshsales, "/crm/sales/accounts/" + id);
      case CONTACTS, LEADS, DEALS, TASKS ->
          at(freshsales, "/crm/sales/" + pair.module().wire() + "/" + id);
      case TICKETS -> at(freshdesk, "/a/tickets/" + id);
      case DESK_CONTACTS -> at(freshdesk, "/a/contacts/" + id);
      case DESK_COMPANIES -> at(freshdesk, "/a/companies/" + id);
      case USERS, NOTES, LISTS, FILES, DESK_NOTES, DESK_FILES -> Optional.empty();
    };
  }

  /** The record's address in the source's API, where that has one. */
  public static Optional<String> source(String api, RecordKey key) {
    String list =
        switch (key.object()) {
          case COMPANY -> "/companies/";
          case CONTACT -> "/contacts/";
          case DEAL -> "/deals/";
          case TASK -> "/tasks/";
          case TICKET -> "/tickets/";
          default -> "";
        };
    return list.isEmpty() || !key.id().matches("[A-Za-z0-9-]+")
        ? Optional.empty()
        : Optional.of(api + list + key.id());
  }

  private static Optional<String> at(String base, String path) {
    return base.isEmpty() ? Optional.empty() : Optional.of(base + path);
  }
}
