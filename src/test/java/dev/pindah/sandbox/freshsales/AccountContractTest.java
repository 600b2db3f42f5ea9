package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AccountContractTest extends FreshsalesTest {

  private HttpResponse<String> post(String members) {
    return client.post("/sales_accounts", body("sales_account", members));
  }

  @Test
  void aNameIsNeededAndTakenOnce() {
    assertThat(messages(post("\"city\":\"Solo\"")).getFirst()).contains("can't be empty");
    account("\"name\":\"PT Contoh\"");
    HttpResponse<String> again = post("\"name\":\"pt contoh\"");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(messages(again)).containsExactly("Name has already been taken");
    set("account-name-unique", "off");
    assertThat(post("\"name\":\"PT Contoh\"").statusCode()).isEqualTo(200);
  }

  @Test
  void aNameHas255CharactersAtMost() {
    account("\"name\":\"" + "x".repeat(255) + "\"");
    assertThat(messages(post("\"name\":\"" + "y".repeat(256) + "\"")).getFirst())
        .contains("not in required length");
  }

  @Test
  void aWebsiteMustLookLikeOneAndABadPhoneBecomesNull() {
    assertThat(messages(post("\"name\":\"A\",\"website\":\"not a site\"")))
        .containsExactly("website is not in required format");
    JsonNode row =
        account("\"name\":\"A\",\"website\":\"www.contoh.example\",\"phone\":\"call me\"");
    assertThat(row.path("website").asString()).isEqualTo("www.contoh.example");
    assertThat(row.path("phone").isNull()).isTrue();
  }

  @Test
  void numbersAreNumbersAndReferencesMustExist() {
    long industry = named("industry_types", "industry_types", "Retail");
    long parent = account("\"name\":\"Induk\"").path("id").asLong();
    JsonNode row =
        account(
            "\"name\":\"Anak\",\"number_of_employees\":\"50\",\"annual_revenue\":250000000,\"industry_type_id\":%d,\"business_type_id\":1,\"parent_sales_account_id\":%d"
                .formatted(industry, parent));
    assertThat(row.path("number_of_employees").asInt()).isEqualTo(50);
    assertThat(row.path("annual_revenue").asLong()).isEqualTo(250_000_000);
    assertThat(row.path("parent_sales_account_id").asLong()).isEqualTo(parent);
    JsonNode stored = stored("sales_accounts", row.path("id").asLong());
    assertThat(stored.path("industry_type_id").asLong()).isEqualTo(industry);
    assertThat(stored.path("business_type_id").isNull()).isTrue();
    set("unknown-reference", "refuse");
    assertThat(post("\"name\":\"B\",\"business_type_id\":1").statusCode()).isEqualTo(400);
  }

  @Test
  void dealsAreSummedAsTextAndCountedAsNumbers() {
    long id = account("\"name\":\"A\"").path("id").asLong();
    long won = named("deal_stages", "deal_stages", "Won");
    deal("\"name\":\"x\",\"amount\":100.25,\"sales_account_id\":" + id);
    deal(
        "\"name\":\"y\",\"amount\":7,\"sales_account_id\":%d,\"deal_stage_id\":%d"
            .formatted(id, won));
    JsonNode row = client.json("/sales_accounts/" + id).path("sales_account");
    assertThat(row.path("open_deals_amount").asString()).isEqualTo("100.25");
    assertThat(row.path("open_deals_count").asInt()).isEqualTo(1);
    assertThat(row.path("won_deals_amount").asString()).isEqualTo("7.0");
  }

  @Test
  void aDeletedAccountLosesItsDeals() {
    long id = account("\"name\":\"A\"").path("id").asLong();
    long deal = deal("\"name\":\"x\",\"amount\":1,\"sales_account_id\":" + id).path("id").asLong();
    client.delete("/sales_accounts/" + id);
    assertThat(stored("deals", deal).path("sales_account_id").isNull()).isTrue();
  }

  @Test
  void theListHidesReferencesUntilTheyAreIncluded() {
    long parent = account("\"name\":\"Induk\"").path("id").asLong();
    account("\"name\":\"Anak\",\"parent_sales_account_id\":" + parent);
    String view = "/sales_accounts/view/" + view("sales_accounts", "All Accounts");
    assertThat(client.json(view).path("sales_accounts").get(0).has("owner_id")).isFalse();
    JsonNode full = client.json(view + "?include=owner,parent_sales_account_info,nonsense");
    assertThat(full.path("sales_accounts").get(0).path("parent_sales_account_id").asLong())
        .isEqualTo(parent);
    assertThat(full.path("parent_sales_account_info").findValuesAsString("name"))
        .isEqualTo(List.of("Induk"));
    assertThat(full.path("users")).hasSize(1);
  }
}
