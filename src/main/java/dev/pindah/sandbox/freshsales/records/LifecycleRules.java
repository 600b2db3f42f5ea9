package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A deal makes its contacts sales qualified; a won one makes them customers. Only ever upwards. */
final class LifecycleRules {
  private final Account account;

  LifecycleRules(Account account) {
    this.account = account;
  }

  void dealStored(ObjectNode deal) {
    if (!account.switchValues().on(Account.AUTO_LIFECYCLE)) {
      return;
    }
    boolean won =
        account
            .selectors()
            .find(Selectors.STAGES, deal.path("deal_stage_id").asLong(0))
            .map(stage -> stage.path("forecast_type").asString("").equals("Closed Won"))
            .orElse(false);
    for (JsonNode id : deal.path("contact_ids")) {
      account
          .table(Module.CONTACTS)
          .live(id.asLong())
          .ifPresent(contact -> raise(contact, won ? "Customer" : "Sales Qualified Lead"));
    }
  }

  private void raise(ObjectNode contact, String stageName) {
    List<ObjectNode> stages = account.selectors().list(Selectors.LIFECYCLE_STAGES);
    Optional<ObjectNode> wanted =
        stages.stream()
            .filter(stage -> stage.path("name").asString("").equals(stageName))
            .findFirst();
    int now = position(stages, contact.path("lifecycle_stage_id").asLong(0));
    if (wanted.isPresent() && wanted.get().path("position").asInt(0) > now) {
      contact.set("lifecycle_stage_id", wanted.get().path("id"));
      contact.set("contact_status_id", wanted.get().path("contact_status_ids").path(0));
      contact.put("updated_at", Account.stamp(account.now()));
      account.table(Module.CONTACTS).touched(contact.path("id").asLong(), account.now());
    }
  }

  private static int position(List<ObjectNode> stages, long id) {
    return stages.stream()
        .filter(stage -> stage.path("id").asLong() == id)
        .mapToInt(stage -> stage.path("position").asInt(0))
        .findFirst()
        .orElse(0);
  }
}
