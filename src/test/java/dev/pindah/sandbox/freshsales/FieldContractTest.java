package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class FieldContractTest extends FreshsalesTest {

  @Override
  SandboxOptions options() {
    return super.options().withPlan(Plan.GROWTH);
  }

  private String field(String label, String type, String more) {
    return admin(
            "/fields",
            "{\"module\":\"contacts\",\"label\":\"%s\",\"type\":\"%s\"%s}"
                .formatted(label, type, more))
        .path("name")
        .asString();
  }

  private JsonNode kept(String name, String value) {
    return contact(
            "\"email\":\"x%d@contoh.example\",\"custom_field\":{\"%s\":%s}"
                .formatted(state("contacts").size(), name, value))
        .path("custom_field")
        .path(name);
  }

  @Test
  void metadataTellsStandardFromCustomAndNamesAreNotTheLabels() {
    String name = field("qontak_id__c", "text", "");
    assertThat(name).startsWith("cf_").isNotEqualTo("cf_qontak_id__c");
    JsonNode fields = client.json("/settings/contacts/fields?include=field_group");
    assertThat(fields.path("field_groups")).isNotEmpty();
    JsonNode last = fields.path("fields").get(fields.path("fields").size() - 1);
    assertThat(last.path("name").asString()).isEqualTo(name);
    assertThat(last.path("label").asString()).isEqualTo("qontak_id__c");
    assertThat(last.path("default").asBoolean()).isFalse();
    assertThat(fields.path("fields").findValuesAsString("name"))
        .contains("emails", "lead_source_id", "external_id");
    assertThat(fields.path("fields").get(3).path("required").asBoolean()).isTrue();
  }

  @Test
  void standardListsShowTheirValuesAsChoices() {
    for (JsonNode field : client.json("/settings/contacts/fields").path("fields")) {
      if (field.path("name").asString().equals("contact_status_id")) {
        assertThat(field.path("choices").findValuesAsString("value"))
            .startsWith("New", "Contacted", "Interested", "Unqualified");
        return;
      }
    }
    throw new AssertionError("no contact_status_id");
  }

  @Test
  void choicesAreWrittenByExactTextOrById() {
    String name = field("Segmen", "dropdown", ",\"choices\":[\"Retail\",\"Korporat\"]");
    JsonNode fields = client.json("/settings/contacts/fields").path("fields");
    long id = fields.get(fields.size() - 1).path("choices").get(1).path("id").asLong();
    assertThat(kept(name, "\"Retail\"").asString()).isEqualTo("Retail");
    assertThat(kept(name, String.valueOf(id)).asString()).isEqualTo("Korporat");
    assertThat(kept(name, "\"retail\"").isNull()).isTrue();
    assertThat(kept(name, "\"Emas\"").isNull()).isTrue();
    set("dropdown-form", "id");
    assertThat(kept(name, "\"Retail\"").isNull()).isTrue();
    assertThat(kept(name, "\"" + id + "\"").asString()).isEqualTo("Korporat");
    set("dropdown-mismatch", "refuse");
    HttpResponse<String> refused =
        client.post(
            "/contacts",
            body(
                "contact",
                "\"email\":\"z@contoh.example\",\"custom_field\":{\"" + name + "\":\"Emas\"}"));
    assertThat(refused.statusCode()).isEqualTo(400);
  }

  @Test
  void severalChoicesComeAsArrayOrJoined() {
    String name = field("Minat", "multi_select_dropdown", ",\"choices\":[\"A\",\"B\",\"C\"]");
    assertThat(kept(name, "[\"A\",\"C\",\"X\"]").toString()).isEqualTo("[\"A\",\"C\"]");
    assertThat(kept(name, "\"B;C\"").toString()).isEqualTo("[\"B\",\"C\"]");
    assertThat(kept(name, "[]").isNull()).isTrue();
    set("multi-select-read", "text");
    assertThat(kept(name, "[\"A\",\"B\"]").asString()).isEqualTo("A;B");
  }

  @Test
  void eachTypeKeepsWhatItUnderstandsAndNullsTheRest() {
    String number = field("Angka", "number", "");
    assertThat(kept(number, "12.34567").toString()).isEqualTo("12.3457");
    assertThat(kept(number, "\"99999999999\"").asLong()).isEqualTo(99_999_999_999L);
    assertThat(kept(number, "\"banyak\"").isNull()).isTrue();
    String date = field("Tanggal", "date", "");
    assertThat(kept(date, "\"2023-02-11T09:00:00+07:00\"").asString()).isEqualTo("2023-02-11");
    assertThat(kept(date, "\"11/02/2023\"").isNull()).isTrue();
    String time = field("Waktu", "date_time", "");
    assertThat(kept(time, "\"2023-02-11T09:00:00+07:00\"").asString())
        .isEqualTo("2023-02-11T02:00:00Z");
    String flag = field("Setuju", "checkbox", "");
    assertThat(kept(flag, "true").asBoolean()).isTrue();
    assertThat(kept(flag, "\"ya\"").isNull()).isTrue();
  }

  @Test
  void lengthsAndDigitsAreLimited() {
    String text = field("Teks", "text", "");
    String number = field("Angka", "number", "");
    for (String member :
        List.of(
            "\"" + text + "\":\"" + "x".repeat(257) + "\"", "\"" + number + "\":100000000000")) {
      HttpResponse<String> refused =
          client.post(
              "/contacts",
              body("contact", "\"email\":\"z@contoh.example\",\"custom_field\":{" + member + "}"));
      assertThat(messages(refused).getFirst()).contains("not in required length");
    }
    assertThat(kept(text, "\"" + "x".repeat(256) + "\"").asString()).hasSize(256);
  }

  @Test
  void aPutReplacesAllCustomValuesUnlessTheAccountMerges() {
    String a = field("A", "text", "");
    String b = field("B", "text", "");
    long id =
        contact(
                "\"email\":\"a@contoh.example\",\"custom_field\":{\"%s\":\"1\",\"%s\":\"2\"}"
                    .formatted(a, b))
            .path("id")
            .asLong();
    String put = body("contact", "\"custom_field\":{\"" + a + "\":\"3\"}");
    JsonNode replaced = PlainClient.json(client.put("/contacts/" + id, put)).path("contact");
    assertThat(replaced.path("custom_field").path(a).asString()).isEqualTo("3");
    assertThat(replaced.path("custom_field").path(b).isNull()).isTrue();
    set("custom-field-put", "merge");
    client.put("/contacts/" + id, body("contact", "\"custom_field\":{\"" + b + "\":\"4\"}"));
    assertThat(
            client.json("/contacts/" + id).path("contact").path("custom_field").path(a).asString())
        .isEqualTo("3");
  }

  @Test
  void unknownNamesAreIgnoredUnlessTheAccountRefuses() {
    JsonNode row =
        contact("\"email\":\"a@contoh.example\",\"custom_field\":{\"cf_nowhere\":\"1\"}");
    assertThat(row.path("custom_field").has("cf_nowhere")).isFalse();
    set("unknown-custom-field", "refuse");
    assertThat(
            client
                .post(
                    "/contacts",
                    body(
                        "contact",
                        "\"email\":\"b@contoh.example\",\"custom_field\":{\"cf_nowhere\":\"1\"}"))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void requiredAndUniqueFieldsAreEnforced() {
    String name = field("Nomor", "text", ",\"required\":true,\"unique\":true");
    assertThat(
            messages(client.post("/contacts", body("contact", "\"email\":\"a@contoh.example\""))))
        .containsExactly("Need to fill this Nomor");
    kept(name, "\"K-1\"");
    HttpResponse<String> again =
        client.post(
            "/contacts",
            body(
                "contact",
                "\"email\":\"b@contoh.example\",\"custom_field\":{\"" + name + "\":\"k-1\"}"));
    assertThat(messages(again)).containsExactly("K-1 already exists.".replace("K", "k"));
  }

  @Test
  void thePlanLimitsHowManyFieldsThereAre() {
    for (int i = 0; i < 5; i++) {
      field("Area " + i, "textarea", "");
    }
    String sixth = "{\"module\":\"contacts\",\"label\":\"Area 6\",\"type\":\"textarea\"}";
    HttpResponse<String> refused =
        client.plain().send("POST", "/_sandbox/freshsales/fields", sixth);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("5 fields like textarea");
    set("plan-limits", "off");
    admin("/fields", sixth);
  }
}
