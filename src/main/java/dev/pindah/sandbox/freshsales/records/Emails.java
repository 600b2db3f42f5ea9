package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** E-mails of a contact: one primary, any number beside it, no two contacts with the same. */
final class Emails {

  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s,;<>\"]+@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)*\\.\\p{Alpha}{2,}");

  private final Table contacts;
  private final BooleanSupplier binCounts;

  /**
   * Addresses of one kind.
   *
   * @param binCounts whether what is in the recycle bin keeps its addresses
   */
  Emails(Table contacts, BooleanSupplier binCounts) {
    this.contacts = contacts;
    this.binCounts = binCounts;
  }

  void take(Draft draft, boolean required) {
    if (draft.gives("email") || draft.gives("emails")) {
      write(draft, wanted(draft));
    }
    if (required && draft.row().path("emails").isEmpty()) {
      draft.problem("Need to fill this Email");
    }
  }

  /** Wanted addresses, the primary first. */
  private static List<String> wanted(Draft draft) {
    List<String> addresses = new ArrayList<>();
    JsonNode list = draft.given("emails");
    if (list.isString()) {
      add(addresses, list.asString(), false);
    }
    for (JsonNode item : list.isArray() ? list : Json.array()) {
      if (!item.path("_destroy").asBoolean(false)) {
        String address = item.isObject() ? item.path("value").asString("") : item.asString("");
        add(addresses, address, item.path("is_primary").asBoolean(false));
      }
    }
    JsonNode single = draft.given("email");
    if (single.isString()) {
      if (!draft.gives("emails")) {
        // another primary takes the place of the one before; the others stay
        String before = draft.row().path("email").asString("");
        for (JsonNode item : draft.row().path("emails")) {
          String address = item.path("value").asString();
          if (!address.equalsIgnoreCase(before)) {
            add(addresses, address, false);
          }
        }
      }
      add(addresses, single.asString(), true);
    }
    return addresses;
  }

  private static void add(List<String> addresses, String address, boolean first) {
    String stripped = address.strip();
    if (stripped.isEmpty()) {
      return;
    }
    if (first) {
      addresses.removeIf(stripped::equalsIgnoreCase);
      addresses.addFirst(stripped);
    } else if (addresses.stream().noneMatch(stripped::equalsIgnoreCase)) {
      addresses.add(stripped);
    }
  }

  private void write(Draft draft, List<String> addresses) {
    Set<String> problems = new LinkedHashSet<>();
    ArrayNode emails = Json.array();
    for (String address : addresses) {
      if (!ADDRESS.matcher(address).matches()) {
        problems.add(address + " is an invalid email address");
      } else if (isTaken(address, draft.id())) {
        problems.add(address + " already exists.");
      }
      ObjectNode item = emails.addObject();
      item.put("id", 402_009_900_001L + (address.hashCode() & 0xFFFFFF));
      item.put("value", address).put("is_primary", emails.size() == 1);
      item.putNull("label").put("_destroy", false);
    }
    problems.forEach(draft::problem);
    draft.row().set("emails", emails);
    if (addresses.isEmpty()) {
      draft.row().putNull("email");
    } else {
      draft.row().put("email", addresses.getFirst());
    }
  }

  private boolean isTaken(String address, long byOtherThan) {
    return contacts.ids(Tables.EMAIL, address.toLowerCase(Locale.ROOT)).stream()
            .anyMatch(id -> id != byOtherThan)
        || (binCounts.getAsBoolean()
            && contacts
                .allBinned()
                .flatMap(row -> row.path("emails").valueStream())
                .anyMatch(email -> email.path("value").asString("").equalsIgnoreCase(address)));
  }
}
