package dev.pindah.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TicketContractTest extends FreshdeskTest {

  @Test
  void aTicketMakesItsContactAndLowersTheAddress() {
    HttpResponse<String> answer = post("/tickets", TICKET);
    JsonNode ticket = PlainClient.json(answer);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue(sandbox.freshdesk() + API + "/tickets/" + ticket.path("id").asLong());
    assertThat(ticket.path("status").asInt()).isEqualTo(2);
    assertThat(ticket.path("priority").asInt()).isEqualTo(1);
    assertThat(ticket.path("source").asInt()).isEqualTo(2);
    assertThat(ticket.path("description").asString()).isEqualTo("<div><p>Belum sampai</p></div>");
    assertThat(ticket.path("description_text").asString()).isEqualTo("Belum sampai");
    JsonNode contact = json("/contacts/" + ticket.path("requester_id").asLong());
    assertThat(contact.path("email").asString()).isEqualTo("sari@contoh.example");
    made("/tickets", TICKET);
    assertThat(state("contacts")).hasSize(1);
  }

  @Test
  void unknownAttributesAndWrongTypesAreRefusedTogether() {
    HttpResponse<String> refused =
        post(
            "/tickets",
            TICKET
                + ",\"created_at\":\"2020-01-01T00:00:00Z\",\"nonsense\":1,\"tags\":\"a\",\"custom_fields\":{\"cf_x\":1}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(problems(refused))
        .containsExactly(
            "created_at invalid_field",
            "nonsense invalid_field",
            "tags datatype_mismatch",
            "custom_fields.cf_x invalid_field");
    assertThat(state("tickets")).isEmpty();
  }

  @Test
  void codesMustBeOnesOfTheDesk() {
    HttpResponse<String> refused =
        post(
            "/tickets", TICKET + ",\"status\":9,\"priority\":5,\"source\":13,\"type\":\"Keluhan\"");
    assertThat(problems(refused))
        .containsExactly(
            "status invalid_value",
            "priority invalid_value",
            "source invalid_value",
            "type invalid_value");
    assertThat(refused.body()).contains("It should be one of these values: '2,3,4,5,6,7'");
    plain.send("POST", "/_sandbox/freshdesk/statuses", "{\"label\":\"Menunggu\"}");
    plain.send("POST", "/_sandbox/freshdesk/types", "{\"label\":\"Keluhan\"}");
    made("/tickets", TICKET + ",\"status\":8,\"type\":\"Keluhan\"");
  }

  @Test
  void aRequesterSubjectAndDescriptionAreNeeded() {
    assertThat(problems(post("/tickets", "\"status\":2")))
        .containsExactly(
            "subject missing_field", "description missing_field", "requester_id missing_field");
    assertThat(
            problems(
                post(
                    "/tickets",
                    TICKET.replace(
                        "email\":\"Sari@Contoh.example", "requester_id\":5,\"phone\":\"1"))))
        .containsExactly("requester_id invalid_value");
    assertThat(
            problems(
                post("/tickets", "\"phone\":\"+6281\",\"subject\":\"a\",\"description\":\"b\"")))
        .containsExactly("name missing_field");
  }

  @Test
  void dueDatesLieAheadAndCompaniesNeedTheFeature() {
    assertThat(
            problems(
                post("/tickets", TICKET + ",\"due_by\":\"2020-01-01T00:00:00Z\",\"company_id\":1")))
        .containsExactlyInAnyOrder("due_by invalid_value", "company_id inaccessible_field");
    String ahead =
        Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    assertThat(made("/tickets", TICKET + ",\"due_by\":\"" + ahead + "\"").path("due_by").asString())
        .isEqualTo(ahead);
  }

  @Test
  void aDeletedTicketIsReadAndListedApartButNotWritten() {
    long id = made("/tickets", TICKET).path("id").asLong();
    assertThat(send("DELETE", "/tickets/" + id, "").statusCode()).isEqualTo(204);
    assertThat(put("/tickets/" + id, "\"priority\":2").statusCode()).isEqualTo(405);
    assertThat(send("DELETE", "/tickets/" + id, "").statusCode()).isEqualTo(405);
    assertThat(json("/tickets")).isEmpty();
    assertThat(json("/tickets?filter=deleted")).hasSize(1);
    assertThat(put("/tickets/" + id + "/restore", "").statusCode()).isEqualTo(204);
    assertThat(PlainClient.json(put("/tickets/" + id, "\"priority\":2")).path("priority").asInt())
        .isEqualTo(2);
  }

  @Test
  void listsAreArraysWithALinkToTheNextPage() {
    for (int i = 0; i < 3; i++) {
      made("/tickets", TICKET);
    }
    HttpResponse<String> first = get("/tickets?per_page=2");
    assertThat(PlainClient.json(first)).hasSize(2);
    assertThat(first.headers().firstValue("Link").orElse(""))
        .endsWith("/tickets?per_page=2&page=2>; rel=\"next\"");
    HttpResponse<String> last = get("/tickets?per_page=2&page=2");
    assertThat(last.headers().firstValue("Link")).isEmpty();
    assertThat(PlainClient.json(last)).hasSize(1);
    assertThat(PlainClient.json(last).get(0).has("description")).isFalse();
    assertThat(json("/tickets?include=description").get(0).has("description")).isTrue();
    assertThat(get("/tickets?per_page=101").statusCode()).isEqualTo(400);
    assertThat(get("/tickets?page=301").statusCode()).isEqualTo(400);
  }

  @Test
  void ticketsOlderThan30DaysNeedUpdatedSince() {
    made("/tickets", TICKET);
    pass("P31D");
    assertThat(json("/tickets")).isEmpty();
    assertThat(json("/tickets?updated_since=2020-01-01T00:00:00Z")).hasSize(1);
    assertThat(json("/tickets?updated_since=2020-01-01&email=sari@contoh.example")).hasSize(1);
    assertThat(json("/tickets?updated_since=2020-01-01&email=other@contoh.example")).isEmpty();
  }

  @Test
  void notesArePrivateUnlessSaidAndRepliesAreMails() {
    long id = made("/tickets", TICKET).path("id").asLong();
    JsonNode note = made("/tickets/" + id + "/notes", "\"body\":\"halo\"");
    assertThat(note.path("private").asBoolean()).isTrue();
    assertThat(note.path("source").asInt()).isEqualTo(2);
    assertThat(note.path("body_text").asString()).isEqualTo("halo");
    long contact = json("/tickets/" + id).path("requester_id").asLong();
    JsonNode incoming =
        made(
            "/tickets/" + id + "/notes",
            "\"body\":\"dari pelanggan\",\"incoming\":true,\"private\":false,\"user_id\":"
                + contact);
    assertThat(incoming.path("user_id").asLong()).isEqualTo(contact);
    assertThat(state("outbox")).isEmpty();
    assertThat(problems(post("/tickets/" + id + "/notes", "\"body\":\"\",\"created_at\":\"x\"")))
        .containsExactly("created_at invalid_field", "body missing_field");
    made("/tickets/" + id + "/reply", "\"body\":\"surat\"");
    assertThat(state("outbox").getFirst().path("why").asString()).isEqualTo("reply");
    JsonNode list = json("/tickets/" + id + "/conversations");
    assertThat(list.findValuesAsString("body_text"))
        .containsExactly("halo", "dari pelanggan", "surat");
    assertThat(problems(put("/conversations/" + list.get(2).path("id").asLong(), "\"body\":\"x\"")))
        .containsExactly("id invalid_value");
  }

  @Test
  void theViewShowsOnlyTheFirstTenConversations() {
    long id = made("/tickets", TICKET).path("id").asLong();
    for (int i = 0; i < 12; i++) {
      made("/tickets/" + id + "/notes", "\"body\":\"" + i + "\"");
    }
    assertThat(json("/tickets/" + id + "?include=conversations").path("conversations")).hasSize(10);
    assertThat(json("/tickets/" + id + "/conversations?per_page=100")).hasSize(12);
  }

  @Test
  void notificationsFillTheOutboxUntilSwitchedOff() {
    plain.send("POST", "/_sandbox/automations", "{\"on\":true}");
    long id =
        made("/tickets", TICKET + ",\"cc_emails\":[\"cc@contoh.example\"]").path("id").asLong();
    made("/tickets/" + id + "/notes", "\"body\":\"x\",\"private\":false");
    assertThat(state("outbox"))
        .extracting(mail -> mail.path("to").asString())
        .containsExactly("sari@contoh.example", "cc@contoh.example", "sari@contoh.example");
    plain.send("POST", "/_sandbox/automations", "{\"on\":false}");
    made("/tickets", TICKET);
    assertThat(state("outbox")).hasSize(3);
  }

  private HttpResponse<String> upload(String path, String file) {
    String part = "--grenze\r\nContent-Disposition: form-data; name=\"";
    String body =
        part
            + "body\"\r\n\r\nlihat\r\n"
            + part
            + "attachments[]\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\n"
            + file
            + "\r\n--grenze--\r\n";
    return send("POST", path, body, "Content-Type", "multipart/form-data; boundary=grenze");
  }

  @Test
  void allAttachmentsOfATicketHave20MegabytesTogether() {
    long id = made("/tickets", TICKET).path("id").asLong();
    String notes = "/tickets/" + id + "/notes";
    HttpResponse<String> first = upload(notes, "x".repeat(11 << 20));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(problems(upload(notes, "x".repeat(10 << 20))))
        .containsExactly("attachments invalid_value");
    JsonNode file = PlainClient.json(upload(notes, "isi")).path("attachments").get(0);
    assertThat(file.path("file_size").asInt()).isEqualTo(3);
    assertThat(file.has("sha256")).isFalse();
    String url = file.path("attachment_url").asString();
    String target = url.substring(sandbox.freshdesk().toString().length());
    assertThat(plain.get(target).body()).isEqualTo("isi");
    assertThat(plain.get(target + "0").statusCode()).isEqualTo(403);
    assertThat(send("DELETE", "/attachments/" + file.path("id").asLong(), "").statusCode())
        .isEqualTo(204);
  }

  @Test
  void bulkCallsAreJobs() {
    long id = made("/tickets", TICKET).path("id").asLong();
    HttpResponse<String> begun =
        send(
            "POST",
            "/tickets/bulk_update",
            "{\"bulk_action\":{\"ids\":[%d],\"properties\":{\"status\":5,\"skip_close_notification\":true}}}"
                .formatted(id));
    String job = "/jobs/" + PlainClient.json(begun).path("job_id").asString();
    assertThat(json(job).path("status").asString()).isEqualTo("IN PROGRESS");
    pass("PT6S");
    assertThat(json(job).path("status").asString()).isEqualTo("COMPLETED");
    assertThat(json("/tickets/" + id).path("status").asInt()).isEqualTo(5);
    send("POST", "/tickets/bulk_delete", "{\"bulk_action\":{\"ids\":[" + id + "]}}");
    assertThat(json("/tickets?filter=deleted")).hasSize(1);
  }
}
