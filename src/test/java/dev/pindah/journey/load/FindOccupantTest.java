package dev.pindah.journey.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Habits;
import dev.pindah.connect.ScriptedServer;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.freshsales.FreshsalesDestination;
import dev.pindah.connect.freshsales.FreshsalesSettings;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Plan;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is answered must lead to another plan: a load would ask for it again and again. */
class FindOccupantTest {
  private final ScriptedServer server = new ScriptedServer("/crm/sales/api");
  private final TargetReader reader =
      new FreshsalesDestination(
              new FreshsalesSettings(server.url(), "key", Plan.PRO, 1, true),
              Clock.systemUTC(),
              new Tempo(10_000),
              (product, endpoint) -> {},
              Habits.ASSUMED)
          .reader();

  @BeforeEach
  void start() {
    server.says("GET /settings/contacts/fields", 200, "{\"fields\":[]}");
    server.says("GET /settings/deals/fields", 200, "{\"fields\":[]}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Candidate candidate(ObjectName object, TargetModule module) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("name", "Langganan").put("email", "Sari@contoh.test");
    RecordKey key = new RecordKey(object, "1");
    return new Candidate(
        key, Step.RECORD, module, attributes, List.of(), RecordState.READY, "", List.of());
  }

  @Test
  void anotherDealOfTheSameNameIsNotInTheWay() {
    server.says(
        "POST /filtered_search/deal", 200, "{\"deals\":[{\"id\":5}],\"meta\":{\"total\":1}}");
    server.says("GET /deals/5", 200, "{\"deal\":{\"id\":5,\"name\":\"Langganan\"}}");
    Candidate deal = candidate(ObjectName.DEAL, TargetModule.DEALS);
    assertThat(FindOccupant.of(deal, "email-taken", reader)).isEmpty();
  }

  @Test
  void aPersonWithTheAddressIs() {
    Candidate contact = candidate(ObjectName.CONTACT, TargetModule.CONTACTS);
    server.says("GET /lookup", 200, "{\"contacts\":{\"contacts\":[{\"id\":9}]}}");
    server.says("GET /contacts/9", 200, contact("lain@contoh.test"));
    assertThat(FindOccupant.of(contact, "email-taken", reader)).isEmpty();
    server.forgets("GET /contacts/9");
    server.says("GET /contacts/9", 200, contact("sari@contoh.test"));
    assertThat(FindOccupant.of(contact, "email-taken", reader)).map(Row::id).hasValue("9");
  }

  private static String contact(String email) {
    return "{\"contact\":{\"id\":9,\"email\":\"" + email + "\"}}";
  }
}
