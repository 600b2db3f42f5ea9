package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class NoteAndTaskContractTest extends FreshsalesTest {

  private long contact;
  private String target;

  @BeforeEach
  void aContact() {
    contact =
        contact("\"email\":\"sari@contoh.example\",\"first_name\":\"Sari\"").path("id").asLong();
    target = "\"targetable_type\":\"Contact\",\"targetable_id\":" + contact;
  }

  private HttpResponse<String> task(String members) {
    return client.post("/tasks", body("task", members));
  }

  @Test
  void aNoteIsWrittenListedChangedAndDeletedButNeverReadAlone() {
    HttpResponse<String> made =
        client.post("/notes", body("note", "\"description\":\"[qontak:note:1] halo\"," + target));
    assertThat(made.statusCode()).isEqualTo(200);
    JsonNode note = PlainClient.json(made).path("note");
    long id = note.path("id").asLong();
    assertThat(note.path("targetables").toString())
        .isEqualTo("[{\"id\":%d,\"type\":\"Contact\"}]".formatted(contact));
    assertThat(client.get("/notes/" + id).statusCode()).isEqualTo(404);
    JsonNode list = client.json("/contacts/" + contact + "/notes?include=creater");
    assertThat(list.path("notes").get(0).path("description").asString())
        .isEqualTo("[qontak:note:1] halo");
    assertThat(list.path("meta").path("total").asInt()).isEqualTo(1);
    assertThat(list.path("users")).hasSize(1);
    client.put("/notes/" + id, body("note", "\"description\":\"baru\""));
    assertThat(stored("notes", id).path("description").asString()).isEqualTo("baru");
    assertThat(client.delete("/notes/" + id).body()).isEqualTo("true");
    assertThat(client.delete("/notes/" + id).statusCode()).isEqualTo(404);
    assertThat(client.json("/contacts/" + contact + "/notes").path("notes")).isEmpty();
  }

  @Test
  void aNoteNeedsTextAndARecordAndHasALength() {
    assertThat(
            messages(client.post("/notes", body("note", "\"description\":\" \"," + target)))
                .getFirst())
        .contains("can't be empty");
    assertThat(client.post("/notes", body("note", "\"description\":\"x\"")).statusCode())
        .isEqualTo(400);
    set("note-length-max", "10");
    assertThat(
            client
                .post(
                    "/notes", body("note", "\"description\":\"" + "x".repeat(11) + "\"," + target))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aTaskNeedsTitleAndDueDate() {
    HttpResponse<String> refused = task("\"description\":\"x\"");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(messages(refused))
        .containsExactly("Title can't be blank", "Due date can't be blank");
    assertThat(client.post("/tasks", "{\"title\":\"x\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void aDoneTaskOfLongAgoIsStampedByTheServer() {
    HttpResponse<String> made =
        task(
            "\"title\":\"Lama\",\"due_date\":\"2020-01-02T09:00:00+07:00\",\"status\":1,\"completed_date\":\"2020-01-02T00:00:00Z\","
                + target);
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode row = PlainClient.json(made).path("task");
    assertThat(row.path("due_date").asString()).isEqualTo("2020-01-02T02:00:00Z");
    assertThat(row.path("completed_date").asString()).doesNotStartWith("2020");
    assertThat(row.path("targetables_with_email").get(0).path("name").asString()).isEqualTo("Sari");
    JsonNode again =
        PlainClient.json(
            client.put("/tasks/" + row.path("id").asLong(), body("task", "\"status\":0")));
    assertThat(again.path("task").path("completed_date").isNull()).isTrue();
    assertThat(again.path("task").path("title").asString()).isEqualTo("Lama");
  }

  @Test
  void tasksAreListedByFilterAndByRecord() {
    task("\"title\":\"lewat\",\"due_date\":\"2020-01-01\"," + target);
    task("\"title\":\"nanti\",\"due_date\":\"2099-01-01\"");
    task("\"title\":\"selesai\",\"due_date\":\"2020-01-01\",\"status\":1");
    assertThat(client.json("/tasks?filter=open").path("meta").toString())
        .isEqualTo("{\"total\":2}");
    assertThat(client.json("/tasks?filter=overdue").path("tasks").findValuesAsString("title"))
        .containsExactly("lewat");
    assertThat(client.json("/tasks?filter=completed").path("tasks").findValuesAsString("title"))
        .containsExactly("selesai");
    JsonNode own = client.json("/contacts/" + contact + "/tasks?include=owner,targetable");
    assertThat(own.path("tasks")).hasSize(1);
    assertThat(own.path("contacts")).hasSize(1);
    assertThat(client.get("/tasks?page=0&per_page=0").statusCode()).isEqualTo(500);
  }

  @Test
  void tasksOfADealAreServedOnlyWithoutApiUnlessSwitched() {
    long deal = deal("\"name\":\"x\",\"amount\":1").path("id").asLong();
    task(
        "\"title\":\"a\",\"due_date\":\"2020-01-01\",\"targetable_type\":\"Deal\",\"targetable_id\":"
            + deal);
    String path = "/deals/" + deal + "/tasks";
    assertThat(client.get(path).statusCode()).isEqualTo(404);
    HttpResponse<String> bare =
        client.plain().get("/crm/sales" + path, "Authorization", "Token token=" + TokenClient.KEY);
    assertThat(PlainClient.json(bare).path("tasks")).hasSize(1);
    set("deal-sub-lists", "both");
    assertThat(client.json(path).path("tasks")).hasSize(1);
  }

  @Test
  void aDeletedTaskSaysSuccessInItsOwnWords() {
    long id =
        PlainClient.json(task("\"title\":\"a\",\"due_date\":\"2020-01-01\""))
            .path("task")
            .path("id")
            .asLong();
    assertThat(client.delete("/tasks/" + id).body()).isEqualTo("{\"success\":\"200\"}");
    assertThat(messages(client.get("/tasks/" + id)).getFirst()).contains("task you're looking for");
  }

  @Test
  void anAppointmentNeedsThreeThingsAndARailsTimeZone() {
    HttpResponse<String> empty = client.post("/appointments", body("appointment", ""));
    assertThat(messages(empty))
        .containsExactly(
            "Title can't be blank", "From date can't be blank", "End date can't be blank");
    String times =
        "\"title\":\"Demo\",\"from_date\":\"2023-01-01T02:00:00Z\",\"end_date\":\"2023-01-01T03:00:00Z\",";
    assertThat(
            messages(
                client.post(
                    "/appointments",
                    body("appointment", times + "\"time_zone\":\"Asia/Jakarta\"," + target))))
        .containsExactly("Not a supported time zone");
    HttpResponse<String> made =
        client.post(
            "/appointments", body("appointment", times + "\"time_zone\":\"Jakarta\"," + target));
    assertThat(made.statusCode()).isEqualTo(201);
    long id = PlainClient.json(made).path("appointment").path("id").asLong();
    assertThat(client.json("/appointments?filter=past").path("meta").path("total").asInt())
        .isEqualTo(1);
    assertThat(client.json("/contacts/" + contact + "/appointments").path("appointments"))
        .hasSize(1);
    assertThat(state("outbox")).isEmpty();
    client.put(
        "/appointments/" + id,
        body(
            "appointment",
            "\"appointment_attendees_attributes\":[{\"attendee_type\":\"Contact\",\"attendee_id\":%d}]"
                .formatted(contact)));
    assertThat(state("outbox").getFirst().path("to").asString()).isEqualTo("sari@contoh.example");
    assertThat(client.delete("/appointments/" + id).body()).isEqualTo("true");
    assertThat(messages(client.get("/appointments/" + id)).getFirst())
        .contains("meeting you're looking for");
  }
}
