package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Selectors, and what an admin adds by hand. */
final class SetupContractTest extends FreshsalesTest {

  @Override
  SandboxOptions options() {
    return super.options().withPlan(Plan.PRO);
  }

  @Test
  void ownersAreTwoOfThreePeopleOfTheSourceAndTheKeysUser() {
    JsonNode owners = client.json("/selector/owners").path("users");
    assertThat(owners.get(0).path("email").asString()).isEqualTo("rina@acme.test");
    List<String> source = new ArrayList<>();
    try (PlainClient qontak = new PlainClient(sandbox.qontak())) {
      assertThat(qontak.get("/_sandbox").statusCode()).isEqualTo(200);
    }
    dev.pindah.sandbox.qontak.seed.Users.of(2026, dev.pindah.sandbox.core.Size.TINY)
        .everyone()
        .forEach(user -> source.add(user.email()));
    List<String> here = owners.findValuesAsString("email");
    long shared = source.stream().filter(here::contains).count();
    assertThat(shared).isEqualTo(source.size() * 2L / 3);
    assertThat(owners.findValues("is_active")).anyMatch(active -> !active.asBoolean());
  }

  @Test
  void theDefaultPipelineIsThatOfANewAccount() {
    JsonNode pipelines = client.json("/selector/deal_pipelines").path("deal_pipelines");
    assertThat(pipelines).hasSize(1);
    assertThat(pipelines.get(0).path("is_default").asBoolean()).isTrue();
    assertThat(pipelines.get(0).path("deal_stages").findValuesAsString("name"))
        .containsExactly("New", "Qualification", "Discovery", "Demo", "Negotiation", "Won", "Lost");
    assertThat(pipelines.get(0).path("deal_stages").findValuesAsString("forecast_type"))
        .endsWith("Closed Won", "Closed Lost");
    long id = pipelines.get(0).path("id").asLong();
    assertThat(client.json("/selector/deal_pipelines/" + id + "/deal_stages").path("deal_stages"))
        .isEqualTo(client.json("/selector/deal_stages").path("deal_stages"));
  }

