package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.access.FreshsalesErrors;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Addresses of a contact: at least one, and none that another contact has. */
final class Emails {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

  private record Email(String value, boolean primary, boolean destroy) {}

  private final Account account;
  private long nextId = 402_009_900_001L;

  Emails(Account account) {
    this.account = account;
  }

  void apply(ObjectNode row, JsonNode body, boolean create) {
    List<Email> sent = sent(body);
    boolean cleared = body.has("email") && body.path("email").asString("").isBlank();
    if (sent.isEmpty() && (create || cleared)) {
      throw FreshsalesErrors.invalid("Need to fill this Email");
    }
    for (Email email : sent) {
      if (!ADDRESS.matcher(email.value()).matches()) {
        throw FreshsalesErrors.invalid("invalid email address");
      }
      if (!email.destroy() && taken(email.value(), row.path("id").asLong())) {
        throw FreshsalesErrors.invalid(email.value() + " already exists.");
      }
    }
    for (Email email : sent) {
      lay(row, email, body.has("email"));
    }
    for (JsonNode held : row.path("emails")) {
      if (held.path("is_primary").asBoolean(false)) {
        row.put("email", held.path("value").asString(""));
      }
    }
  }

  private static List<Email> sent(JsonNode body) {
    List<Email> sent = new ArrayList<>();
    String single = body.path("email").asString("").strip();
    if (!single.isEmpty()) {
      sent.add(new Email(single, true, false));
    }
    JsonNode list = body.path("emails");
    if (list.isString() && !list.asString("").isBlank()) {
      sent.add(new Email(list.asString().strip(), true, false));
    }
    for (JsonNode item : list.isArray() ? list : Json.array()) {
      String value = (item.isObject() ? item.path("value") : item).asString("").strip();
      if (!value.isEmpty()) {
        sent.add(
            new Email(
                value,
                item.path("is_primary").asBoolean(sent.isEmpty()),
                item.path("_destroy").asBoolean(false)));
      }
    }
    return sent;
  }

  private boolean taken(String address, long self) {
    return account.table(Module.CONTACTS).taken(key(address), self);
  }

  static String key(String address) {
    return "email " + address.toLowerCase(Locale.ROOT);
  }

  /** A new address joins the others; {@code email} alone changes the primary one. */
  private void lay(ObjectNode row, Email email, boolean replacePrimary) {
    ArrayNode kept = Json.array();
    boolean known = false;
    for (JsonNode held : row.path("emails")) {
      boolean same = held.path("value").asString("").equalsIgnoreCase(email.value());
      boolean replaced =
          !same && email.primary() && replacePrimary && held.path("is_primary").asBoolean();
      boolean goes = replaced || (same && email.destroy());
      if (!goes) {
        ObjectNode copy = ((ObjectNode) held).deepCopy();
        if (email.primary()) {
          copy.put("is_primary", same);
        }
        kept.add(copy);
        known |= same;
      }
    }
    if (!known && !email.destroy()) {
      kept.addObject()
          .put("id", nextId++)
          .put("value", email.value())
          .put("is_primary", email.primary() || kept.size() == 1)
          .putNull("label")
          .put("_destroy", false);
    }
    row.set("emails", kept);
  }
}
