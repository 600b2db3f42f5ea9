package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class SearchContractTest extends FreshsalesTest {

  private JsonNode lookup(String value, String field, String entities) {
    return client.json("/lookup?q=" + value + "&f=" + field + "&entities=" + entities);
  }

  private JsonNode filtered(String entity, String rules) {
    HttpResponse<String> answer =
        client.post("/filtered_search/" + entity, "{\"filter_rule\":[" + rules + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer);
  }

  private static String rule(String attribute, String operator, String value) {
    return "{\"attribute\":\"%s\",\"operator\":\"%s\",\"value\":%s}"
        .formatted(attribute, operator, value);
  }

  @Test
  void aWriteIsSeenOnlyAfterTheIndexHasIt() {
    contact("\"email\":\"sari@contoh.example\"");
    assertThat(lookup("sari@contoh.example", "email", "contact").path("contacts").path("contacts"))
        .isEmpty();
    assertThat(client.json("/search?q=sari&include=contact")).isEmpty();
    assertThat(
            filtered("contact", rule("contact_email.email", "is", "\"sari@contoh.example\""))
                .path("meta")
                .path("total")
                .asInt())
        .isZero();
    pass("PT3S");
    assertThat(lookup("SARI@contoh.example", "email", "contact").path("contacts").path("contacts"))
        .hasSize(1);
    assertThat(client.json("/search?q=sari&include=contact")).hasSize(1);
  }

  @Test
  void aChangeAndADeletionAreSeenAsLate() {
    long id = account("\"name\":\"PT Lama\"").path("id").asLong();
    pass("PT3S");
    client.put("/sales_accounts/" + id, body("sales_account", "\"name\":\"PT Baru\""));
    assertThat(filtered("sales_account", rule("name", "is", "\"PT Lama\"")).path("sales_accounts"))
        .hasSize(1);
    pass("PT3S");
    assertThat(filtered("sales_account", rule("name", "is", "\"PT Lama\"")).path("sales_accounts"))
        .isEmpty();
    client.delete("/sales_accounts/" + id);
    assertThat(filtered("sales_account", rule("name", "is", "\"PT Baru\"")).path("sales_accounts"))
        .hasSize(1);
    pass("PT3S");
    assertThat(filtered("sales_account", rule("name", "is", "\"PT Baru\"")).path("sales_accounts"))
        .isEmpty();
  }

  @Test
  void theFaultPlanMayMakeTheIndexLagLonger() {
    contact("\"email\":\"sari@contoh.example\"");
    pass("PT10S");
    faults("rules: [{fault: index-lag, seconds: 60}]");
    assertThat(lookup("sari@contoh.example", "email", "contact").path("contacts").path("contacts"))
        .isEmpty();
    pass("PT60S");
    assertThat(lookup("sari@contoh.example", "email", "contact").path("contacts").path("contacts"))
        .hasSize(1);
  }

  @Test
  void lookupNestsTwiceAndTakesSeveralEntitiesAndCustomFields() {
    String name =
        admin("/fields", "{\"module\":\"deals\",\"label\":\"Qontak\"}").path("name").asString();
    deal("\"name\":\"x\",\"amount\":1,\"custom_field\":{\"" + name + "\":\"77\"}");
    contact("\"email\":\"a@contoh.example\",\"external_id\":\"q:9\"");
    pass("PT3S");
    JsonNode byCustom = lookup("77", name, "deal,contact");
    assertThat(byCustom.path("deals").path("deals")).hasSize(1);
    assertThat(byCustom.path("contacts").path("contacts")).isEmpty();
    assertThat(lookup("q:9", "external_id", "contact").path("contacts").path("contacts"))
        .hasSize(1);
  }

  @Test
  void searchIsABareArrayWithIdsAsText() {
    long id = contact("\"first_name\":\"Sari\",\"email\":\"s@contoh.example\"").path("id").asLong();
    account("\"name\":\"Sari Jaya\"");
    pass("PT3S");
    JsonNode hits = client.json("/search?q=sari&include=contact,sales_account,user");
    assertThat(hits).hasSize(2);
    assertThat(hits.get(0).path("id").isString()).isTrue();
    assertThat(hits.get(0).path("id").asString()).isEqualTo(String.valueOf(id));
    assertThat(hits.get(1).path("type").asString()).isEqualTo("sales_account");
    assertThat(client.json("/search?q=nobody&include=contact")).isEmpty();
  }

  @Test
  void filteredSearchAndsItsRulesAndGivesThinRows() {
    long open = named("deal_stages", "deal_stages", "New");
    deal("\"name\":\"satu\",\"amount\":1,\"expected_close\":\"2026-01-10\"");
    deal("\"name\":\"dua\",\"amount\":1,\"expected_close\":\"2026-03-10\"");
    pass("PT3S");
    JsonNode found =
        filtered(
            "deal",
            rule("deal_stage_id", "is_in", "[" + open + "]")
                + ","
                + rule("expected_close", "is_after", "\"2026-02-01\""));
    assertThat(found.path("deals").findValuesAsString("name")).containsExactly("dua");
    assertThat(found.path("deals").get(0).has("custom_field")).isFalse();
    assertThat(found.path("deals").get(0).has("owner_id")).isFalse();
    assertThat(
            filtered("deal", rule("name", "contains", "\"AT\"")).path("meta").path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void updatedAtWorksWithIsAfterAndNotWithIsIn() {
    account("\"name\":\"A\"");
    pass("PT3S");
    assertThat(
            filtered("sales_account", rule("updated_at", "is_after", "\"2020-01-01T00:00:00Z\""))
                .path("meta")
                .path("total")
                .asInt())
        .isEqualTo(1);
    assertThat(
            client
                .post(
                    "/filtered_search/sales_account",
                    "{\"filter_rule\":[" + rule("updated_at", "is_in", "[\"2020\"]") + "]}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void filteredSearchPagesByQueryOrByBody() {
    for (int i = 0; i < 5; i++) {
      account("\"name\":\"PT " + i + "\"");
    }
    pass("PT3S");
    String rules = "\"filter_rule\":[" + rule("name", "contains", "\"pt\"") + "]";
    JsonNode byQuery =
        PlainClient.json(
            client.post("/filtered_search/sales_account?per_page=2&page=3", "{" + rules + "}"));
    assertThat(byQuery.path("sales_accounts")).hasSize(1);
    JsonNode byBody =
        PlainClient.json(
            client.post(
                "/filtered_search/sales_account",
                "{" + rules + ",\"per_page\":2,\"sort\":\"name\",\"sort_type\":\"desc\"}"));
    assertThat(byBody.path("sales_accounts").findValuesAsString("name"))
        .containsExactly("PT 4", "PT 3");
    assertThat(byBody.path("meta").path("total").asInt()).isEqualTo(5);
  }
}
