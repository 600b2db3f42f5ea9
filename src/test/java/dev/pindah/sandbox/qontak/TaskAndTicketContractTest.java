package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TaskAndTicketContractTest extends QontakTest {

  private JsonNode tasks() {
    return client.json(CRM + "/tasks?filter=alltask&per_page=100").path("response");
  }

  @Test
  void aListedTaskIsThinAndItsIdIsText() {
    for (JsonNode row : tasks()) {
      assertThat(row.path("id").isString()).isTrue();
      assertThat(row.has("additional_fields")).isFalse();
      assertThat(row.path("crm_person_full_name").isNull()).isTrue();
      assertThat(row.path("crm_team_ids").isArray()).isTrue();
    }
  }

  @Test
  void aSingleTaskIsRichAndItsIdIsANumber() {
    for (JsonNode row : client.json(CRM + "/tasks?filter=alltask&per_page=5").path("response")) {
      JsonNode task = client.json(CRM + "/tasks/" + row.path("id").asString()).path("response");
      assertThat(task.path("id").isNumber()).isTrue();
      assertThat(task.path("additional_fields")).isNotEmpty();
      assertThat(task.has("crm_checkin_attributes")).isTrue();
      if (task.path("crm_deal_id").isNumber()) {
        assertThat(task.path("crm_deal_name").asString("")).isNotEmpty();
      }
    }
  }

  @Test
  void withoutAlltaskOnlyTheActingUsersTasksAreListed() {
    JsonNode own = client.json(CRM + "/tasks");
    assertThat(own.path("total_data").asInt()).isBetween(1, 149);
    assertThat(own.path("response")).allMatch(row -> row.path("user_id").asLong() == 200_011);
    String other = client.json(CHAT + "/users").path("data").get(2).path("sso_id").asString();
    assertThat(client.json(CRM + "/tasks", "X-Crm-User-Sso-Id", other).path("response"))
        .isNotEmpty()
        .allMatch(row -> row.path("user_id").asLong() == 200_013);
  }

  @Test
  void someTasksHaveNoDueDateAndACheckInSpellsLattitude() {
    assertThat(tasks()).anyMatch(row -> row.path("due_date").isNull());
    JsonNode dump = PlainClient.json(client.plain().get("/_sandbox/state/qontak"));
    assertThat(dump.path("tasks").asInt()).isEqualTo(150);
    assertThat(client.plain().get("/_sandbox/state/qontak/tasks").body())
        .contains("\"lattitude\":\"-7.");
  }

  @Test
  void aPutOfATaskAnswersTheObject() {
    String id = tasks().get(0).path("id").asString();
    JsonNode answer =
        PlainClient.json(client.send("PUT", CRM + "/tasks/" + id, "{\"crm_task_status_id\":4}"));
    assertThat(answer.path("response").path("crm_task_status_id").asInt()).isEqualTo(4);
  }

  @Test
  void categoriesAreAnUnpagedListThatGrows() {
    assertThat(client.json(CRM + "/tasks/category?page=9").path("response")).hasSize(5);
    client.send("POST", CRM + "/tasks/category", "{\"name\":\"Baru\"}");
    JsonNode categories = client.json(CRM + "/tasks/category").path("response");
    assertThat(categories).hasSize(6);
    assertThat(categories.get(5).propertyNames()).containsExactly("id", "name");
  }

  @Test
  void aTicketHasAssigneeAndOwnerAndARepeatedCode() {
    List<JsonNode> tickets =
        client.json(CRM + "/tickets?per_page=100").path("response").valueStream().toList();
    assertThat(tickets)
        .allMatch(
            row -> row.has("user_name") && row.has("creator_name") && row.has("crm_lead_names"));
    List<JsonNode> second =
        client.json(CRM + "/tickets?per_page=100&page=2").path("response").valueStream().toList();
    assertThat(second.get(0).path("unique_ticket_id"))
        .isEqualTo(tickets.get(0).path("unique_ticket_id"));
  }

  @Test
  void aTicketsDueDateIsTakenDayFirstWithEitherSeparator() {
    String body = "{\"name\":\"x\",\"ticket_stage_id\":5,\"due_date\":\"20-12-2026\"}";
    JsonNode ticket =
        PlainClient.json(client.send("POST", CRM + "/tickets", body)).path("response");
    assertThat(ticket.path("due_date").asString()).isEqualTo("2026-12-20T00:00:00.000+07:00");
    assertThat(ticket.path("ticket_pipeline_name").asString()).isEqualTo("Ticket Pipeline");
    JsonNode changed =
        PlainClient.json(
                client.send(
                    "PUT",
                    CRM + "/tickets/" + ticket.path("id").asLong(),
                    "{\"due_date\":\"10/01/2026\"}"))
            .path("response");
    assertThat(changed.path("due_date").asString()).isEqualTo("2026-01-10T00:00:00.000+07:00");
  }

  @Test
  void ticketPipelinesNestTheirStagesUnderATextType() {
    var response = client.get(CRM + "/tickets/ticket_pipelines");
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    JsonNode second = PlainClient.json(response).path("response").get(1);
    assertThat(second.path("ticket_stages").get(0).path("ticket_pipeline_id").asLong())
        .isNotEqualTo(second.path("id").asLong());
    JsonNode stages = second.path("ticket_stages");
    assertThat(stages.get(stages.size() - 1).path("win_probability").asString()).isEqualTo("1.0");
    set("qontak.text-plain", "off");
    assertThat(
            client
                .get(CRM + "/tickets/ticket_pipelines")
                .headers()
                .firstValue("Content-Type")
                .orElse(""))
        .startsWith("application/json");
  }

  @Test
  void checkInsAreTextWhereKnownAndZeroWhereNot() {
    JsonNode page = client.json(CRM + "/geolocations");
    assertThat(page.path("response")).hasSize(25);
    assertThat(page.path("response"))
        .allMatch(row -> row.path("checkin").path("latitude").isString())
        .anyMatch(row -> row.path("checkout").path("latitude").isNumber())
        .allMatch(row -> row.path("date").asString().matches("\\d\\d/\\d\\d/\\d{4}"));
    long id = page.path("response").get(0).path("id").asLong();
    assertThat(client.send("DELETE", CRM + "/geolocations/" + id, "").statusCode()).isEqualTo(405);
  }
}
