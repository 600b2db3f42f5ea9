package dev.pindah.sandbox.freshsales.api;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.freshsales.records.Account;
import dev.pindah.sandbox.freshsales.setup.Module;
import dev.pindah.sandbox.freshsales.setup.Selectors;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every route of the account, and its state for the dump. */
public final class FreshsalesRoutes {
  private static final String BASE = "/crm/sales/api";

  private final Account account;
  private final Switches switches;

  public FreshsalesRoutes(Account account, Switches switches) {
    this.account = account;
    this.switches = switches;
  }

  public static List<Switch> switches() {
    return List.of(Views.ALL_DEALS, SearchEndpoints.LAG);
  }

  public void addTo(Router router) {
    Views views = new Views(account, switches);
    for (Module module : Module.values()) {
      new RecordEndpoints(account, module, views).addTo(router, BASE);
    }
    new SetupEndpoints(account).addTo(router, BASE);
    new SearchEndpoints(account, switches).addTo(router, BASE);
  }

  public List<StateCollection> collections() {
    List<StateCollection> collections = new ArrayList<>();
    for (Module module : Module.values()) {
      collections.add(
          new StateCollection(
              module.plural(), () -> rows(module).size(), () -> rows(module).stream()));
      collections.add(
          new StateCollection(
              module.plural() + "_deleted",
              () -> account.locked(() -> account.table(module).deleted().count()),
              () -> deleted(module).stream()));
      collections.add(
          new StateCollection(
              module.plural() + "_fields",
              () -> account.fields().of(module).size(),
              () -> account.fields().json(module).valueStream()));
    }
    for (String list :
        Stream.concat(
                Stream.of(
                    Selectors.OWNERS,
                    Selectors.LIFECYCLE_STAGES,
                    Selectors.CONTACT_STATUSES,
                    Selectors.PIPELINES,
                    Selectors.STAGES,
                    Selectors.CURRENCIES),
                Selectors.PLAIN.stream())
            .toList()) {
      collections.add(
          new StateCollection(
              list,
              () -> account.selectors().list(list).size(),
              () -> account.selectors().list(list).stream().map(JsonNode.class::cast)));
    }
    return collections;
  }

  private List<ObjectNode> rows(Module module) {
    return account.locked(() -> account.table(module).live().map(ObjectNode::deepCopy).toList());
  }

  private List<ObjectNode> deleted(Module module) {
    return account.locked(() -> account.table(module).deleted().map(ObjectNode::deepCopy).toList());
  }
}
