package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.SchemaReader;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a Freshdesk account looks like: the fields of its tickets and who works on them. */
final class FreshdeskSchema implements SchemaReader {
  private static final int PAGE_SIZE = 100;

  private static final List<TargetModule> MODULES =
      List.of(TargetModule.TICKETS, TargetModule.DESK_CONTACTS, TargetModule.DESK_COMPANIES);

  private final FreshdeskApi api;
  private final FreshdeskFields fields;
  private final Clock clock;

  FreshdeskSchema(FreshdeskApi api, FreshdeskFields fields, Clock clock) {
    this.api = api;
    this.fields = fields;
    this.clock = clock;
  }

  @Override
  public Inventory read() {
    return new Inventory(
        Product.FRESHDESK,
        clock.instant(),
        // The API does not say how many tickets there are.
        MODULES.stream()
            .map(module -> new ObjectSchema(module.wire(), -1, fields.readAnew(module)))
            .filter(object -> !object.fields().isEmpty())
            .toList(),
        List.of(),
        List.of(),
        List.of(new Vocabulary(Vocabulary.AGENTS, agents())));
  }

  private List<Term> agents() {
    List<Term> agents = new ArrayList<>();
    for (int number = 1; ; number++) {
      JsonNode page = api.get("/agents?per_page=" + PAGE_SIZE + "&page=" + number, "/agents");
      int before = agents.size();
      page.valueStream()
          .map(row -> new Term(text(row.path("id")), text(row.path("contact").path("email")), ""))
          .filter(agent -> !agents.contains(agent))
          .forEach(agents::add);
      if (agents.size() == before) {
        return agents;
      }
    }
  }
}
