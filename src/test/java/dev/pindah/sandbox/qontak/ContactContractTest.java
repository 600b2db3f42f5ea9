package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ContactContractTest extends QontakTest {

  private List<JsonNode> all(String object) {
    List<JsonNode> rows = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      client
          .json(CRM + "/" + object + "?per_page=100&page=" + page)
          .path("response")
          .forEach(rows::add);
    }
    return rows;
  }

  private static JsonNode field(JsonNode row, long id) {
    return row.path("additional_fields")
        .valueStream()
        .filter(item -> item.path("id").asLong() == id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRowHasTheDocumentedMembersInTheirOrder() {
    JsonNode row = client.json(CRM + "/contacts").path("response").get(0);
    assertThat(row.propertyNames())
        .containsExactly(
            "id",
            "first_name",
            "last_name",
            "slug",
            "created_at",
            "updated_at",
            "job_title",
            "creator_id",
            "creator_name",
            "email",
            "telephone",
            "crm_status_id",
            "crm_status_name",
            "date_of_birth",
            "crm_source_id",
            "crm_source_name",
            "crm_gender_id",
            "crm_gender_name",
            "income",
            "upload_id",
            "customer_id",
            "crm_company_id",
            "crm_company_name",
            "crm_deal_ids",
            "crm_deal_name",
            "unique_lead_id",
            "additional_fields",
            "unique_hub_account");
  }

  @Test
  void addressMembersAreMissingUnlessSwitchedOn() {
    assertThat(client.json(CRM + "/contacts").path("response").get(0).has("address")).isFalse();
    set("qontak.contact-address", "on");
    assertThat(client.json(CRM + "/contacts").path("response").get(0).has("zipcode")).isTrue();
  }

  @Test
  void theGreatMajorityHasAValidAndUniqueEmail() {
    Map<String, Integer> seen = new HashMap<>();
    List<String> valid = new ArrayList<>();
    for (JsonNode row : all("contacts")) {
      String email = row.path("email").asString("");
      seen.merge(email.toLowerCase(Locale.ROOT), 1, Integer::sum);
      if (email.matches("[A-Za-z0-9.]+@[A-Za-z0-9.]+\\.(example|test)")) {
        valid.add(email.toLowerCase(Locale.ROOT));
      }
    }
    long unique = valid.stream().filter(email -> seen.getOrDefault(email, 0) == 1).count();
    assertThat(unique).isBetween(350L, 380L);
    assertThat(valid).as("some come twice").hasSizeGreaterThan((int) unique);
    assertThat(seen).as("missing and broken ones occur").containsKeys("", "tidak ada");
  }

  @Test
  void namesTakeEveryFormOfRealLife() {
    List<JsonNode> rows = all("contacts");
    assertThat(rows).anyMatch(row -> row.path("last_name").isNull());
    assertThat(rows).anyMatch(row -> row.path("last_name").asString("x").isEmpty());
    assertThat(rows).anyMatch(row -> row.path("first_name").asString("").contains("\uD83C\uDF38"));
    assertThat(rows).anyMatch(row -> row.path("first_name").asString("").contains("'"));
    assertThat(rows).anyMatch(row -> row.path("first_name").asString("").startsWith("  "));
    assertThat(rows).anyMatch(row -> row.path("first_name").asString("").startsWith("Bpk. "));
    assertThat(rows).anyMatch(row -> row.path("job_title").asString("").startsWith("=HYPERLINK"));
  }

  @Test
  void phonesTakeEveryShape() {
    List<String> phones =
        all("contacts").stream().map(row -> row.path("telephone").asString("null")).toList();
    for (String shape :
        List.of(
            "0812\\d{9}",
            "62812\\d{9}",
            "\\+62 812-.*",
            "812\\d{9}",
            "021500\\d{4}",
            "\\(021\\) 500-\\d{4}",
            "\\+62812\\d+",
            "0812 .*",
            "0812\\*{4}.*",
            "",
            "null",
            ".* / .*",
            ".*\\(WA\\)",
            "\\+1 202-555-01\\d\\d")) {
      assertThat(phones).as(shape).anyMatch(phone -> phone.matches(shape));
    }
    List<String> plain = phones.stream().filter(phone -> phone.matches("0?812\\d{9}")).toList();
    assertThat(plain.size() - plain.stream().distinct().count()).as("shared").isBetween(1L, 8L);
  }

  @Test
  void datesOfBirthComeInThreeForms() {
    List<String> dates =
        all("contacts").stream().map(row -> row.path("date_of_birth").asString("")).toList();
    assertThat(dates).anyMatch(date -> date.matches("\\d{4}-\\d\\d-\\d\\dT.*\\+07:00"));
    assertThat(dates).anyMatch(date -> date.matches("\\d\\d/\\d\\d/\\d{4}"));
    assertThat(dates).anyMatch(date -> date.matches("\\d{4}-\\d\\d-\\d\\d"));
  }

  @Test
  void timesCarryTheOffsetsOfThreeZones() {
    List<String> times =
        all("contacts").stream().map(row -> row.path("created_at").asString()).toList();
    for (String offset : List.of("+07:00", "+08:00", "+09:00")) {
      assertThat(times).anyMatch(time -> time.endsWith(offset));
    }
  }

  @Test
  void ownersAreActiveOrDeactivatedOrMissing() {
    List<Long> active = new ArrayList<>();
    for (JsonNode field : client.json(CRM + "/contacts/info").path("response")) {
      if (field.path("name").asString().equals("creator_id")) {
        field.path("dropdown").forEach(user -> active.add(user.path("id").asLong()));
      }
    }
    List<JsonNode> rows = all("contacts");
    assertThat(rows).anyMatch(row -> active.contains(row.path("creator_id").asLong(0)));
    assertThat(rows).anyMatch(row -> row.path("creator_id").isNull());
    assertThat(rows)
        .anyMatch(
            row ->
                row.path("creator_id").isNumber()
                    && !active.contains(row.path("creator_id").asLong())
                    && !row.path("creator_name").asString("").isEmpty());
  }

  @Test
  void optionsRemovedFromTheDropdownSurviveOnRecordsWithTheirLabel() {
    assertThat(client.get(CRM + "/contacts/info").body()).doesNotContain("Prospek Lama");
    assertThat(all("contacts"))
        .anyMatch(row -> row.path("crm_status_name").asString("").equals("Prospek Lama"));
  }

  @Test
  void aLinkToADeletedCompanyKeepsItsIdAndLosesItsName() {
    JsonNode orphan =
        all("contacts").stream()
            .filter(row -> row.path("crm_company_id").asLong(9_999_999) < 3_100_000)
            .findFirst()
            .orElseThrow();
    assertThat(orphan.path("crm_company_name").isNull()).isTrue();
    long id = orphan.path("crm_company_id").asLong();
    assertThat(client.get(CRM + "/companies/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void linksReadTheSameFromBothEnds() {
    Map<Long, List<Long>> byCompany = new HashMap<>();
    Map<Long, List<Long>> byDeal = new HashMap<>();
    for (JsonNode row : all("contacts")) {
      long id = row.path("id").asLong();
      if (!row.path("crm_company_name").isNull()) {
        byCompany
            .computeIfAbsent(row.path("crm_company_id").asLong(), _ -> new ArrayList<>())
            .add(id);
      }
      row.path("crm_deal_ids")
          .forEach(deal -> byDeal.computeIfAbsent(deal.asLong(), _ -> new ArrayList<>()).add(id));
    }
    for (JsonNode company : all("companies")) {
      List<Long> people =
          company.path("crm_person_ids").valueStream().map(JsonNode::asLong).toList();
      assertThat(people)
          .containsExactlyInAnyOrderElementsOf(
              byCompany.getOrDefault(company.path("id").asLong(), List.of()));
    }
    for (JsonNode deal : all("deals")) {
      List<Long> people =
          deal.path("crm_lead_ids")
              .valueStream()
              .map(JsonNode::asLong)
              .filter(id -> id >= 41_000_000)
              .toList();
      assertThat(people)
          .containsExactlyInAnyOrderElementsOf(
              byDeal.getOrDefault(deal.path("id").asLong(), List.of()));
    }
  }

  @Test
  void companyNamesAreUniqueButForAHandful() {
    List<String> names = all("companies").stream().map(row -> row.path("name").asString()).toList();
    long distinct =
        names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).distinct().count();
    assertThat(names.size() - distinct).isBetween(1L, 5L);
  }

  @Test
  void theFiltersThinOutTheList() {
    assertThat(client.json(CRM + "/contacts?email=surel.test").path("total_data").asInt())
        .isBetween(1, 399);
    assertThat(client.json(CRM + "/contacts?crm_status_id=32").path("response"))
        .allMatch(row -> row.path("crm_status_id").asLong() == 32);
    int all = client.json(CRM + "/contacts").path("total_data").asInt();
    int late = client.json(CRM + "/contacts?created_after=01-01-2025").path("total_data").asInt();
    int year =
        client
            .json(CRM + "/contacts?created_between_start=01/01/2025&created_between_end=31/12/2025")
            .path("total_data")
            .asInt();
    assertThat(late).isBetween(1, all - 1);
    assertThat(year).isBetween(1, late);
  }

  @Test
  void postAnswers200WithTheObjectAndTheActingUserOwnsIt() {
    JsonNode created =
        PlainClient.json(
                client.send(
                    "POST",
                    CRM + "/contacts",
                    "{\"first_name\":\"Baru\",\"email\":\"baru@surel.test\",\"crm_phones\":\"0812\",\"crm_status_id\":31}"))
            .path("response");
    assertThat(created.path("creator_id").asLong()).isEqualTo(200_011);
    assertThat(created.path("telephone").asString()).isEqualTo("0812");
    assertThat(created.path("crm_status_name").asString()).isEqualTo("Qualified");
    JsonNode first = client.json(CRM + "/contacts").path("response").get(0);
    assertThat(first.path("id")).as("the latest change comes first").isEqualTo(created.path("id"));
    assertThat(client.json(CRM + "/contacts").path("total_data").asInt()).isEqualTo(401);
  }

  @Test
  void aMissingRequiredMemberIsAnswered422WithItsReason() {
    HttpResponse<String> refused = client.send("POST", CRM + "/contacts", "{\"email\":\"x\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(PlainClient.json(refused).path("meta").path("developer_message").asString())
        .contains("first_name");
  }

  @Test
  void putAnswersMetaOnlyAndFindsAdditionalFieldsById() {
    String target = CRM + "/contacts/41000100";
    String body =
        "{\"job_title\":\"Direktur\",\"additional_fields\":[{\"id\":13000002,\"name\":\"payment_options\",\"value\":\"3800001\"},"
            + "{\"id\":13000003,\"value\":\"3800020,3800022\"}]}";
    JsonNode answer = PlainClient.json(client.send("PUT", target, body));
    assertThat(answer.propertyNames()).containsExactly("meta");
    JsonNode row = client.json(target).path("response");
    assertThat(row.path("job_title").asString()).isEqualTo("Direktur");
    assertThat(field(row, 13_000_002).path("value_name").asString()).isEqualTo("Cash");
    assertThat(field(row, 13_000_003).path("value_name")).hasSize(2);
  }

  @Test
  void updateOwnerAnswersMetaOnly() {
    String target = CRM + "/contacts/41000100";
    JsonNode answer =
        PlainClient.json(client.send("PUT", target + "/update_owner", "{\"creator_id\":200013}"));
    assertThat(answer.has("response")).isFalse();
    assertThat(client.json(target).path("response").path("creator_id").asLong()).isEqualTo(200_013);
  }

  @Test
  void deleteLeavesNoTombstone() {
    String target = CRM + "/contacts/41000100";
    JsonNode answer = PlainClient.json(client.send("DELETE", target, ""));
    assertThat(answer.path("meta").path("message").asString()).contains("41000100");
    assertThat(client.get(target).statusCode()).isEqualTo(404);
    assertThat(client.send("DELETE", target, "").statusCode()).isEqualTo(404);
    assertThat(client.json(CRM + "/contacts").path("total_data").asInt()).isEqualTo(399);
  }

  @Test
  void aSingleContactIsAnObjectOrUnderAFaultAnArray() {
    assertThat(client.json(CRM + "/contacts/41000100").path("response").isObject()).isTrue();
    faults("rules: [{fault: swapped-shape}]");
    assertThat(client.json(CRM + "/contacts/41000100").path("response").isArray()).isTrue();
  }
}