  @Test
  void theOtherSelectorsHaveTheirRootKeys() {
    for (String name :
        new String[] {
          "lead_sources",
          "deal_reasons",
          "deal_types",
          "industry_types",
          "business_types",
          "deal_payment_statuses",
          "sales_activity_types",
          "sales_activity_outcomes",
          "sales_activity_entity_types",
          "contact_statuses",
          "lifecycle_stages"
        }) {
      assertThat(client.json("/selector/" + name).path(name)).as(name).isNotEmpty();
    }
    JsonNode currencies = client.json("/selector/currencies").path("currencies");
    assertThat(currencies.findValuesAsString("currency_code")).containsExactly("IDR", "USD");
    assertThat(currencies.get(0).path("exchange_rate").isString()).isTrue();
    assertThat(client.get("/selector/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void statusesBelongToLifecycleStages() {
    JsonNode answer = client.json("/selector/lifecycle_stages");
    JsonNode lead = answer.path("lifecycle_stages").get(0);
    assertThat(lead.path("contact_status_ids")).hasSize(4);
    assertThat(answer.path("contact_statuses").get(0).path("lifecycle_stage_id"))
        .isEqualTo(lead.path("id"));
  }

  @Test
  void anAdminAddsAPipelineStagesUsersAndValues() {
    JsonNode pipeline =
        admin(
            "/pipelines",
            "{\"label\":\"Proyek\",\"stages\":[{\"name\":\"Survei\",\"type\":\"open\",\"probability\":30},{\"name\":\"Jadi\",\"type\":\"won\"}]}");
    assertThat(pipeline.path("deal_stages").findValuesAsString("name"))
        .containsExactly("Survei", "Jadi", "Lost");
    admin(
        "/stages",
        "{\"label\":\"Proyek\",\"stages\":[{\"name\":\"Tawar\",\"type\":\"open\"},{\"name\":\"Survei\"}]}");
    assertThat(
            client
                .json("/selector/deal_pipelines")
                .path("deal_pipelines")
                .get(1)
                .path("deal_stages")
                .findValuesAsString("name"))
        .containsExactly("Survei", "Tawar", "Jadi", "Lost");
    long user =
        admin("/users", "{\"email\":\"baru@contoh.example\",\"name\":\"Baru\"}")
            .path("id")
            .asLong();
    client.plain().send("PATCH", "/_sandbox/freshsales/users/" + user, "{\"active\":false}");
    JsonNode owners = client.json("/selector/owners").path("users");
    assertThat(owners.get(owners.size() - 1).path("is_active").asBoolean()).isFalse();
    admin("/selectors/deal_reasons", "{\"name\":\"Salah harga\"}");
    assertThat(named("deal_reasons", "deal_reasons", "Salah harga")).isPositive();
    admin(
        "/choices",
        "{\"module\":\"contacts\",\"label\":\"Source\",\"choices\":[\"Pameran\",\"Web\"]}");
    assertThat(named("lead_sources", "lead_sources", "Pameran")).isPositive();
    admin("/selectors/contact_statuses", "{\"name\":\"Dihubungi\",\"lifecycle_stage\":\"Lead\"}");
    assertThat(named("contact_statuses", "contact_statuses", "Dihubungi")).isPositive();
  }

  @Test
  void whatThePageWouldNotTakeIsRefusedWithTheReason() {
    HttpResponse<String> again =
        client.plain().send("POST", "/_sandbox/freshsales/users", "{\"email\":\"rina@acme.test\"}");
    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body()).contains("is a user already");
    assertThat(
            client
                .plain()
                .send("POST", "/_sandbox/freshsales/fields", "{\"module\":\"contacts\"}")
                .body())
        .contains("needed: label");
  }

  @Test
  void aSmallPlanHasOnePipelineAndFewSeats() throws IOException {
    try (Sandbox free = Sandbox.start(SandboxOptions.standard().withPlan(Plan.FREE));
        PlainClient admin = new PlainClient(free.freshsales())) {
      String base = "/_sandbox/freshsales";
      assertThat(admin.send("POST", base + "/pipelines", "{\"name\":\"Dua\"}").body())
          .contains("pro plan");
      assertThat(admin.send("POST", base + "/users", "{\"email\":\"x@contoh.example\"}").body())
          .contains("3 seats");
      assertThat(
              admin.send("POST", base + "/fields", "{\"module\":\"deals\",\"label\":\"X\"}").body())
          .contains("0 custom fields");
    }
  }

  @Test
  void aPersonEditsARecordInTheWebPage() {
    String name =
        admin("/fields", "{\"module\":\"contacts\",\"label\":\"Kelas\"}").path("name").asString();
    String base = "/_sandbox/freshsales/records/contacts";
    long id =
        admin(
                "/records/contacts",
                "{\"email\":\"a@contoh.example\",\"city\":\"Solo\",\"custom_field\":{\""
                    + name
                    + "\":\"1\"}}")
            .path("id")
            .asLong();
    String editor = client.json("/selector/owners").path("users").get(1).path("email").asString();
    HttpResponse<String> edited =
        client.plain().send("PATCH", base + "/" + id + "?by=" + editor, "{\"city\":\"Solo Baru\"}");
    assertThat(edited.statusCode()).isEqualTo(200);
    JsonNode stored = stored("contacts", id);
    assertThat(stored.path("city").asString()).isEqualTo("Solo Baru");
    assertThat(stored.path("custom_field").path(name).asString()).isEqualTo("1");
    assertThat(stored.path("updater_id")).isNotEqualTo(stored.path("creater_id"));
    assertThat(client.plain().send("PATCH", base + "/" + id, "{\"email\":\"bad\"}").statusCode())
        .isEqualTo(400);
    assertThat(client.plain().send("DELETE", base + "/" + id, "").statusCode()).isEqualTo(204);
    assertThat(client.get("/contacts/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void theStateDumpHoldsWhatTheListHides() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    assertThat(stored("contacts", id).path("owner_id").asLong()).isPositive();
    JsonNode counts = PlainClient.json(client.plain().get("/_sandbox/state/freshsales"));
    assertThat(counts.path("contacts").asInt()).isEqualTo(1);
    assertThat(counts.path("pipelines").asInt()).isEqualTo(1);
    assertThat(counts.path("fields").asInt()).isGreaterThan(60);
  }
}
