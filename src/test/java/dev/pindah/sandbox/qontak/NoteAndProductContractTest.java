package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class NoteAndProductContractTest extends QontakTest {

  private JsonNode notes() {
    return client.json(CRM + "/notes").path("response");
  }

  @Test
  void aListWithoutAParentHoldsTheAccountsNotesCutOff() {
    JsonNode body = client.json(CRM + "/notes?page=4&per_page=1");
    assertThat(body.path("response").size()).isGreaterThan(400);
    assertThat(body.has("total_page")).isFalse();
    set("qontak.notes-unfiltered-max", "7");
    assertThat(notes()).hasSize(7);
  }

  @Test
  void notesOfAParentAreAllItsNotesAndNoOthers() {
    List<JsonNode> ofContacts =
        notes().valueStream().filter(note -> note.path("crm_person_id").isNumber()).toList();
    long contact = ofContacts.get(0).path("crm_person_id").asLong();
    List<Long> expected =
        ofContacts.stream()
            .filter(note -> note.path("crm_person_id").asLong() == contact)
            .map(note -> note.path("id").asLong())
            .toList();
    List<Long> listed =
        client
            .json(CRM + "/notes?crm_lead_id=" + contact)
            .path("response")
            .valueStream()
            .map(note -> note.path("id").asLong())
            .toList();
    assertThat(listed).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void ofSeveralParentsTheContactWins() {
    JsonNode ofDeal =
        notes()
            .valueStream()
            .filter(note -> note.path("crm_deal_id").isNumber())
            .findFirst()
            .orElseThrow();
    JsonNode ofContact =
        notes()
            .valueStream()
            .filter(note -> note.path("crm_person_id").isNumber())
            .findFirst()
            .orElseThrow();
    long contact = ofContact.path("crm_person_id").asLong();
    assertThat(
            client
                .json(
                    CRM
                        + "/notes?crm_deal_id="
                        + ofDeal.path("crm_deal_id").asLong()
                        + "&crm_lead_id="
                        + contact)
                .path("response"))
        .isNotEmpty()
        .allMatch(note -> note.path("crm_person_id").asLong() == contact);
  }

  @Test
  void bodiesAreHtmlOrPlainAndTypesMayBeNull() {
    assertThat(notes())
        .anyMatch(note -> note.path("note").asString().contains("&nbsp;<b>"))
        .anyMatch(note -> !note.path("note").asString().contains("<"))
        .anyMatch(note -> note.path("type").isNull())
        .anyMatch(note -> note.path("type").asString("").equals("Crm::DealNote"))
        .anyMatch(note -> note.path("crm_note_images").isArray())
        .allMatch(note -> !note.has("creator_name"));
  }

  @Test
  void aChangedNoteIsAnsweredWithAFreshDateOfCreation() {
    long id = notes().get(0).path("id").asLong();
    JsonNode changed =
        PlainClient.json(client.send("PUT", CRM + "/notes/" + id, "{\"note\":\"baru\"}"))
            .path("response");
    assertThat(changed.path("note").asString()).isEqualTo("baru");
    assertThat(changed.path("created_at").asString().substring(0, 16))
        .isEqualTo(changed.path("updated_at").asString().substring(0, 16));
    assertThat(changed.path("last_modifier_id").isNumber()).isTrue();
  }

  @Test
  void aNewNoteNeedsAParentAndTakesItsType() {
    assertThat(client.send("POST", CRM + "/notes", "{\"note\":\"hello\"}").statusCode())
        .isEqualTo(422);
    JsonNode made =
        PlainClient.json(
                client.send(
                    "POST", CRM + "/notes", "{\"note\":\"hello\",\"crm_lead_id\":41000100}"))
            .path("response");
    assertThat(made.path("type").asString()).isEqualTo("Crm::PersonNote");
    assertThat(client.json(CRM + "/notes?crm_lead_id=41000100").path("response"))
        .anyMatch(note -> note.path("note").asString().equals("hello"));
  }

  @Test
  void productsPageUnderOtherNamesWithAnEpochTimestamp() {
    JsonNode body = client.json(CRM + "/products?per_page=5&page=2");
    assertThat(body.path("current_page").asInt()).isEqualTo(2);
    assertThat(body.path("total_page").asInt()).isEqualTo(4);
    assertThat(body.path("total_current_data").asInt()).isEqualTo(5);
    assertThat(body.path("total_data").asInt()).isEqualTo(20);
    assertThat(body.has("page")).isFalse();
    assertThat(body.path("meta").path("timestamp").isIntegralNumber()).isTrue();
  }

  @Test
  void productsShowNumbersNoDatesAndFieldsWithoutLabels() {
    JsonNode row = client.json(CRM + "/products").path("response").get(0);
    assertThat(row.path("price").isNumber()).isTrue();
    assertThat(client.get(CRM + "/products").body())
        .doesNotContain("E7")
        .contains("\"quantity\":1.0");
    assertThat(row.has("created_at")).isFalse();
    assertThat(row.path("additional_fields")).noneMatch(item -> item.has("value_name"));
  }

  @Test
  void aNewProductIsAnsweredRaw() {
    JsonNode raw =
        PlainClient.json(
                client.send("POST", CRM + "/products", "{\"name\":\"Baru\",\"price\":1000}"))
            .path("response");
    assertThat(raw.path("unit_price").asInt()).isEqualTo(1000);
    assertThat(raw.path("data_source").asString()).isEqualTo("open-api");
    assertThat(raw.has("total_price")).isFalse();
  }

  @Test
  void lineItemsOfADealAreThoseThatTheDealNames() {
    for (JsonNode deal : client.json(CRM + "/deals?per_page=20").path("response")) {
      JsonNode body =
          client.json(CRM + "/products_association?crm_deal_id=" + deal.path("id").asLong());
      List<Long> ids = new ArrayList<>();
      body.path("response").forEach(item -> ids.add(item.path("id").asLong()));
      assertThat(ids)
          .containsExactlyElementsOf(
              deal.path("product_association_ids").valueStream().map(JsonNode::asLong).toList());
      assertThat(body.path("total_current_data").asInt()).isEqualTo(ids.size());
      assertThat(body.has("total_page")).isFalse();
    }
  }

  @Test
  void aLineItemsPriceMayBeZeroAlthoughItsTotalIsNot() {
    assertThat(client.json(CRM + "/products_association").path("response"))
        .anyMatch(
            item ->
                item.path("price").asString().equals("0.0")
                    && !item.path("total_price").asString().equals("0.0"))
        .allMatch(item -> item.path("nominal_discount").isNumber())
        .allMatch(item -> item.path("product_image").asString().startsWith("/assets/"));
  }
}
