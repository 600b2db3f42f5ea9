package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.wire.Json;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class BulkContractTest extends FreshsalesTest {

  private JsonNode job(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    String url = PlainClient.json(answer).path("job_status_url").asString();
    String path = URI.create(url).getPath();
    assertThat(url).isEqualTo(sandbox.freshsales() + path);
    return client.json(path.substring(TokenClient.API.length()));
  }

  private static JsonNode data(JsonNode job) {
    return Json.parse(job.path("data").asString());
  }

  private static String rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> "{\"emails\":\"b%d@contoh.example\",\"data\":{\"city\":\"Solo\"}}".formatted(i))
        .collect(Collectors.joining(",", "{\"contacts\":[", "]}"));
  }

  @Test
  void anUpsertSaysWhetherItCreated() {
    String body =
        "{\"unique_identifier\":{\"emails\":\"a@contoh.example\"},\"contact\":{\"first_name\":\"A\",\"city\":\"Solo\"}}";
    HttpResponse<String> made = client.post("/contacts/upsert", body);
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode contact = PlainClient.json(made).path("contact");
    assertThat(contact.path("email").asString()).isEqualTo("a@contoh.example");
    assertThat(contact.has("city")).isFalse();
    HttpResponse<String> changed =
        client.post(
            "/contacts/upsert",
            "{\"unique_identifier\":{\"email\":\"A@contoh.example\"},\"contact\":{\"first_name\":\"B\"}}");
    assertThat(changed.statusCode()).isEqualTo(200);
    JsonNode stored = stored("contacts", contact.path("id").asLong());
    assertThat(stored.path("first_name").asString()).isEqualTo("B");
    assertThat(stored.path("city").asString()).isEqualTo("Solo");
    assertThat(state("contacts")).hasSize(1);
  }

  @Test
  void anUpsertMergesCustomValues() {
    String a =
        admin("/fields", "{\"module\":\"contacts\",\"label\":\"A\"}").path("name").asString();
    String b =
        admin("/fields", "{\"module\":\"contacts\",\"label\":\"B\"}").path("name").asString();
    long id =
        contact("\"email\":\"a@contoh.example\",\"custom_field\":{\"" + a + "\":\"1\"}")
            .path("id")
            .asLong();
    client.post(
        "/contacts/upsert",
        "{\"unique_identifier\":{\"id\":%d},\"contact\":{\"custom_field\":{\"%s\":\"2\"}}}"
            .formatted(id, b));
    assertThat(stored("contacts", id).path("custom_field").toString())
        .isEqualTo("{\"%s\":\"1\",\"%s\":\"2\"}".formatted(a, b));
  }

  @Test
  void accountsAreKnownByNameAndDealsOnlyByIdOrAUniqueField() {
    assertThat(
            client
                .post(
                    "/sales_accounts/upsert",
                    "{\"unique_identifier\":{\"name\":\"PT A\"},\"sales_account\":{\"city\":\"Solo\"}}")
                .statusCode())
        .isEqualTo(201);
    String deal = "{\"unique_identifier\":{\"name\":\"x\"},\"deal\":{\"name\":\"x\",\"amount\":1}}";
    assertThat(client.post("/deals/upsert", deal).statusCode()).isEqualTo(400);
    String name =
        admin("/fields", "{\"module\":\"deals\",\"label\":\"Kode\",\"unique\":true}")
            .path("name")
            .asString();
    String byCode = deal.replace("{\"name\":\"x\"}", "{\"" + name + "\":\"7\"}");
    assertThat(client.post("/deals/upsert", byCode).statusCode()).isEqualTo(201);
    assertThat(client.post("/deals/upsert", byCode).statusCode()).isEqualTo(200);
    assertThat(state("deals")).hasSize(1);
  }

  @Test
  void aBulkJobIsDoneAWhileLaterAndNamesNoIds() {
    contact("\"email\":\"b1@contoh.example\",\"first_name\":\"Lama\"");
    HttpResponse<String> answer = client.post("/contacts/bulk_upsert", rows(4));
    JsonNode running = job(answer);
    assertThat(running.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(running.path("progress").asInt()).isZero();
    assertThat(state("contacts")).hasSize(1);
    pass("PT2S");
    assertThat(job(answer).path("progress").asInt()).isEqualTo(50);
    pass("PT2S");
    JsonNode done = job(answer);
    assertThat(done.path("status").asString()).isEqualTo("SUCCESS");
    assertThat(data(done).path("record_status").toString())
        .isEqualTo("{\"succeeded\":4,\"failed\":0}");
    assertThat(done.path("data").asString()).doesNotContain("id");
    assertThat(state("contacts")).hasSize(4);
    assertThat(state("contacts").getFirst().path("first_name").asString()).isEqualTo("Lama");
    assertThat(state("contacts").getFirst().path("city").asString()).isEqualTo("Solo");
  }

  @Test
  void failedRowsAreReportedAndTheOthersWritten() {
    HttpResponse<String> answer =
        client.post(
            "/contacts/bulk_upsert",
            "{\"contacts\":[{\"emails\":\"x@\",\"data\":{}},{\"emails\":\"ok@contoh.example\",\"data\":{}},{\"data\":{}},{\"id\":\"5\",\"data\":{}}]}");
    pass("PT4S");
    JsonNode data = data(job(answer));
    assertThat(data.path("record_status").toString()).isEqualTo("{\"succeeded\":1,\"failed\":3}");
    assertThat(data.path("detailed_failure_report").get(0).path("errors").get(0).asString())
        .contains("invalid email address");
    assertThat(data.path("detailed_failure_report").get(0).path("emails").asString())
        .isEqualTo("x@");
  }

  @Test
  void bulkDropsTheContactsOfADeal() {
    long contact = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    long id = deal("\"name\":\"x\",\"amount\":1").path("id").asLong();
    client.post(
        "/deals/bulk_upsert",
        "{\"deals\":[{\"id\":\"%d\",\"data\":{\"amount\":5,\"contacts_added_list\":[%d]}}]}"
            .formatted(id, contact));
    pass("PT4S");
    assertThat(stored("deals", id).path("amount").asString()).isEqualTo("5.0");
    assertThat(stored("deals", id).path("contact_ids")).isEmpty();
  }

  @Test
  void aHundredRowsAreTheMost() {
    assertThat(client.post("/contacts/bulk_upsert", rows(100)).statusCode()).isEqualTo(200);
    assertThat(client.post("/contacts/bulk_upsert", rows(101)).statusCode()).isEqualTo(400);
    assertThat(client.post("/contacts/bulk_upsert", "{\"contacts\":[]}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void tooManyJobsAreAnsweredWith405UntilOneIsDone() {
    set("bulk-jobs-max", "2");
    client.post("/contacts/bulk_upsert", rows(1));
    client.post("/contacts/bulk_upsert", rows(1));
    HttpResponse<String> refused = client.post("/contacts/bulk_upsert", rows(1));
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(messages(refused)).isNotEmpty();
    pass("PT4S");
    assertThat(client.post("/contacts/bulk_upsert", rows(1)).statusCode()).isEqualTo(200);
    assertThat(client.get("/job_statuses/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void bulkChoicesMayHaveToBeIds() {
    JsonNode field =
        admin(
            "/fields",
            "{\"module\":\"contacts\",\"label\":\"S\",\"type\":\"dropdown\",\"choices\":[\"X\"]}");
    set("bulk-dropdown-form", "id");
    String name = field.path("name").asString();
    client.post(
        "/contacts/bulk_upsert",
        "{\"contacts\":[{\"emails\":\"a@contoh.example\",\"data\":{\"custom_field\":{\"%s\":\"X\"}}},{\"emails\":\"b@contoh.example\",\"data\":{\"custom_field\":{\"%s\":%d}}}]}"
            .formatted(name, name, field.path("choices").get(0).path("id").asLong()));
    pass("PT4S");
    assertThat(state("contacts").get(0).path("custom_field").has(name)).isFalse();
    assertThat(state("contacts").get(1).path("custom_field").path(name).asString()).isEqualTo("X");
  }

  @Test
  void manyAreDeletedOrAssignedAtATime() {
    long a = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    long b = contact("\"email\":\"b@contoh.example\"").path("id").asLong();
    long owner = client.json("/selector/owners").path("users").get(1).path("id").asLong();
    HttpResponse<String> assigned =
        client.post(
            "/contacts/bulk_assign_owner",
            "{\"owner_id\":%d,\"selected_ids\":[%d]}".formatted(owner, b));
    assertThat(PlainClient.json(assigned).has("message")).isTrue();
    assertThat(stored("contacts", b).path("owner_id").asLong()).isEqualTo(owner);
    assertThat(
            client
                .post("/contacts/bulk_destroy", "{\"selected_ids\":[%d,5]}".formatted(a))
                .statusCode())
        .isEqualTo(200);
    assertThat(state("contacts")).hasSize(1);
    set("deals-bulk-destroy", "off");
    assertThat(client.post("/deals/bulk_destroy", "{\"selected_ids\":[1]}").statusCode())
        .isEqualTo(404);
  }
}
