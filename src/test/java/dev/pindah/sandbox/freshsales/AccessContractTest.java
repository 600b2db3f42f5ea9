package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AccessContractTest extends FreshsalesTest {

  private HttpResponse<String> with(String authorization) {
    return client.plain().get(TokenClient.API + "/selector/owners", "Authorization", authorization);
  }

  @Test
  void onlyATokenOpensTheDoor() {
    for (String wrong :
        new String[] {"Token token=nobody", "Bearer " + TokenClient.KEY, TokenClient.KEY}) {
      assertThat(with(wrong).statusCode()).isEqualTo(401);
      assertThat(with(wrong).body()).isEqualTo("{\"login\":\"failed\"}");
    }
    assertThat(with("Token token=" + TokenClient.KEY).statusCode()).isEqualTo(200);
    assertThat(client.plain().get(TokenClient.API + "/selector/owners").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aReadOnlyKeyReadsAndIsRefusedWrites() {
    String reader = "Token token=demo-freshsales-read-only";
    assertThat(with(reader).statusCode()).isEqualTo(200);
    HttpResponse<String> write =
        client.plain().send("POST", TokenClient.API + "/contacts", "{}", "Authorization", reader);
    assertThat(write.statusCode()).isEqualTo(403);
    assertThat(messages(write)).singleElement().asString().contains("not authorized");
  }

  @Test
  void theDescriptionNamesKeyAndPlan() {
    JsonNode account =
        PlainClient.json(client.plain().get("/_sandbox"))
            .path("products")
            .path("freshsales")
            .path("account");
    assertThat(account.path("apiKey").asString()).isEqualTo(TokenClient.KEY);
    assertThat(account.path("user").asString()).isEqualTo("rina@acme.test");
    assertThat(account.path("plan").asString()).isEqualTo("growth");
  }

  @Test
  void everyAnswerTellsTheHourlyQuota() {
    HttpResponse<String> first = client.get("/selector/owners");
    HttpResponse<String> second = client.get("/nowhere");
    assertThat(first.headers().firstValue("x-ratelimit-limit")).hasValue("1000");
    assertThat(first.headers().firstValue("x-ratelimit-remaining")).hasValue("999");
    assertThat(second.headers().firstValue("x-ratelimit-remaining")).hasValue("998");
    assertThat(Integer.parseInt(second.headers().firstValue("x-ratelimit-reset").orElseThrow()))
        .isBetween(3590, 3600);
  }

  @Test
  void theMinuteEndsBeforeTheHourAndComesBack() {
    set("per-minute", "3");
    for (int i = 0; i < 3; i++) {
      assertThat(client.get("/selector/owners").statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = client.get("/selector/owners");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(messages(refused)).containsExactly("Too many requests");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(refused.headers().firstValue("x-ratelimit-remaining")).hasValue("0");
    assertThat(Integer.parseInt(refused.headers().firstValue("x-ratelimit-reset").orElseThrow()))
        .isBetween(50, 60);
    set("retry-after-header", "on");
    assertThat(client.get("/selector/owners").headers().firstValue("Retry-After")).isPresent();
    pass("PT61S");
    assertThat(client.get("/selector/owners").statusCode()).isEqualTo(200);
  }

  @Test
  void theHourIsUsedUpAndComesBack() {
    set("per-hour", "2");
    client.get("/selector/owners");
    client.get("/selector/owners");
    assertThat(client.get("/selector/owners").statusCode()).isEqualTo(429);
    pass("PT61S");
    assertThat(client.get("/selector/owners").statusCode()).isEqualTo(429);
    pass("PT1H");
    assertThat(client.get("/selector/owners").statusCode()).isEqualTo(200);
  }

  @Test
  void aQuotaMayChangeInTheMiddleOfARun() {
    faults("rules: [{fault: quota, first: 1, per-hour: 7}]");
    assertThat(client.get("/selector/owners").headers().firstValue("x-ratelimit-limit"))
        .hasValue("7");
    assertThat(client.get("/selector/owners").headers().firstValue("x-ratelimit-limit"))
        .hasValue("7");
  }

  @Test
  void whatTheApiCannotDoIsNotFound() {
    for (String path :
        new String[] {"/users", "/deal_pipelines", "/deal_stages", "/settings/contacts/fields"}) {
      assertThat(client.post(path, "{}").statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void xmlIsNotAcceptable() {
    assertThat(client.get("/contacts/1.xml").statusCode()).isEqualTo(406);
  }

  @Test
  void unhandledErrorsCarryNothingButTheirCode() {
    faults("rules: [{fault: status, status: 500}]");
    assertThat(client.get("/selector/owners").body()).isEqualTo("{\"error_code\":500}");
  }
}
