package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.account.Behaviours;
import dev.pindah.sandbox.freshsales.account.Tables;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes {@code custom_field} over: known names only, each value as its type keeps it. */
final class CustomValues {

  private static final String MEMBER = "custom_field";

  private final Account account;

  CustomValues(Account account) {
    this.account = account;
  }

  void take(Kind kind, Draft draft) {
    if (draft.given(MEMBER) instanceof ObjectNode given) {
      ObjectNode kept = merges(draft) ? kept(draft.row()) : Json.object();
      for (Map.Entry<String, JsonNode> entry : given.properties()) {
        takeOne(kind, draft, kept, entry.getKey(), entry.getValue());
      }
      draft.row().set(MEMBER, kept);
    } else if (draft.creating()) {
      draft.row().set(MEMBER, Json.object());
    }
    checkRequired(kind, draft);
  }

  private void takeOne(Kind kind, Draft draft, ObjectNode kept, String name, JsonNode value) {
    Optional<Field> known = account.fields().find(kind, name).filter(Field::custom);
    if (known.isEmpty()) {
      if (account.behaviours().is("unknown-custom-field", "refuse")) {
        draft.problem(name + " is not a field");
      }
      return;
    }
    Field field = known.get();
    if (isEmpty(value)) {
      kept.remove(name);
      return;
    }
    switch (cell(draft.via()).read(field, value)) {
      case Cell.Kept(JsonNode stored) -> {
        kept.set(name, stored);
        checkUnique(kind, draft, field, stored);
      }
      case Cell.Dropped _ -> kept.remove(name);
      case Cell.Refused(String message) -> draft.problem(message);
    }
  }

  private Cell cell(Via via) {
    Behaviours behaviours = account.behaviours();
    return new Cell(
        Cell.Form.of(behaviours.text(via == Via.BULK ? "bulk-dropdown-form" : "dropdown-form")),
        behaviours.is("dropdown-mismatch", "refuse"));
  }

  private boolean merges(Draft draft) {
    return switch (draft.via()) {
      case CREATE, WEB -> true;
      case UPDATE -> account.behaviours().is("custom-field-put", "merge");
      case UPSERT, BULK -> account.behaviours().is("custom-field-upsert", "merge");
    };
  }

  private static ObjectNode kept(ObjectNode row) {
    return row.path(MEMBER) instanceof ObjectNode before ? before.deepCopy() : Json.object();
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isNull()
        || (value.isString() && value.asString().isEmpty())
        || (value.isArray() && value.isEmpty());
  }

  private void checkRequired(Kind kind, Draft draft) {
    if (draft.creating()) {
      for (Field field : account.fields().custom(kind)) {
        if (field.required() && !draft.row().path(MEMBER).has(field.name())) {
          draft.problem("Need to fill this " + field.label());
        }
      }
    }
  }

  private void checkUnique(Kind kind, Draft draft, Field field, JsonNode stored) {
    if (field.unique()) {
      List<Long> holders =
          account.tables().of(kind).ids(Tables.UNIQUE, Tables.unique(field.name(), stored));
      if (holders.stream().anyMatch(id -> id != draft.id())) {
        draft.problem(stored.asString() + " already exists.");
      }
    }
  }
}
