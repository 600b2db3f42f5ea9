package dev.pindah.sandbox.freshsales.admin;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.settings.SettingsEndpoints;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.Pipeline;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything the account holds, by collection, as it is stored: references and all. */
public final class State {

  private final Account account;
  private final SettingsEndpoints settings;

  public State(Account account) {
    this.account = account;
    this.settings = new SettingsEndpoints(account);
  }

  public List<StateCollection> collections() {
    List<StateCollection> collections = new ArrayList<>();
    for (Table table : account.tables().all()) {
      collections.add(new StateCollection(table.name(), table::count, () -> rows(table)));
    }
    collections.add(new StateCollection("recycle_bin", () -> binned().count(), this::binned));
    collections.add(listed("fields", this::fields));
    collections.add(listed("users", () -> account.setup().users().all().stream().map(User::shown)));
    collections.add(
        listed("pipelines", () -> account.setup().pipelines().all().stream().map(Pipeline::shown)));
    collections.add(
        listed(
            "lifecycle_stages",
            () ->
                account.setup().lifecycle().stages().stream()
                    .map(account.setup().lifecycle()::shown)));
    collections.add(
        listed(
            "contact_statuses",
            () -> account.setup().lifecycle().statuses().stream().map(Lifecycle.Status::shown)));
    collections.add(listed("tags", () -> account.setup().tags().all().stream()));
    for (PickList list : account.setup().pickLists().all()) {
      collections.add(listed(list.name(), () -> list.items().stream().map(PickList.Item::shown)));
    }
    return collections;
  }

  private Stream<ObjectNode> rows(Table table) {
    return account.locked(table::ids).stream()
        .flatMap(id -> account.locked(() -> table.find(id)).stream());
  }

  private Stream<ObjectNode> binned() {
    return account.locked(
        () -> {
          List<ObjectNode> rows = new ArrayList<>();
          for (Table table : account.tables().all()) {
            table.allBinned().forEach(row -> rows.add(row.put("collection", table.name())));
          }
          return rows.stream();
        });
  }

  private Stream<ObjectNode> fields() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> account.fields().of(kind).stream().map(field -> field(kind, field)));
  }

  private ObjectNode field(Kind kind, Field field) {
    ObjectNode shown = Json.object().put("module", kind.path());
    return shown.setAll(settings.shown(field));
  }

  private StateCollection listed(String name, Supplier<Stream<ObjectNode>> rows) {
    Supplier<Stream<? extends JsonNode>> copied =
        () -> account.locked(() -> rows.get().toList()).stream();
    return new StateCollection(name, () -> copied.get().count(), copied);
  }
}
