package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TraceContractTest extends QontakTest {

  @Test
  void aTimelineIsEnglishProseWithADateFormatOfItsOwn() {
    List<JsonNode> events = new ArrayList<>();
    for (JsonNode contact : client.json(CRM + "/contacts?per_page=30").path("response")) {
      long id = contact.path("id").asLong();
      JsonNode timeline = client.json(CRM + "/contacts/" + id + "/timeline").path("response");
      assertThat(timeline).isNotEmpty().allMatch(event -> event.path("id").asLong() == id);
      timeline.forEach(events::add);
    }
    assertThat(events)
        .allMatch(
            e ->
                e.path("when")
                    .asString()
                    .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+0700"))
        .anyMatch(e -> e.path("who").asString().equals("<deleted user>"))
        .allMatch(e -> e.path("how").asString().endsWith(" "));
  }

  @Test
  void aTimelineCanBeRefusedForSomeTypesOfObjects() {
    set("qontak.timeline-405", "contacts,companies");
    long contact = client.json(CRM + "/contacts").path("response").get(0).path("id").asLong();
    long deal = client.json(CRM + "/deals").path("response").get(0).path("id").asLong();
    assertThat(client.get(CRM + "/contacts/" + contact + "/timeline").statusCode()).isEqualTo(405);
    assertThat(client.get(CRM + "/deals/" + deal + "/timeline").statusCode()).isEqualTo(200);
  }

  @Test
  void chatHistoryIsARoomOrAnArrayOfRooms() {
    long contact = withRoom().path("id").asLong();
    String target = CRM + "/contacts/" + contact + "/chat-history";
    JsonNode room = client.json(target).path("response");
    assertThat(room.path("chat_contents").get(0).propertyNames())
        .containsExactly("user", "message", "timestamp", "type");
    set("qontak.chat-history-form", "array");
    assertThat(client.json(target).path("response").get(0)).isEqualTo(room);
  }

  @Test
  void aContactWithoutAChatHasAnEmptyHistory() {
    JsonNode silent = client.json(CRM + "/contacts?per_page=2").path("response").get(1);
    JsonNode room =
        client
            .json(CRM + "/contacts/" + silent.path("id").asLong() + "/chat-history")
            .path("response");
    assertThat(room.path("room_id").isNull()).isTrue();
    assertThat(room.path("chat_contents")).isEmpty();
  }

  @Test
  void theConversationOfATicketLiesBetweenItsOpeningAndItsLastChange() {
    int talked = 0;
    for (JsonNode ticket : client.json(CRM + "/tickets?per_page=50").path("response")) {
      if (ticket.path("crm_lead_ids").isEmpty()) {
        continue;
      }
      long contact = ticket.path("crm_lead_ids").get(0).asLong();
      var response = client.get(CRM + "/contacts/" + contact + "/chat-history");
      Instant from = OffsetDateTime.parse(ticket.path("created_at").asString()).toInstant();
      Instant to = OffsetDateTime.parse(ticket.path("updated_at").asString()).toInstant();
      JsonNode said = PlainClient.json(response).path("response").path("chat_contents");
      if (said.valueStream()
          .map(message -> Instant.parse(message.path("timestamp").asString()))
          .anyMatch(at -> at.isAfter(from) && at.isBefore(to))) {
        talked++;
      }
    }
    assertThat(talked).isGreaterThan(20);
  }

  private JsonNode withRoom() {
    return client.json(CRM + "/contacts?per_page=1").path("response").get(0);
  }
}
