package dev.pindah.sandbox.freshsales.settings;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code settings/<kind>/fields} and {@code settings/lifecycle_stages}. */
public final class SettingsEndpoints {

  private final Account account;
  private final FieldChoices choices;

  public SettingsEndpoints(Account account) {
    this.account = account;
    this.choices = new FieldChoices(account.setup());
  }

  public void addTo(Router router, String api) {
    router
        .get(api + "/settings/{kind}/fields", this::fields)
        .get(api + "/settings/lifecycle_stages", _ -> lifecycle());
  }

  private Reply fields(Exchange exchange) {
    Kind kind =
        Kind.ofPath(exchange.param("kind")).orElseThrow(() -> Errors.refusal(404, "Not Found"));
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("fields");
    for (Field field : account.fields().of(kind)) {
      list.add(shown(field));
    }
    if (exchange.query("include").orElse("").contains("field_group")) {
      ObjectNode group = answer.putArray("field_groups").addObject();
      group.put("id", 402_000_000_011L).put("name", "Basic Information");
      group.put("model", kind.type()).putArray("fields");
    }
    return Reply.json(200, answer);
  }

  /** A field as metadata shows it. */
  public ObjectNode shown(Field field) {
    return field.shown(choices.of(field));
  }

  private Reply lifecycle() {
    Lifecycle lifecycle = account.setup().lifecycle();
    ObjectNode answer = Json.object();
    ArrayNode stages = answer.putArray("lifecycle_stages");
    lifecycle.stages().forEach(stage -> stages.add(lifecycle.shown(stage)));
    ArrayNode statuses = answer.putArray("contact_statuses");
    lifecycle.statuses().forEach(status -> statuses.add(status.shown()));
    boolean on = account.behaviours().on("lifecycle-automation");
    ArrayNode rules = answer.putArray("auto_update_settings");
    rules.addObject().put("callback", "deal_created").put("enabled", on);
    rules.addObject().put("callback", "deal_won").put("enabled", on);
    return Reply.json(200, answer);
  }
}
