package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.FileForm;
import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ActivityAndFileContractTest extends FreshsalesTest {

  private long contact;

  @Override
  SandboxOptions options() {
    return super.options().withPlan(Plan.ENTERPRISE);
  }

  @BeforeEach
  void aContact() {
    contact = contact("\"email\":\"sari@contoh.example\"").path("id").asLong();
  }

  private HttpResponse<String> activity(long type) {
    long owner = client.json("/selector/owners").path("users").get(0).path("id").asLong();
    return client.post(
        "/sales_activities",
        body(
            "sales_activity",
            "\"title\":\"Kunjungan\",\"sales_activity_type_id\":%d,\"owner_id\":%d,\"targetable_type\":\"Contact\",\"targetable_id\":%d,\"start_date\":\"2023-03-01T02:00:00Z\",\"end_date\":\"2023-03-01T03:00:00Z\""
                .formatted(type, owner, contact)));
  }

  @Test
  void anActivityOfACustomTypeCarriesItsOwnTimes() {
    HttpResponse<String> made =
        activity(named("sales_activity_types", "sales_activity_types", "Visit"));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode row = PlainClient.json(made).path("sales_activity");
    assertThat(row.path("start_date").asString()).isEqualTo("2023-03-01T02:00:00Z");
    assertThat(row.path("conversation_time").asString()).isEqualTo("2023-03-01T03:00:00Z");
    assertThat(row.path("created_at").asString()).doesNotStartWith("2023");
    assertThat(client.json("/sales_activities").path("meta").toString())
        .isEqualTo("{\"total_pages\":1,\"total\":1}");
    long id = row.path("id").asLong();
    client.put("/sales_activities/" + id, body("sales_activity", "\"notes\":\"baik\""));
    assertThat(stored("sales_activities", id).path("notes").asString()).isEqualTo("baik");
    assertThat(client.delete("/sales_activities/" + id).body()).isEqualTo("true");
  }

  @Test
  void aBuiltInTypeIsRefusedUnlessTheAccountTakesAny() {
    long email = named("sales_activity_types", "sales_activity_types", "Email");
    assertThat(activity(email).statusCode()).isEqualTo(400);
    set("activity-types", "any");
    assertThat(activity(email).statusCode()).isEqualTo(201);
    assertThat(
            messages(client.post("/sales_activities", body("sales_activity", "\"title\":\"\"")))
                .getFirst())
        .isEqualTo("Title can't be blank");
  }

  @Test
  void customTypesNeedTheEnterprisePlan() throws IOException {
    try (Sandbox pro = Sandbox.start(SandboxOptions.standard().withPlan(Plan.PRO));
        PlainClient admin = new PlainClient(pro.freshsales())) {
      assertThat(
              admin
                  .send(
                      "POST",
                      "/_sandbox/freshsales/selectors/sales_activity_types",
                      "{\"name\":\"Visit\"}")
                  .body())
          .contains("enterprise plan");
    }
  }

  @Test
  void aCallIsLoggedWithItsNoteAndCannotBeListed() {
    HttpResponse<String> made =
        client.post(
            "/phone_calls",
            body(
                "phone_call",
                "\"call_direction\":true,\"targetable_type\":\"Contact\",\"targetable\":{\"id\":%d},\"note\":{\"description\":\"tanya harga\"}"
                    .formatted(contact)));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode answer = PlainClient.json(made);
    assertThat(answer.path("notes").get(0).path("description").asString()).isEqualTo("tanya harga");
    assertThat(answer.path("contacts")).hasSize(1);
    long id = answer.path("phone_calls").get(0).path("id").asLong();
    assertThat(client.json("/phone_calls/" + id).path("call").path("is_manual").asBoolean())
        .isTrue();
    assertThat(client.get("/phone_calls").statusCode()).isEqualTo(404);
    assertThat(client.delete("/phone_calls/" + id).body()).isEqualTo("true");
  }

  private HttpResponse<String> upload(TokenClient by, String bytes) {
    String form = FileForm.of(Long.toString(contact), "penawaran.pdf", bytes);
    return by.send("POST", "/documents", form, "Content-Type", FileForm.TYPE);
  }

  @Test
  void aFileIsHashedAndCountedAndListedOnItsRecord() {
    HttpResponse<String> made = upload(client, "isi");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    assertThat(PlainClient.json(made).propertyNames()).containsExactly("id", "msg", "url");
    JsonNode list = client.json("/contacts/" + contact + "/document_associations");
    assertThat(list.path("meta").toString()).isEqualTo("{\"total\":1,\"totalPages\":1}");
    assertThat(list.path("document_associations").get(0).path("name").asString())
        .isEqualTo("penawaran.pdf");
    assertThat(state("documents").getFirst().path("file_size").asInt()).isEqualTo(3);
    assertThat(state("documents").getFirst().path("sha256").asString())
        .isEqualTo("55c123196402ef4b16c36bad51f12467397146987c479d41375831d1de9ed935");
  }

  @Test
  void aLinkNeedsAUrl() {
    String target = ",\"targetable_type\":\"Contact\",\"targetable_id\":" + contact + "}";
    assertThat(client.post("/document_links", "{\"name\":\"x\"" + target).statusCode())
        .isEqualTo(400);
    assertThat(
            client
                .post("/document_links", "{\"url\":\"https://contoh.example/a\"" + target)
                .statusCode())
        .isEqualTo(200);
    assertThat(
            client
                .json("/contacts/" + contact + "/document_associations")
                .path("meta")
                .path("total")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void aFreePlanStoresNoFiles() throws IOException {
    try (Sandbox free =
            Sandbox.start(
                SandboxOptions.standard()
                    .withPlan(Plan.FREE)
                    .withSwitch("freshsales.automations", "off"));
        TokenClient other = new TokenClient(free.freshsales())) {
      contact =
          PlainClient.json(
                  other.post("/contacts", body("contact", "\"email\":\"a@contoh.example\"")))
              .path("contact")
              .path("id")
              .asLong();
      assertThat(upload(other, "isi").statusCode()).isEqualTo(400);
    }
  }

  @Test
  void listsAreMadeFilledMovedAndEmptied() {
    long other = contact("\"email\":\"b@contoh.example\"").path("id").asLong();
    JsonNode list =
        PlainClient.json(client.post("/lists", "{\"name\":\"Qontak - VIP\"}")).path("list");
    long vip = list.path("id").asLong();
    long rest =
        PlainClient.json(client.post("/lists", "{\"name\":\"Lain\"}"))
            .path("list")
            .path("id")
            .asLong();
    assertThat(client.post("/lists", "{\"name\":\"lain\"}").statusCode()).isEqualTo(400);
    String both = "{\"ids\":[%d,%d,9]}".formatted(contact, other);
    assertThat(PlainClient.json(client.put("/lists/" + vip + "/add_contacts", both)).has("message"))
        .isTrue();
    assertThat(client.json("/contacts/lists/" + vip).path("meta").path("total").asInt())
        .isEqualTo(2);
    client.put(
        "/lists/" + rest + "/move_contacts",
        "{\"from_list_id\":%d,\"ids\":[%d]}".formatted(vip, other));
    assertThat(stored("lists", rest).path("contact_ids").toString()).isEqualTo("[" + other + "]");
    client.put("/lists/" + vip + "/remove_contacts", "{\"all\":true}");
    assertThat(stored("lists", vip).path("contact_ids")).isEmpty();
    assertThat(client.json("/lists").path("lists").findValuesAsString("name"))
        .containsExactly("Qontak - VIP", "Lain");
    assertThat(client.delete("/lists/" + vip).statusCode()).isEqualTo(404);
  }

  @Test
  void tagsComeFromRecordsAndFromTheSettings() {
    contact("\"email\":\"t@contoh.example\",\"tags\":[\"qontak-import\"]");
    assertThat(client.json("/settings/tags").path("tags").findValuesAsString("name"))
        .containsExactly("qontak-import");
    assertThat(messages(client.post("/settings/tags", "{\"tag\":{\"name\":\"\"}}")))
        .containsExactly("Name can't be blank");
    assertThat(client.post("/settings/tags", "{}").statusCode()).isEqualTo(500);
    long id =
        PlainClient.json(client.post("/settings/tags", "{\"tag\":{\"name\":\"baru\"}}"))
            .path("tag")
            .path("id")
            .asLong();
    assertThat(client.delete("/settings/tags/" + id).statusCode()).isEqualTo(200);
    assertThat(client.json("/settings/tags").path("meta").path("total").asInt()).isEqualTo(1);
  }

  @Test
  void timelinesArePagedByHasNextAndConversationsLackTheApiInTheirPath() {
    for (int i = 0; i < 2; i++) {
      client.post(
          "/notes",
          body(
              "note",
              "\"description\":\"x\",\"targetable_type\":\"Contact\",\"targetable_id\":"
                  + contact));
    }
    JsonNode feed = client.json("/contacts/" + contact + "/timeline_feeds?per_page=2");
    assertThat(feed.path("timeline_feeds")).hasSize(2);
    assertThat(feed.path("meta").toString())
        .isEqualTo("{\"has_next\":true,\"has_previous\":false}");
    String path = "/contacts/" + contact + "/conversations/all";
    assertThat(client.get(path).statusCode()).isEqualTo(404);
    assertThat(
            client
                .plain()
                .get("/crm/sales" + path, "Authorization", "Token token=" + TokenClient.KEY)
                .statusCode())
        .isEqualTo(200);
  }
}
