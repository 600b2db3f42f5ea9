package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * By what a record is recognised: e-mail or external id of a contact, the name of an account, the
 * id, or a custom field marked unique.
 */
record Identifier(Kind kind, String name, JsonNode value) {

  private static final Set<String> EMAILS = Set.of("email", "emails");

  /** The identifier of that name, when records of the kind are recognised by it. */
  static Optional<Identifier> of(Account account, Kind kind, String name, JsonNode value) {
    boolean standard =
        switch (kind) {
          case CONTACT, LEAD -> EMAILS.contains(name) || name.equals("external_id");
          case ACCOUNT -> name.equals("name");
          case DEAL, ACTIVITY -> false;
        };
    boolean custom =
        account.fields().find(kind, name).filter(f -> f.custom() && f.unique()).isPresent();
    boolean given = value.isValueNode() && !value.isNull() && !value.asString().isBlank();
    return given && (standard || custom || name.equals("id"))
        ? Optional.of(new Identifier(kind, name, value))
        : Optional.empty();
  }

  /** The record that it recognises. */
  Optional<Long> find(Account account) {
    Table table = account.tables().of(kind);
    String text = value.asString().strip();
    String lower = text.toLowerCase(Locale.ROOT);
    List<Long> found =
        switch (name) {
          case "id" ->
              text.matches("\\d{1,18}") && table.exists(Long.parseLong(text))
                  ? List.of(Long.valueOf(text))
                  : List.of();
          case "email", "emails" -> table.ids(Tables.EMAIL, lower);
          case "external_id" -> table.ids(Tables.EXTERNAL_ID, text);
          case "name" -> table.ids(Tables.NAME, lower);
          default -> table.ids(Tables.UNIQUE, Tables.unique(name, value));
        };
    return found.stream().findFirst();
  }

  boolean isId() {
    return name.equals("id");
  }

  /** What is given, with the identifier's own value where it is missing. */
  ObjectNode completed(Account account, ObjectNode given) {
    ObjectNode whole = given.deepCopy();
    if (EMAILS.contains(name)) {
      if (!whole.has("email") && !whole.has("emails")) {
        whole.set("email", value);
      }
    } else if (account.fields().find(kind, name).filter(Field::custom).isPresent()) {
      ObjectNode custom =
          whole.path("custom_field") instanceof ObjectNode there ? there : Json.object();
      if (!custom.has(name)) {
        custom.set(name, value);
      }
      whole.set("custom_field", custom);
    } else if (!whole.has(name) && !isId()) {
      whole.set(name, value);
    }
    return whole;
  }
}
