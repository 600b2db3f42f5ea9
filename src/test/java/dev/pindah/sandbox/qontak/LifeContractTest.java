package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.wire.Json;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class LifeContractTest extends QontakTest {

  private Map<Long, JsonNode> dump(String collection) {
    Map<Long, JsonNode> rows = new HashMap<>();
    client
        .plain()
        .get("/_sandbox/state/qontak/" + collection)
        .body()
        .lines()
        .map(Json::parse)
        .forEach(row -> rows.put(row.path("id").asLong(), row));
    return rows;
  }

  private static Set<Long> ids(JsonNode array) {
    Set<Long> ids = new HashSet<>();
    array.forEach(id -> ids.add(id.asLong()));
    return ids;
  }

  @Test
  void lifeChangesAddsAndDeletesSoManyOfEachObject() {
    for (String object : List.of("contacts", "companies", "deals", "tasks", "tickets", "notes")) {
      Map<Long, JsonNode> before = dump(object);
      JsonNode done =
          PlainClient.json(
                  client
                      .plain()
                      .send(
                          "POST", "/_sandbox/evolve", "{\"changed\":3,\"added\":2,\"deleted\":1}"))
              .path("qontak")
              .path(object);
      Map<Long, JsonNode> after = dump(object);
      Set<Long> gone = new HashSet<>(before.keySet());
      gone.removeAll(after.keySet());
      Set<Long> came = new HashSet<>(after.keySet());
      came.removeAll(before.keySet());
      assertThat(gone).isEqualTo(ids(done.path("deleted"))).hasSize(1);
      assertThat(came).isEqualTo(ids(done.path("added"))).hasSize(2);
      assertThat(ids(done.path("changed"))).hasSize(3);
      for (long id : ids(done.path("changed"))) {
        assertThat(after.get(id)).isNotEqualTo(before.get(id));
      }
    }
  }

  @Test
  void changedRecordsComeFirstInTheList() {
    JsonNode done =
        PlainClient.json(client.plain().send("POST", "/_sandbox/evolve", "{\"changed\":4}"));
    JsonNode first = client.json(CRM + "/contacts?per_page=4").path("response");
    Set<Long> ids = new HashSet<>();
    first.forEach(row -> ids.add(row.path("id").asLong()));
    assertThat(ids).isEqualTo(ids(done.path("qontak").path("contacts").path("changed")));
  }

  @Test
  void aResetAfterTheCommitLosesTheAnswerButNotTheRecord() {
    faults("rules: [{fault: reset-after, method: POST, first: 1}]");
    assertThatThrownBy(() -> client.send("POST", CRM + "/contacts", "{\"first_name\":\"Hilang\"}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(dump("contacts")).hasSize(401);
  }

  @Test
  void aResetBeforeTheCommitCarriesNothingOut() {
    faults("rules: [{fault: reset-before, method: POST, first: 1}]");
    assertThatThrownBy(() -> client.send("POST", CRM + "/contacts", "{\"first_name\":\"Hilang\"}"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(dump("contacts")).hasSize(400);
  }

  @Test
  void refusalsOfAPlanSpeakTheProductsLanguage() {
    faults("rules: [{fault: status, status: 403}]");
    assertThat(client.get(CRM + "/contacts").body()).isEqualTo("{\"message\":\"Forbidden\"}");
    faults("rules: [{fault: status, status: 422}]");
    assertThat(
            PlainClient.json(client.get(CRM + "/contacts")).path("meta").path("error_code").asInt())
        .isEqualTo(422);
    faults("rules: [{fault: status, status: 422}]");
    assertThat(PlainClient.json(client.get(CHAT + "/rooms")).path("status").asString())
        .isEqualTo("error");
  }

  @Test
  void theDumpCountsWhatItHolds() {
    JsonNode counts = PlainClient.json(client.plain().get("/_sandbox/state/qontak"));
    for (String collection : counts.propertyNames()) {
      long lines =
          client.plain().get("/_sandbox/state/qontak/" + collection).body().lines().count();
      assertThat(lines).as(collection).isEqualTo(counts.path(collection).asLong());
    }
  }
}
