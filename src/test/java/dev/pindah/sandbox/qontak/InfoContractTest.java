package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class InfoContractTest extends QontakTest {

  private JsonNode field(String object, String name) {
    JsonNode info = client.json(CRM + "/" + object + "/info");
    JsonNode fields =
        info.has("crm_properties") ? info.path("crm_properties") : info.path("response");
    return fields
        .valueStream()
        .filter(field -> field.path("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names(String object) {
    return client
        .json(CRM + "/" + object + "/info")
        .path("response")
        .valueStream()
        .map(field -> field.path("name").asString())
        .toList();
  }

  @Test
  void contactFieldsComeInTheirDocumentedOrder() {
    assertThat(names("contacts").subList(0, 21))
        .containsExactly(
            "first_name",
            "last_name",
            "job_title",
            "creator_id",
            "email",
            "crm_phones",
            "crm_status_id",
            "crm_location_address_map",
            "address",
            "country",
            "province",
            "city",
            "zipcode",
            "date_of_birth",
            "crm_source_id",
            "crm_gender_id",
            "income",
            "upload_id",
            "customer_id",
            "crm_occupation_id",
            "crm_company_id");
    assertThat(field("contacts", "first_name").path("id").isNull()).isTrue();
    assertThat(field("contacts", "crm_company_id").path("name_alias").isNull()).isTrue();
    assertThat(field("contacts", "crm_company_id").path("type").asString()).isEqualTo("Number");
  }

  @Test
  void aliasesAreInTheLanguageOfTheAccount() {
    assertThat(field("tasks", "name").path("name_alias").asString()).isEqualTo("Nama Tugas");
    assertThat(field("tasks", "crm_checkin_attributes").path("name_alias").asString())
        .isEqualTo("Lokasi GPS");
    set("qontak.language", "en");
    assertThat(field("tasks", "name").path("name_alias").asString()).isEqualTo("Task Name");
  }

  @Test
  void optionIdsAndLabelsMayRepeatInsideOneDropdown() {
    JsonNode options = field("contacts", "crm_source_id").path("dropdown");
    assertThat(options.valueStream().map(option -> option.path("name").asString()))
        .contains("Website", "Website");
    assertThat(options.valueStream().filter(option -> option.path("id").asLong() == 8)).hasSize(2);
  }

  @Test
  void industriesPutTheNameBeforeTheId() {
    assertThat(field("companies", "industry_id").path("dropdown").get(0).propertyNames())
        .containsExactly("name", "id");
  }

  @Test
  void companiesAndTasksHaveFiveAddressPickersWithEmptyDropdowns() {
    for (String object : List.of("companies", "tasks")) {
      assertThat(names(object).stream().filter(name -> name.startsWith("address_picker_")))
          .hasSize(5);
      assertThat(field(object, "address_picker_city").path("dropdown")).isEmpty();
    }
  }

  @Test
  void standardDealFieldsSayWhereTheyAreRequired() {
    JsonNode name = field("deals", "name");
    assertThat(name.has("required")).isFalse();
    assertThat(name.path("required_pipeline_ids")).isNotEmpty();
    assertThat(name.has("required_stage_ids")).isTrue();
    assertThat(field("deals", "crm_stage_id").path("dropdown").isNull()).isTrue();
  }

  @Test
  void currenciesOfDealsHaveNoIds() {
    assertThat(field("deals", "currency").path("dropdown"))
        .allMatch(option -> option.path("id").isNull())
        .anyMatch(option -> option.path("name").asString().equals("IDR"));
  }

  @Test
  void ownersOfDealsCarryEmailAndTeams() {
    JsonNode owner = field("deals", "creator_id").path("dropdown").get(0);
    assertThat(owner.path("email").asString()).endsWith("@contoh.example");
    assertThat(owner.path("crm_teams").get(0).path("name").asString()).isNotEmpty();
  }

  @Test
  void twoUsersShareADisplayName() {
    List<String> names =
        field("tasks", "user_id")
            .path("dropdown")
            .valueStream()
            .map(user -> user.path("name").asString())
            .toList();
    assertThat(names.stream().distinct().count()).isEqualTo(names.size() - 1L);
  }

  @Test
  void taskDescriptorsNameTheirChecklist() {
    assertThat(field("tasks", "due_date").has("checklist_details_attributes")).isTrue();
    assertThat(field("tasks", "crm_person").path("type").asString()).isEqualTo("assoc");
  }

  @Test
  void standardTicketFieldsHaveIdsAndEmptyDropdownsAreArrays() {
    JsonNode name = field("tickets", "name");
    assertThat(name.path("id").isNumber()).isTrue();
    assertThat(name.path("dropdown").isArray()).isTrue();
    assertThat(name.has("show_pipeline_ids")).isTrue();
    assertThat(
            field("tickets", "ticket_stage_id").path("dropdown").get(0).has("ticket_pipeline_id"))
        .isTrue();
  }

  @Test
  void productsCallTheirFieldsCrmProperties() {
    JsonNode info = client.json(CRM + "/products/info");
    assertThat(info.has("response")).isFalse();
    JsonNode currency = field("products", "currency");
    assertThat(currency.path("additional_fields").isBoolean()).isTrue();
    assertThat(currency.has("value")).isTrue();
    assertThat(currency.path("dropdown").get(0).asString()).isEqualTo("USD");
  }
}
