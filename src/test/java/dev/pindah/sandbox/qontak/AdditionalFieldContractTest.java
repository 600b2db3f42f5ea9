package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class AdditionalFieldContractTest extends QontakTest {

  private Map<Long, JsonNode> descriptors(String object) {
    JsonNode info = client.json(CRM + "/" + object + "/info");
    JsonNode fields =
        object.equals("products") ? info.path("crm_properties") : info.path("response");
    Map<Long, JsonNode> added = new LinkedHashMap<>();
    for (JsonNode field : fields) {
      if (field
          .path(object.equals("products") ? "additional_fields" : "additional_field")
          .asBoolean()) {
        added.put(field.path("id").asLong(), field);
      }
    }
    return added;
  }

  /** All items of all contacts, by the type of their field. */
  private Map<String, List<JsonNode>> itemsByType() {
    Map<Long, String> types = new HashMap<>();
    descriptors("contacts").forEach((id, field) -> types.put(id, field.path("type").asString()));
    Map<String, List<JsonNode>> items = new HashMap<>();
    set("qontak.per-page-max", "1000");
    for (JsonNode row : client.json(CRM + "/contacts?per_page=1000").path("response")) {
      for (JsonNode item : row.path("additional_fields")) {
        String type = types.getOrDefault(item.path("id").asLong(), "unknown");
        items.computeIfAbsent(type, _ -> new ArrayList<>()).add(item);
      }
    }
    return items;
  }

  private List<JsonNode> itemsOf(String type) {
    return itemsByType().getOrDefault(type, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "companies", "deals", "tasks", "tickets", "products"})
  void everyTypeOccursOnEveryObject(String object) {
    List<String> types =
        descriptors(object).values().stream()
            .map(field -> field.path("type").asString())
            .distinct()
            .toList();
    assertThat(types)
        .contains(
            "Single-line text",
            "Text Area",
            "URL",
            "Number",
            "Percentage",
            "Dropdown select",
            "Multiple select",
            "Date",
            "Date time",
            "Upload",
            "Photo",
            "Signature",
            "gps",
            "Checklist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"contacts", "deals"})
  void aNameMayRepeatWithAnotherId(String object) {
    List<String> names =
        descriptors(object).values().stream().map(field -> field.path("name").asString()).toList();
    assertThat(names.stream().filter("service_type"::equals)).hasSize(2);
  }

  @Test
  void everyConfiguredFieldComesWithEveryRecord() {
    int configured = descriptors("deals").size();
    assertThat(client.json(CRM + "/deals").path("response"))
        .allMatch(row -> row.path("additional_fields").size() == configured);
  }

  @Test
  void aDropdownHoldsItsOptionsIdAsTextAndItsLabelAside() {
    assertThat(itemsByType().get("Dropdown select"))
        .anyMatch(
            item ->
                item.path("value").asString("").matches("\\d+")
                    && item.path("value").isString()
                    && item.path("value_name").isString())
        .anyMatch(
            item -> item.path("value").asString("x").isEmpty() && item.path("value_name").isNull())
        .anyMatch(item -> item.path("value").isNull() && item.path("value_name").isNull());
  }

  @Test
  void aMultipleSelectJoinsIdsAndListsLabels() {
    assertThat(itemsByType().get("Multiple select"))
        .anyMatch(
            item ->
                item.path("value").asString("").matches("\\d+(,\\d+)+")
                    && item.path("value_name").size() > 1)
        .anyMatch(
            item -> item.path("value").asString("x").isEmpty() && item.path("value_name").isArray())
        .anyMatch(item -> item.path("value").isNull());
  }

  @Test
  void aNumberIsTextOrANumberWithoutALabel() {
    assertThat(itemsByType().get("Number"))
        .anyMatch(item -> item.path("value").isString() && !item.path("value").asString().isEmpty())
        .anyMatch(item -> item.path("value").isNumber() && item.path("value_name").isNull())
        .anyMatch(item -> item.path("value").asString("x").isEmpty());
  }

  @Test
  void aTextMayStandInValueNameOnly() {
    assertThat(itemsByType().get("Single-line text"))
        .anyMatch(
            item ->
                item.path("value").asString("").isBlank()
                    && !item.path("value_name").asString("").isBlank())
        .anyMatch(item -> item.path("value").asString("").equals(" "))
        .anyMatch(item -> item.path("value").isNull() && item.path("value_name").isNull());
  }

  @Test
  void textsHoldWhatPeopleWrite() {
    List<String> texts =
        itemsOf("Text Area").stream().map(item -> item.path("value").asString("")).toList();
    assertThat(texts).anyMatch(text -> text.startsWith("=HYPERLINK"));
    assertThat(texts).anyMatch(text -> text.contains("\uD83D\uDE4F"));
    assertThat(texts).anyMatch(text -> text.contains("<script>"));
    assertThat(texts).anyMatch(text -> text.contains("\n"));
    assertThat(texts).anyMatch(text -> text.contains("WITA"));
    assertThat(texts).anyMatch(text -> text.contains("Rp 10.000.000,00"));
    assertThat(texts).anyMatch(text -> text.length() > 3000);
  }

  @Test
  void datesComeInFourForms() {
    List<String> dates =
        itemsOf("Date").stream().map(item -> item.path("value").asString("")).toList();
    for (String form :
        List.of(
            "\\d\\d/\\d\\d/\\d{4}",
            "\\d\\d-\\d\\d-\\d{4}", "\\d{4}-\\d\\d-\\d\\d", ".*T.*\\+07:00", "")) {
      assertThat(dates).as(form).anyMatch(date -> date.matches(form));
    }
  }

  @Test
  void aPercentageMayBeEmptyAsZero() {
    assertThat(itemsByType().get("Percentage"))
        .anyMatch(item -> item.path("value").asString("").equals("0.0"))
        .anyMatch(item -> item.path("value").asString("").endsWith(".5"));
  }

  @Test
  void gpsHasLongAndLatBeside() {
    assertThat(itemsByType().get("gps"))
        .allMatch(item -> item.has("long") && item.has("lat"))
        .anyMatch(item -> item.path("lat").asString("").startsWith("-"));
  }

  @Test
  void aChecklistIsJsonInsideText() {
    String text =
        itemsOf("Checklist").stream()
            .map(item -> item.path("value").asString(""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(Json.parse(text).path("checklist_details_attributes")).hasSize(3);
  }

  @Test
  void uploadPhotoAndSignatureAreLinksWithTheirOwnEmptyForms() {
    Map<String, List<JsonNode>> items = itemsByType();
    assertThat(items.get("Upload"))
        .anyMatch(item -> item.path("value").asString("").startsWith(sandbox.qontak().toString()))
        .anyMatch(item -> item.path("value").isNull() && item.path("value_name").isNull());
    assertThat(items.get("Photo"))
        .anyMatch(
            item -> item.path("value").isNull() && item.path("value_name").asString("x").isEmpty());
  }

  @Test
  void uploadFieldsCannotBeSetWithJson() {
    String target = CRM + "/contacts/41000100";
    JsonNode before = client.json(target).path("response").path("additional_fields");
    client.send(
        "PUT",
        target,
        "{\"additional_fields\":[{\"id\":13000010,\"value\":\"https://contoh.example/x.pdf\"}]}");
    assertThat(client.json(target).path("response").path("additional_fields")).isEqualTo(before);
  }

  @Test
  void anUnknownFieldIsRefused() {
    assertThat(
            client
                .send(
                    "PUT",
                    CRM + "/contacts/41000100",
                    "{\"additional_fields\":[{\"id\":1,\"value\":\"x\"}]}")
                .statusCode())
        .isEqualTo(422);
  }
}
