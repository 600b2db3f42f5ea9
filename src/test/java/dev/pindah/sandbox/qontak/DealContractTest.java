package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class DealContractTest extends QontakTest {

  private List<JsonNode> all() {
    set("qontak.per-page-max", "1000");
    List<JsonNode> rows = new ArrayList<>();
    client.json(CRM + "/deals?per_page=1000").path("response").forEach(rows::add);
    return rows;
  }

  private long first() {
    return client.json(CRM + "/deals").path("response").get(0).path("id").asLong();
  }

  @Test
  void aRowHasTheMembersOfARealResponse() {
    assertThat(client.json(CRM + "/deals").path("response").get(0).propertyNames())
        .containsExactly(
            "id",
            "name",
            "slug",
            "created_at",
            "updated_at",
            "currency",
            "size",
            "closed_date",
            "creator_id",
            "creator_name",
            "crm_source_id",
            "crm_source_name",
            "crm_lost_reason_id",
            "crm_lost_reason_name",
            "crm_pipeline_id",
            "crm_pipeline_name",
            "crm_stage_id",
            "crm_stage_name",
            "start_date",
            "expired_date",
            "crm_priority_id",
            "crm_priority_name",
            "crm_company_id",
            "crm_company_name",
            "crm_lead_ids",
            "crm_lead_name",
            "crm_deal_status",
            "product_association_ids",
            "product_association_name",
            "product_association_quantity",
            "product_association_price",
            "product_association_total_price",
            "unique_deal_id",
            "idempotency_key",
            "channel_integration_room_id",
            "additional_fields");
  }

  @Test
  void sizeIsTextWithOneDecimalOrANumberOrNull() {
    List<JsonNode> sizes = all().stream().map(row -> row.path("size")).toList();
    assertThat(sizes).anyMatch(size -> size.asString("").matches("\\d+\\.0"));
    assertThat(sizes).anyMatch(JsonNode::isNumber);
    assertThat(sizes).anyMatch(JsonNode::isNull);
    assertThat(sizes).anyMatch(size -> size.asString("").equals("0.0"));
  }

  @Test
  void theCompanyIsAnArrayOrNullAndCanBeSwitchedToAScalar() {
    assertThat(all()).anyMatch(row -> row.path("crm_company_id").isNull());
    assertThat(all()).anyMatch(row -> row.path("crm_company_id").isArray());
    set("qontak.deal-company-form", "scalar");
    assertThat(all()).noneMatch(row -> row.path("crm_company_id").isArray());
    assertThat(all()).anyMatch(row -> row.path("crm_company_id").isNumber());
  }

  @Test
  void wonAndLostAreAMatterOfStageAndClosedDatesMayBeOldOrMissing() {
    List<JsonNode> closed =
        all().stream()
            .filter(row -> List.of("Won", "Lost").contains(row.path("crm_stage_name").asString()))
            .toList();
    assertThat(closed).anyMatch(row -> row.path("closed_date").isNull());
    assertThat(closed).anyMatch(row -> row.path("closed_date").asString("9").compareTo("2024") < 0);
    assertThat(closed).anyMatch(row -> row.path("crm_lost_reason_id").isNumber());
    assertThat(all()).anyMatch(row -> row.path("crm_stage_name").asString().equals("Arsip 2019"));
  }

  @Test
  void twoPipelinesHaveStagesWithProbabilitiesAsTextAndARepeatedOrder() {
    JsonNode pipelines = client.json(CRM + "/pipelines").path("response");
    assertThat(pipelines).hasSize(2);
    JsonNode stages = client.json(CRM + "/pipelines/160001/stages").path("response");
    assertThat(stages).allMatch(stage -> stage.path("win_probability").isString());
    assertThat(stages).anyMatch(stage -> stage.path("win_probability").asString().equals("1.00"));
    assertThat(stages).anyMatch(stage -> !stage.path("active").asBoolean());
    List<Integer> orders = stages.valueStream().map(stage -> stage.path("order").asInt()).toList();
    assertThat(orders).containsSequence(3, 3);
  }

  @Test
  void theProductArraysMayHaveDifferentLengths() {
    assertThat(all())
        .anyMatch(
            row ->
                !row.path("product_association_ids").isEmpty()
                    && row.path("product_association_price").isEmpty())
        .anyMatch(
            row ->
                !row.path("product_association_ids").isEmpty()
                    && row.path("product_association_price").size()
                        == row.path("product_association_ids").size());
  }

  @Test
  void putAnswersTheWholeDealAndItsMoveEntersTheHistory() {
    String target = CRM + "/deals/" + first();
    int before = client.json(target + "/stage_history").path("response").size();
    JsonNode answer =
        PlainClient.json(client.send("PUT", target, "{\"crm_stage_id\":1000005}")).path("response");
    assertThat(answer.path("crm_stage_name").asString()).isEqualTo("Won");
    assertThat(answer.path("crm_pipeline_id").asLong()).isEqualTo(160_001);
    JsonNode history = client.json(target + "/stage_history").path("response");
    assertThat(history).hasSize(before + 1);
    JsonNode last = history.get(before);
    assertThat(last.path("current_stage").path("name").asString()).isEqualTo("Won");
    assertThat(last.path("moved_by").asString("")).isNotEmpty();
  }

  @Test
  void aWholeReadBodyIsAcceptedBack() {
    String target = CRM + "/deals/" + first();
    JsonNode row = client.json(target).path("response");
    JsonNode answer = PlainClient.json(client.send("PUT", target, row.toString())).path("response");
    assertThat(answer.path("size")).isEqualTo(row.path("size"));
    assertThat(answer.path("additional_fields").findValues("value"))
        .isEqualTo(row.path("additional_fields").findValues("value"));
  }

  @Test
  void aStageThatDoesNotExistIsRefused() {
    assertThat(client.send("PUT", CRM + "/deals/" + first(), "{\"crm_stage_id\":1}").statusCode())
        .isEqualTo(422);
    assertThat(
            client
                .send("POST", CRM + "/deals", "{\"name\":\"x\",\"crm_stage_id\":null}")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void theHistoryBeginsWithoutStageOrMoverAndEndsInTheDealsStage() {
    for (JsonNode deal : client.json(CRM + "/deals?per_page=10").path("response")) {
      JsonNode history =
          client
              .json(CRM + "/deals/" + deal.path("id").asLong() + "/stage_history")
              .path("response");
      assertThat(history.get(0).path("prev_stage").path("id").isNull()).isTrue();
      assertThat(history.get(0).path("moved_by").isNull()).isTrue();
      assertThat(history.get(history.size() - 1).path("current_stage").path("id"))
          .isEqualTo(deal.path("crm_stage_id"));
    }
  }

  @Test
  void theRealCreatorIsAnOwnerWithATeam() {
    JsonNode creator = client.json(CRM + "/deals/" + first() + "/real_creator").path("response");
    assertThat(creator.path("role").asString()).isEqualTo("owner");
    assertThat(creator.path("team").has("external_company_id")).isTrue();
  }

  @Test
  void theFullFieldViewHasNamesAndTheDateInTwoPieces() {
    JsonNode full = client.json(CRM + "/deals/" + first() + "/full-field").path("response");
    assertThat(full.path("created_at_date").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
    assertThat(full.path("created_at_time").asString()).matches("\\d\\d:\\d\\d:\\d\\d");
    assertThat(full.has("crm_stage_id")).isFalse();
    assertThat(full.path("crm_contacts").get(0).has("email")).isTrue();
  }

  @Test
  void onlyTheOfficialSpellingOfPathsIsServed() {
    for (String path : List.of("chat_history", "full_field", "owner")) {
      assertThat(client.get(CRM + "/deals/" + first() + "/" + path).statusCode()).isEqualTo(404);
    }
  }
}
