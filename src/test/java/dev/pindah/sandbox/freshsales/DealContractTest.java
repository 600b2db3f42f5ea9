package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DealContractTest extends FreshsalesTest {

  private HttpResponse<String> post(String members) {
    return client.post("/deals", body("deal", members));
  }

  private JsonNode put(long id, String members) {
    HttpResponse<String> answer = client.put("/deals/" + id, body("deal", members));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PlainClient.json(answer).path("deal");
  }

  private long stage(String name) {
    return named("deal_stages", "deal_stages", name);
  }

  private String stageOf(long contact) {
    return client
        .json("/contacts/" + contact + "?include=lifecycle_stage")
        .path("lifecycle_stages")
        .get(0)
        .path("name")
        .asString();
  }

  private static String today() {
    return Instant.now().toString().substring(0, 10);
  }

  @Test
  void whatADealNeeds() {
    assertThat(messages(post("\"amount\":1"))).containsExactly("Deal name can't be empty");
    assertThat(post("\"name\":\"x\"").statusCode()).isEqualTo(400);
    assertThat(post("\"name\":\"x\",\"amount\":\"many\"").statusCode()).isEqualTo(400);
    assertThat(post("\"name\":\"x\",\"amount\":9007199254740992").statusCode()).isEqualTo(400);
    assertThat(post("\"name\":\"x\",\"amount\":9007199254740991").statusCode()).isEqualTo(200);
    assertThat(messages(post("\"name\":\"x\",\"amount\":1,\"deal_stage_id\":1")))
        .containsExactly("Deal stage doesn't exist");
    set("deal-amount-required", "off");
    assertThat(post("\"name\":\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void amountsAreTextWithAtLeastOneDecimal() {
    assertThat(deal("\"name\":\"a\",\"amount\":1234.5").path("amount").asString())
        .isEqualTo("1234.5");
    assertThat(deal("\"name\":\"a\",\"amount\":20").path("amount").asString()).isEqualTo("20.0");
    assertThat(deal("\"name\":\"a\",\"amount\":\"0\"").path("amount").asString()).isEqualTo("0.0");
    assertThat(deal("\"name\":\"a\",\"amount\":-5").path("base_currency_amount").asString())
        .isEqualTo("-5.0");
    assertThat(deal("\"name\":\"a\",\"amount\":125000000").path("amount").asString())
        .isEqualTo("125000000.0");
  }

  @Test
  void withoutAStageItIsTheFirstOfTheDefaultPipeline() {
    JsonNode row = deal("\"name\":\"a\",\"amount\":1,\"expected_close\":\"soon\"");
    assertThat(row.path("deal_stage_id").asLong()).isEqualTo(stage("New"));
    assertThat(row.path("probability").asInt()).isEqualTo(10);
    assertThat(row.path("closed_date").isNull()).isTrue();
    assertThat(row.path("expected_close").isNull()).isTrue();
  }

  @Test
  void aClosedDealIsStampedTodayAndCorrectedByALaterWrite() {
    JsonNode row =
        deal(
            "\"name\":\"a\",\"amount\":1,\"closed_date\":\"2024-05-02\",\"deal_stage_id\":"
                + stage("Won"));
    assertThat(row.path("closed_date").asString()).isEqualTo(today());
    assertThat(row.path("probability").asInt()).isEqualTo(100);
    long id = row.path("id").asLong();
    JsonNode later = put(id, "\"closed_date\":\"2024-05-02\",\"expected_close\":\"2024-05-02\"");
    assertThat(later.path("closed_date").asString()).isEqualTo("2024-05-02");
    assertThat(later.path("expected_close").asString()).isEqualTo("2024-05-02");
    JsonNode same = put(id, "\"deal_stage_id\":%d,\"name\":\"b\"".formatted(stage("Won")));
    assertThat(same.path("closed_date").asString()).isEqualTo("2024-05-02");
    JsonNode lost = put(id, "\"deal_stage_id\":" + stage("Lost"));
    assertThat(lost.path("closed_date").asString()).isEqualTo(today());
    assertThat(put(id, "\"deal_stage_id\":" + stage("Demo")).path("closed_date").isNull()).isTrue();
  }

  @Test
  void aMoveSetsTheProbabilityAndALaterWriteMayChangeIt() {
    long id = deal("\"name\":\"a\",\"amount\":200").path("id").asLong();
    JsonNode moved = put(id, "\"probability\":33,\"deal_stage_id\":" + stage("Demo"));
    assertThat(moved.path("probability").asInt()).isEqualTo(60);
    assertThat(moved.path("expected_deal_value").asString()).isEqualTo("120.0");
    assertThat(put(id, "\"probability\":33").path("probability").asInt()).isEqualTo(33);
  }

  @Test
  void contactsAreLinkedByAddedAndRemovedLists() {
    long a = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    long b = contact("\"email\":\"b@contoh.example\"").path("id").asLong();
    long id =
        deal("\"name\":\"x\",\"amount\":1,\"contacts\":[%d],\"contacts_added_list\":[%d,%d,7]"
                .formatted(a, a, b))
            .path("id")
            .asLong();
    JsonNode read = client.json("/deals/" + id + "?include=contacts");
    assertThat(read.path("contacts").findValuesAsString("email"))
        .containsExactly("a@contoh.example", "b@contoh.example");
    put(id, "\"contacts_removed_list\":[%d]".formatted(a));
    assertThat(
            client
                .json("/deals/" + id + "?include=contacts")
                .path("deal")
                .path("contact_ids")
                .toString())
        .isEqualTo("[" + b + "]");
  }

  @Test
  void aDealMakesItsContactQualifiedAndAWonOneACustomer() {
    long a = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    long id =
        deal("\"name\":\"x\",\"amount\":1,\"contacts_added_list\":[%d]".formatted(a))
            .path("id")
            .asLong();
    assertThat(stageOf(a)).isEqualTo("Sales Qualified Lead");
    put(id, "\"deal_stage_id\":" + stage("Won"));
    assertThat(stageOf(a)).isEqualTo("Customer");
    long lead = named("lifecycle_stages", "lifecycle_stages", "Lead");
    client.put("/contacts/" + a, body("contact", "\"lifecycle_stage_id\":" + lead));
    put(id, "\"closed_date\":\"2024-01-01\"");
    assertThat(stageOf(a)).isEqualTo("Lead");
  }

  @Test
  void theLifecycleRulesCanBeSwitchedOffAndTheSettingsSayWhether() {
    String settings = "/settings/lifecycle_stages";
    assertThat(
            client.json(settings).path("auto_update_settings").get(0).path("enabled").asBoolean())
        .isTrue();
    set("lifecycle-automation", "off");
    assertThat(
            client.json(settings).path("auto_update_settings").get(0).path("enabled").asBoolean())
        .isFalse();
    long a = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    deal("\"name\":\"x\",\"amount\":1,\"contacts_added_list\":[%d]".formatted(a));
    assertThat(stageOf(a)).isEqualTo("Lead");
  }

  @Test
  void anAccountMayBeNamedInsteadOfNumbered() {
    long known = account("\"name\":\"PT Ada\"").path("id").asLong();
    JsonNode one = deal("\"name\":\"x\",\"amount\":1,\"sales_account\":{\"name\":\"pt ada\"}");
    assertThat(stored("deals", one.path("id").asLong()).path("sales_account_id").asLong())
        .isEqualTo(known);
    deal("\"name\":\"x\",\"amount\":1,\"sales_account\":{\"name\":\"PT Baru\"}");
    assertThat(state("sales_accounts"))
        .extracting(row -> row.path("name").asString())
        .containsExactly("PT Ada", "PT Baru");
  }

  @Test
  void theIncludesOfADealHaveTheirOwnPlurals() {
    long reason = named("deal_reasons", "deal_reasons", "Price");
    long id =
        deal("\"name\":\"x\",\"amount\":1,\"deal_reason_id\":%d,\"deal_stage_id\":%d"
                .formatted(reason, stage("Lost")))
            .path("id")
            .asLong();
    JsonNode read =
        client.json(
            "/deals/" + id + "?include=deal_stage,deal_pipeline,deal_reason,currency,owner");
    assertThat(read.path("deal_stages").get(0).path("forecast_type").asString())
        .isEqualTo("Closed Lost");
    assertThat(read.path("deal_pipelines").get(0).path("name").asString())
        .isEqualTo("Sales Pipeline");
    assertThat(read.path("deal_reasons").get(0).path("name").asString()).isEqualTo("Price");
    assertThat(read.path("currencies").get(0).path("currency_code").asString()).isEqualTo("IDR");
    assertThat(read.path("deal").path("deal_reason_id").asLong()).isEqualTo(reason);
  }

  @Test
  void aCloneIsAnotherDealUnderTheGivenName() {
    long a = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    long id =
        deal("\"name\":\"x\",\"amount\":9,\"contacts_added_list\":[%d]".formatted(a))
            .path("id")
            .asLong();
    JsonNode copy =
        PlainClient.json(client.post("/deals/" + id + "/clone", body("deal", "\"name\":\"y\"")))
            .path("deal");
    assertThat(copy.path("id").asLong()).isNotEqualTo(id);
    assertThat(copy.path("amount").asString()).isEqualTo("9.0");
    assertThat(stored("deals", copy.path("id").asLong()).path("contact_ids")).hasSize(1);
  }
}
