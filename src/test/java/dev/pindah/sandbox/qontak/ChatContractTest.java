package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ChatContractTest extends QontakTest {

  private JsonNode cursor(JsonNode body) {
    return body.path("meta").path("pagination").path("cursor");
  }

  @Test
  void offsetCountsPagesFromOneAndTotalIsThePagesOwn() {
    List<String> ids = new ArrayList<>();
    JsonNode body;
    int offset = 1;
    do {
      body = client.json(CHAT + "/rooms?limit=25&offset=" + offset++);
      body.path("data").forEach(room -> ids.add(room.path("id").asString()));
      assertThat(body.path("meta").path("pagination").path("total").asInt())
          .isEqualTo(body.path("data").size());
    } while (body.path("data").size() == 25);
    assertThat(ids).hasSize(66).doesNotHaveDuplicates();
  }

  @Test
  void roomsCarryCursorsInMillisecondsAndPrevLeadsToOlderOnes() {
    JsonNode first = client.json(CHAT + "/rooms?limit=10");
    long prev = cursor(first).path("prev").asLong();
    assertThat(prev)
        .isEqualTo(
            Instant.parse(first.path("data").get(9).path("last_activity_at").asString())
                .toEpochMilli());
    JsonNode older =
        client.json(CHAT + "/rooms?limit=10&cursor=" + prev + "&cursor_direction=before");
    assertThat(older.path("data"))
        .isEqualTo(client.json(CHAT + "/rooms?limit=10&offset=2").path("data"));
  }

  @Test
  void contactListsCarryCursorsInBase64SecondsAndNextLeadsToOlderOnes() {
    JsonNode first = client.json(CHAT + "/integrations?limit=2");
    String next = cursor(first).path("next").asString();
    String seconds = new String(Base64.getDecoder().decode(next), StandardCharsets.US_ASCII);
    Instant last = Instant.parse(first.path("data").get(1).path("created_at").asString());
    assertThat(new BigDecimal(seconds).movePointRight(3).longValue())
        .isEqualTo(last.toEpochMilli());
    JsonNode older =
        client.json(CHAT + "/integrations?limit=2&cursor_direction=after&cursor=" + next);
    assertThat(older.path("data").get(0))
        .isEqualTo(client.json(CHAT + "/integrations").path("data").get(2));
  }

  @Test
  void usersAndTemplatesHaveNoCursorAndUsersCountWhenAsked() {
    JsonNode users = client.json(CHAT + "/users?limit=5");
    assertThat(cursor(users).path("next").isNull()).isTrue();
    assertThat(users.path("meta").path("pagination").path("total").asInt()).isEqualTo(5);
    JsonNode counted = client.json(CHAT + "/users?limit=5&is_counted=true");
    assertThat(counted.path("meta").path("pagination").path("total").asInt()).isEqualTo(12);
  }

  @Test
  void usersShareEmailsWithTheOwnersOfDealsAndNobodyDeactivatedIsListed() {
    Set<String> directory =
        client
            .json(CHAT + "/users")
            .path("data")
            .valueStream()
            .map(user -> user.path("email").asString())
            .collect(Collectors.toSet());
    Set<String> owners =
        client
            .json(CRM + "/deals/info")
            .path("response")
            .valueStream()
            .filter(field -> field.path("name").asString().equals("creator_id"))
            .flatMap(field -> field.path("dropdown").valueStream())
            .map(user -> user.path("email").asString())
            .collect(Collectors.toSet());
    assertThat(directory).isEqualTo(owners).hasSize(12);
  }

  @Test
  void chatTimesAreUtcWithZ() {
    assertThat(client.json(CHAT + "/rooms").path("data"))
        .allMatch(room -> room.path("created_at").asString().endsWith("Z"));
  }

  @Test
  void roomsFallByLastActivity() {
    List<String> times =
        client
            .json(CHAT + "/rooms")
            .path("data")
            .valueStream()
            .map(room -> room.path("last_activity_at").asString())
            .toList();
    assertThat(times).isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void theRoomsDetailHasMoreAndItsEmptyNoteIsNull() {
    JsonNode row = client.json(CHAT + "/rooms").path("data").get(0);
    JsonNode detail = client.json(CHAT + "/rooms/" + row.path("id").asString()).path("data");
    assertThat(row.path("note").isObject()).isTrue();
    assertThat(detail.path("note").isNull()).isTrue();
    assertThat(detail.path("email_cc").isNull()).isTrue();
    assertThat(detail.has("channel_uniq_id")).isTrue();
    assertThat(detail.path("last_message").has("raw_message")).isTrue();
  }

  @Test
  void noEndpointListsTheMessagesOfARoom() {
    String id = client.json(CHAT + "/rooms").path("data").get(0).path("id").asString();
    assertThat(client.get(CHAT + "/rooms/" + id + "/messages").statusCode()).isEqualTo(404);
    assertThat(client.json(CHAT + "/rooms/" + id + "/histories").path("data")).isEmpty();
    assertThat(client.json(CHAT + "/rooms/" + id + "/participants").path("data")).hasSize(2);
  }

  @Test
  void someRoomsBelongToPeopleWhomTheCrmDoesNotKnow() {
    List<String> phones =
        client
            .json(CHAT + "/rooms")
            .path("data")
            .valueStream()
            .map(room -> room.path("account_uniq_id").asString())
            .toList();
    assertThat(phones).anyMatch(phone -> phone.startsWith("6281200800"));
  }

  @Test
  void templatesOccurInEveryStatusAndCategory() {
    JsonNode templates = client.json(CHAT + "/templates/whatsapp").path("data");
    assertThat(
            templates
                .valueStream()
                .map(t -> t.path("status").asString() + t.path("category").asString())
                .distinct())
        .hasSize(21);
    assertThat(templates)
        .anyMatch(t -> t.path("header").isNull())
        .anyMatch(t -> t.path("header").path("example").asString("").startsWith("#<Hashie::Mash"));
    assertThat(
            client
                .json(CHAT + "/templates/whatsapp?statuses[]=REJECTED&category[]=UTILITY")
                .path("data"))
        .hasSize(1);
    assertThat(client.get(CHAT + "/templates/category").body()).contains("ACCOUNT_UPDATE");
  }

  @Test
  void integrationsHoldSecretsAndTheCloudChannelsWebhookIsItsPhoneNumberId() {
    JsonNode channels = client.json(CHAT + "/integrations?target_channel=wa_cloud").path("data");
    assertThat(channels)
        .isNotEmpty()
        .allMatch(
            channel ->
                channel.path("webhook").equals(channel.path("settings").path("phone_number_id"))
                    && channel.path("settings").has("pin"));
    assertThat(client.get(CHAT + "/integrations").body()).contains("access_token", "authorization");
  }

  @Test
  void divisionsListTheirPeopleAndOneMasksContacts() {
    JsonNode divisions = client.json(CHAT + "/divisions").path("data");
    assertThat(divisions).hasSize(3).anyMatch(d -> d.path("is_contact_masking").asBoolean());
    String id = divisions.get(0).path("id").asString();
    assertThat(client.json(CHAT + "/divisions/" + id + "/channels").path("data")).isNotEmpty();
  }

  @Test
  void contactListsKnowPhonesNotCrmIds() {
    JsonNode list = client.json(CHAT + "/contacts/contact_lists").path("data").get(0);
    String id = list.path("id").asString();
    JsonNode members = client.json(CHAT + "/contacts/contact_lists/contacts/" + id);
    assertThat(members.path("data"))
        .hasSize(list.path("contacts_count").asInt())
        .allMatch(member -> member.path("phone_number").asString().matches("62812\\d+"));
    set("qontak.contact-lists-listed", "off");
    assertThat(client.get(CHAT + "/contacts/contact_lists").statusCode()).isEqualTo(404);
    assertThat(client.get(CHAT + "/contacts/contact_lists/" + id).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownContactListIsRefusedInTheChatsOwnWords() {
    var refused = client.get(CHAT + "/contacts/contact_lists/00000000-0000-4000-8000-00000000dead");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(PlainClient.json(refused).path("error").path("messages").get(0).asString())
        .isEqualTo("Couldn't find contact list with 'id'=00000000-0000-4000-8000-00000000dead");
    var missing = client.get(CHAT + "/rooms/nowhere");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("Resource not found.");
  }

  @Test
  void broadcastsSayNaWhereANullWouldStand() {
    JsonNode broadcast = client.json(CHAT + "/broadcasts/whatsapp").path("data").get(0);
    assertThat(broadcast.path("message_broadcast_error").asString()).isEqualTo("n/a");
    JsonNode log =
        client
            .json(CHAT + "/broadcasts/" + broadcast.path("id").asString() + "/whatsapp/log")
            .path("data");
    assertThat(log)
        .anyMatch(entry -> entry.path("whatsapp_message_id").asString().equals("n/a"))
        .anyMatch(entry -> entry.path("whatsapp_message_id").asString().startsWith("wamid"));
  }

  @Test
  void aDirectBroadcastIsAnswered201() {
    String body =
        "{\"to_number\":\"62812\",\"to_name\":\"x\",\"message_template_id\":\"t\",\"channel_integration_id\":\"c\"}";
    assertThat(client.send("POST", CHAT + "/broadcasts/whatsapp/direct", body).statusCode())
        .isEqualTo(201);
    assertThat(client.send("POST", CHAT + "/broadcasts/whatsapp/direct", "{}").statusCode())
        .isEqualTo(422);
  }
}
