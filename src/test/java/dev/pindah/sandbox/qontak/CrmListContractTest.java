package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class CrmListContractTest extends QontakTest {

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "deals", "tasks", "tickets"})
  void aListSays25RowsOfAPageAndItsTotals(String object) {
    JsonNode body = client.json(CRM + "/" + object + "?filter=alltask");
    assertThat(body.path("response")).hasSize(25);
    assertThat(body.path("page").asInt()).isEqualTo(1);
    assertThat(body.path("current_data").asInt()).isEqualTo(25);
    int total = body.path("total_data").asInt();
    assertThat(body.path("total_page").asInt()).isEqualTo((total + 24) / 25);
    assertThat(body.path("meta").path("status").asInt()).isEqualTo(200);
    OffsetDateTime.parse(body.path("meta").path("timestamp").asString());
  }

  @Test
  void perPageIsCutAtTheMaximumWhichCanBeSwitched() {
    assertThat(client.json(CRM + "/contacts?per_page=1000").path("response")).hasSize(100);
    set("qontak.per-page-max", "1000");
    assertThat(client.json(CRM + "/contacts?per_page=1000").path("response")).hasSize(400);
  }

  @Test
  void aPageBeyondTheEndIsEmptyWithTheSameTotals() {
    JsonNode beyond = client.json(CRM + "/contacts?page=999&per_page=100");
    assertThat(beyond.path("response")).isEmpty();
    assertThat(beyond.path("total_data").asInt()).isEqualTo(400);
    assertThat(beyond.path("page").asInt()).isEqualTo(999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "deals", "tasks", "tickets"})
  void pagesTogetherHoldEveryRecordOnceLatestChangeFirst(String object) {
    List<Long> ids = new ArrayList<>();
    List<OffsetDateTime> changes = new ArrayList<>();
    JsonNode page;
    int number = 1;
    do {
      page = client.json(CRM + "/" + object + "?filter=alltask&per_page=50&page=" + number++);
      for (JsonNode row : page.path("response")) {
        ids.add(row.path("id").asLong());
        changes.add(OffsetDateTime.parse(row.path("updated_at").asString()));
      }
    } while (page.path("page").asInt() < page.path("total_page").asInt());
    assertThat(ids).isNotEmpty().hasSize(page.path("total_data").asInt()).doesNotHaveDuplicates();
    assertThat(changes).isSortedAccordingTo((a, b) -> b.toInstant().compareTo(a.toInstant()));
  }

  @Test
  void companiesCarryTheLastRowsUpdatedAtAsNextCursor() {
    JsonNode body = client.json(CRM + "/companies?per_page=10");
    JsonNode last = body.path("response").get(9);
    long millis =
        OffsetDateTime.parse(last.path("updated_at").asString()).toInstant().toEpochMilli();
    assertThat(body.path("next_cursor").get(0).asLong()).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pipelines", "/pipelines/160001/stages", "/tickets/ticket_pipelines"})
  void unpagedEndpointsIgnorePage(String path) {
    JsonNode first = client.json(CRM + path).path("response");
    assertThat(first).isNotEmpty();
    JsonNode again = client.json(CRM + path + "?page=7");
    assertThat(again.path("response")).isEqualTo(first);
    assertThat(again.has("total_page")).isFalse();
  }

  @Test
  void bothPrefixesServeTheSameRows() {
    JsonNode legacy =
        PlainClient.json(
            client.plain().get("/api/v3.1/contacts", "Authorization", "Bearer demo-static-token"));
    assertThat(legacy.path("response")).isEqualTo(client.json(CRM + "/contacts").path("response"));
  }

  @Test
  void anUnknownIdIsAnswered404WithMeta() {
    var missing = client.get(CRM + "/contacts/1");
    assertThat(missing.statusCode()).isEqualTo(404);
    JsonNode meta = PlainClient.json(missing).path("meta");
    assertThat(meta.path("error_code").asInt()).isEqualTo(404);
    assertThat(meta.path("developer_message").asString())
        .isEqualTo("Couldn't find record with that ID");
  }

  @Test
  void aMethodThatAPathLacksIsAnswered405() {
    assertThat(client.send("DELETE", CRM + "/pipelines", "").statusCode()).isEqualTo(405);
  }

  @Test
  void theSameSeedMakesTheSameAccount() throws Exception {
    try (var twin = Sandbox.start(options());
        var other = new SignedClient(twin.qontak())) {
      String here = client.json(CRM + "/contacts?per_page=100").path("response").toString();
      String there = other.json(CRM + "/contacts?per_page=100").path("response").toString();
      assertThat(there.replace(twin.qontak().toString(), ""))
          .isEqualTo(here.replace(sandbox.qontak().toString(), ""));
    }
  }

  @Test
  void aDuplicatedRowRepeatsThePageBefore() {
    faults("rules: [{fault: duplicate-row, path: '*contacts?*page=2*'}]");
    JsonNode one = client.json(CRM + "/contacts?per_page=10&page=1").path("response");
    JsonNode two = client.json(CRM + "/contacts?per_page=10&page=2").path("response");
    assertThat(two.get(0)).isEqualTo(one.get(9));
  }

  @Test
  void aMovedRowIsMissingBetweenTwoPages() {
    faults("rules: [{fault: moved-row, path: '*contacts?*page=2*'}]");
    Set<Long> seen = new HashSet<>();
    for (int page = 1; page <= 40; page++) {
      for (JsonNode row :
          client.json(CRM + "/contacts?per_page=10&page=" + page).path("response")) {
        seen.add(row.path("id").asLong());
      }
    }
    assertThat(seen).hasSizeLessThan(400);
  }

  @Test
  void aStatusInsideMetaCanRefuseUnderHttp200() {
    faults("rules: [{fault: meta-status, status: 422}]");
    var response = client.get(CRM + "/contacts");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(PlainClient.json(response).path("meta").path("status").asInt()).isEqualTo(422);
  }
}
