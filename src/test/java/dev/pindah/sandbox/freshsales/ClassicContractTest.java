package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.SandboxOptions;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The classic edition: {@code /api}, a leads module, no lifecycle stages. */
final class ClassicContractTest extends FreshsalesTest {

  @Override
  SandboxOptions options() {
    return super.options().withSwitch("freshsales.edition", "classic");
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return client
        .plain()
        .send(
            method,
            "/api" + path,
            body,
            "Authorization",
            "Token token=" + TokenClient.KEY,
            "Content-Type",
            "application/json");
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = send("GET", path, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer);
  }

  private JsonNode lead(String members) {
    HttpResponse<String> answer = send("POST", "/leads", body("lead", members));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer).path("lead");
  }

  @Test
  void eachEditionServesItsOwnPaths() {
    assertThat(client.get("/selector/owners").statusCode()).isEqualTo(404);
    assertThat(json("/selector/owners").path("users")).isNotEmpty();
    assertThat(send("GET", "/selector/lifecycle_stages", "").statusCode()).isEqualTo(404);
    set("edition", "suite");
    assertThat(send("GET", "/selector/owners", "").statusCode()).isEqualTo(404);
    assertThat(client.post("/leads", body("lead", "")).statusCode()).isEqualTo(404);
    assertThat(client.get("/settings/leads/fields").statusCode()).isEqualTo(404);
    assertThat(client.post("/filtered_search/lead", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void leadsAreWrittenReadAndListedLikeContacts() {
    JsonNode lead = lead("\"email\":\"a@contoh.example\",\"first_name\":\"Ani\"");
    long id = lead.path("id").asLong();
    assertThat(lead.path("display_name").asString()).isEqualTo("Ani");
    assertThat(send("POST", "/leads", body("lead", "\"email\":\"A@contoh.example\"")).statusCode())
        .isEqualTo(400);
    String update = body("lead", "\"city\":\"Solo\"");
    assertThat(send("PUT", "/leads/" + id, update).statusCode()).isEqualTo(200);
    long view = 0;
    for (JsonNode filter : json("/leads/filters").path("filters")) {
      if (filter.path("name").asString().equals("All Leads")) {
        view = filter.path("id").asLong();
      }
    }
    JsonNode list = json("/leads/view/" + view + "?include=owner");
    assertThat(list.path("leads").get(0).path("city").asString()).isEqualTo("Solo");
    assertThat(list.path("users")).hasSize(1);
    assertThat(json("/settings/leads/fields").path("fields").findValuesAsString("name"))
        .contains("company_name", "external_id")
        .doesNotContain("lifecycle_stage_id");
    assertThat(send("DELETE", "/leads/" + id, "").body()).isEqualTo("true");
    assertThat(send("GET", "/leads/" + id, "").statusCode()).isEqualTo(404);
  }

  @Test
  void notesHangOnLeadsAndSearchFindsThem() {
    long id = lead("\"email\":\"a@contoh.example\"").path("id").asLong();
    String note =
        body("note", "\"description\":\"x\",\"targetable_type\":\"Lead\",\"targetable_id\":" + id);
    assertThat(send("POST", "/notes", note).statusCode()).isEqualTo(200);
    assertThat(json("/leads/" + id + "/notes").path("notes")).hasSize(1);
    pass("PT3S");
    HttpResponse<String> found =
        send(
            "POST",
            "/filtered_search/lead",
            "{\"filter_rule\":[{\"attribute\":\"email\",\"operator\":\"is\",\"value\":\"a@contoh.example\"}]}");
    assertThat(PlainClient.json(found).path("meta").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void aConvertedLeadIsAContactOfItsCompany() {
    long id =
        lead("\"email\":\"a@contoh.example\",\"first_name\":\"Ani\",\"company_name\":\"PT Ani\",\"external_id\":\"qontak:contact:1\"")
            .path("id")
            .asLong();
    HttpResponse<String> converted = send("POST", "/leads/" + id + "/convert", "{}");
    assertThat(converted.statusCode()).as(converted.body()).isEqualTo(200);
    long contact = PlainClient.json(converted).path("contact").path("id").asLong();
    assertThat(stored("contacts", contact).path("external_id").asString())
        .isEqualTo("qontak:contact:1");
    assertThat(stored("contacts", contact).path("sales_accounts")).hasSize(1);
    assertThat(state("sales_accounts").getFirst().path("name").asString()).isEqualTo("PT Ani");
    assertThat(state("leads")).isEmpty();
    assertThat(send("POST", "/leads/" + id + "/convert", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aLeadWhoseAddressIsAContactsCannotBeConverted() {
    long id = lead("\"email\":\"a@contoh.example\"").path("id").asLong();
    send("POST", "/contacts", body("contact", "\"email\":\"a@contoh.example\""));
    HttpResponse<String> refused = send("POST", "/leads/" + id + "/convert", "{}");
    assertThat(messages(refused)).containsExactly("a@contoh.example already exists.");
    assertThat(state("leads")).hasSize(1);
  }

  @Test
  void dealsMoveNobodysLifecycleHere() {
    HttpResponse<String> made =
        send("POST", "/contacts", body("contact", "\"email\":\"a@contoh.example\""));
    long id = PlainClient.json(made).path("contact").path("id").asLong();
    JsonNode before = stored("contacts", id).path("lifecycle_stage_id");
    send(
        "POST",
        "/deals",
        body("deal", "\"name\":\"x\",\"amount\":1,\"contacts_added_list\":[" + id + "]"));
    assertThat(stored("contacts", id).path("lifecycle_stage_id")).isEqualTo(before);
  }
}
