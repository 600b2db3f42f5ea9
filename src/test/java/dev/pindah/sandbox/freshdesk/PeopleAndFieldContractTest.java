package dev.pindah.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PeopleAndFieldContractTest extends FreshdeskTest {

  @Test
  void aContactNeedsANameAndAnAddressThatIsNobodyElses() {
    assertThat(problems(post("/contacts", "\"job_title\":\"x\"")))
        .containsExactly("name missing_field", "email missing_field");
    JsonNode first = made("/contacts", "\"name\":\"A\",\"email\":\"A@Contoh.example\"");
    assertThat(first.path("email").asString()).isEqualTo("a@contoh.example");
    HttpResponse<String> again = post("/contacts", "\"name\":\"B\",\"email\":\"a@contoh.example\"");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(
            PlainClient.json(again)
                .path("errors")
                .get(0)
                .path("additional_info")
                .path("user_id")
                .asLong())
        .isEqualTo(first.path("id").asLong());
    set("duplicate-status", "400");
    assertThat(post("/contacts", "\"name\":\"B\",\"email\":\"a@contoh.example\"").statusCode())
        .isEqualTo(400);
    made("/contacts", "\"name\":\"C\",\"unique_external_id\":\"qontak:1\"");
    assertThat(json("/contacts?unique_external_id=qontak:1")).hasSize(1);
    assertThat(json("/contacts?email=a@contoh.example")).hasSize(1);
  }

  @Test
  void deletedContactsCanComeBackAndHardDeletionTakesTheirTickets() {
    long ticket = made("/tickets", TICKET).path("id").asLong();
    long id = json("/tickets/" + ticket).path("requester_id").asLong();
    assertThat(send("DELETE", "/contacts/" + id, "").statusCode()).isEqualTo(204);
    assertThat(put("/contacts/" + id, "\"name\":\"x\"").statusCode()).isEqualTo(405);
    assertThat(json("/contacts")).isEmpty();
    assertThat(json("/contacts?state=deleted")).hasSize(1);
    put("/contacts/" + id + "/restore", "");
    assertThat(json("/contacts")).hasSize(1);
    assertThat(send("DELETE", "/contacts/" + id + "/hard_delete", "").statusCode()).isEqualTo(405);
    assertThat(send("DELETE", "/contacts/" + id + "/hard_delete?force=true", "").statusCode())
        .isEqualTo(204);
    assertThat(get("/tickets/" + ticket).statusCode()).isEqualTo(404);
  }

  @Test
  void companiesHaveUniqueNames() {
    long id =
        made("/companies", "\"name\":\"PT A\",\"domains\":[\"a.example\"]").path("id").asLong();
    assertThat(post("/companies", "\"name\":\"pt a\"").statusCode()).isEqualTo(409);
    assertThat(problems(post("/companies", "\"size\":1")))
        .containsExactly("size invalid_field", "name missing_field");
    assertThat(json("/companies/autocomplete?name=pt").path("companies")).hasSize(1);
    assertThat(PlainClient.json(put("/companies/" + id, "\"domains\":[]")).path("domains"))
        .isEmpty();
    assertThat(send("DELETE", "/companies/" + id, "").statusCode()).isEqualTo(204);
    assertThat(get("/companies/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aNewAgentTakesASeatAndIsInvited() {
    int before = json("/agents?per_page=100").size();
    made("/agents", "\"email\":\"baru@acme.test\",\"ticket_scope\":1,\"name\":\"Baru\"");
    assertThat(state("outbox").getFirst().path("to").asString()).isEqualTo("baru@acme.test");
    assertThat(json("/agents?email=baru@acme.test")).hasSize(1);
    assertThat(problems(post("/agents", "\"email\":\"x@acme.test\",\"ticket_scope\":9")))
        .containsExactly("ticket_scope invalid_value");
    set("seats", String.valueOf(before + 1));
    HttpResponse<String> full = post("/agents", "\"email\":\"y@acme.test\",\"ticket_scope\":1");
    assertThat(full.statusCode()).isEqualTo(403);
    assertThat(full.body()).contains("max_agents_reached");
  }

  @Test
  void groupsCanBeMadeAndGiven() {
    long group = made("/groups", "\"name\":\"Layanan\"").path("id").asLong();
    assertThat(made("/tickets", TICKET + ",\"group_id\":" + group).path("group_id").asLong())
        .isEqualTo(group);
    assertThat(problems(post("/tickets", TICKET + ",\"group_id\":5")))
        .containsExactly("group_id invalid_value");
  }

  @Test
  void ticketFieldsAreMadeThroughTheApiAndNamedByIt() {
    JsonNode field =
        made(
            "/admin/ticket_fields",
            "\"label\":\"Jenis Aduan\",\"type\":\"custom_dropdown\",\"choices\":[{\"value\":\"Rusak\",\"position\":1}],\"required_for_closure\":true");
    assertThat(field.path("name").asString()).isEqualTo("cf_jenis_aduan");
    assertThat(
            made("/admin/ticket_fields", "\"label\":\"Jenis-Aduan\",\"type\":\"custom_text\"")
                .path("name")
                .asString())
        .startsWith("cf_jenis_aduan")
        .isNotEqualTo("cf_jenis_aduan");
    assertThat(
            problems(
                post("/tickets", TICKET + ",\"custom_fields\":{\"cf_jenis_aduan\":\"rusak\"}")))
        .containsExactly("custom_fields.cf_jenis_aduan invalid_value");
    assertThat(problems(post("/tickets", TICKET + ",\"status\":5")))
        .containsExactly("custom_fields.cf_jenis_aduan missing_field");
    made("/tickets", TICKET + ",\"status\":5,\"custom_fields\":{\"cf_jenis_aduan\":\"Rusak\"}");
    String path = "/admin/ticket_fields/" + field.path("id").asLong();
    put(path, "\"choices\":[{\"value\":\"Hilang\"},{\"value\":\"Rusak\",\"deleted\":true}]");
    assertThat(json(path).path("choices").findValuesAsString("value")).containsExactly("Hilang");
    assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void contactFieldsHaveNoPrefixAndNeedACustomersLabel() {
    assertThat(problems(post("/contact_fields", "\"label\":\"Segmen\",\"type\":\"custom_text\"")))
        .containsExactly("label_for_customers missing_field");
    JsonNode field =
        made(
            "/contact_fields",
            "\"label\":\"Segmen\",\"label_for_customers\":\"Segmen\",\"type\":\"custom_text\"");
    assertThat(field.path("name").asString()).isEqualTo("segmen");
    assertThat(
            made(
                    "/contacts",
                    "\"name\":\"A\",\"mobile\":\"1\",\"custom_fields\":{\"segmen\":\"x\"}")
                .path("custom_fields")
                .path("segmen")
                .asString())
        .isEqualTo("x");
  }

  @Test
  void agentsReadStatusesAndTypesFromTheLegacyFields() {
    JsonNode status = json("/ticket_fields?type=default_status").get(0);
    assertThat(status.path("choices").path("6").get(0).asString()).isEqualTo("Waiting on Customer");
    assertThat(json("/ticket_fields?type=default_ticket_type").get(0).path("choices")).isNotEmpty();
    assertThat(
            json("/ticket_fields?type=default_priority")
                .get(0)
                .path("choices")
                .path("Urgent")
                .asInt())
        .isEqualTo(4);
  }

  private JsonNode search(String what, String query) {
    return json(
        "/search/"
            + what
            + "?query="
            + URLEncoder.encode("\"" + query + "\"", StandardCharsets.UTF_8));
  }

  @Test
  void searchLagsByMinutesAndUnderstandsBrackets() {
    made("/tickets", TICKET + ",\"status\":3,\"tags\":[\"vip\"]");
    made("/tickets", TICKET + ",\"status\":5,\"priority\":4");
    assertThat(search("tickets", "status:3").path("total").asInt()).isZero();
    pass("PT3M");
    assertThat(search("tickets", "status:3").path("total").asInt()).isEqualTo(1);
    assertThat(search("tickets", "status:2 OR (priority:>3 AND status:5)").path("total").asInt())
        .isEqualTo(1);
    assertThat(search("tickets", "tag:'vip' OR priority:4").path("total").asInt()).isEqualTo(2);
    assertThat(
            search("tickets", "agent_id:null AND created_at:>'2020-01-01'").path("total").asInt())
        .isEqualTo(2);
    assertThat(search("contacts", "email:'sari@contoh.example'").path("results")).hasSize(1);
    assertThat(get("/search/tickets?query=status:3").statusCode()).isEqualTo(400);
    assertThat(get("/search/tickets?page=11&query=%22status:3%22").statusCode()).isEqualTo(400);
    assertThat(get("/search/tickets?query=%22(status:3%22").statusCode()).isEqualTo(400);
  }
}
