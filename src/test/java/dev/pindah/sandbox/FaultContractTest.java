package dev.pindah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What any server can do to a caller, on a path that the product answers with 404. */
final class FaultContractTest {

  private Sandbox sandbox;
  private PlainClient client;

  @BeforeEach
  void start() throws IOException {
    sandbox = Sandbox.start(SandboxOptions.standard());
    client = new PlainClient(sandbox.qontak());
  }

  @AfterEach
  void stop() {
    client.close();
    sandbox.close();
  }

  private void plan(String yaml) {
    HttpResponse<String> answer = client.send("PUT", "/_sandbox/faults", yaml);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void everySeventhRequestIsThrottledWithRetryAfter() {
    plan("rules: [{fault: throttle, every: 7, retry-after: 30}]");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      HttpResponse<String> response = client.get("/x");
      statuses.add(response.statusCode());
      if (response.statusCode() == 429) {
        assertThat(response.headers().firstValue("Retry-After")).hasValue("30");
      }
    }
    assertThat(statuses.get(6)).isEqualTo(429);
    assertThat(statuses.get(13)).isEqualTo(429);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(2);
  }

  @Test
  void aThrottleMayComeWithoutRetryAfterAndWithOtherHeaders() {
    plan("rules: [{fault: throttle, first: 1, headers: {X-RateLimit-Reset: '12'}}]");
    HttpResponse<String> response = client.get("/x");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).isEmpty();
    assertThat(response.headers().firstValue("X-RateLimit-Reset")).hasValue("12");
  }

  @Test
  void rulesHoldOnlyForTheirMethodAndPath() {
    plan("rules: [{fault: edge-error, status: 503, method: POST, path: '/a/*'}]");
    assertThat(client.get("/a/b").statusCode()).isNotEqualTo(503);
    assertThat(client.send("POST", "/b/a", "x").statusCode()).isNotEqualTo(503);
    HttpResponse<String> struck = client.send("POST", "/a/b", "x");
    assertThat(struck.statusCode()).isEqualTo(503);
    assertThat(struck.headers().firstValue("Content-Type")).hasValue("text/html");
  }

  @Test
  void afterAndFirstMakeAWindow() {
    plan("rules: [{fault: edge-error, status: 502, after: 2, first: 3}]");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      statuses.add(client.get("/x").statusCode() == 502 ? 1 : 0);
    }
    assertThat(statuses).containsExactly(0, 0, 1, 1, 1, 0, 0);
  }

  @Test
  void aRateStrikesTheSameRequestsForTheSameSeed() {
    String yaml = "{seed: 5, rules: [{fault: edge-error, status: 500, rate: 0.3}]}";
    plan(yaml);
    List<Integer> once = statuses(60);
    plan(yaml);
    assertThat(statuses(60)).isEqualTo(once);
    assertThat(once.stream().filter(status -> status == 500).count()).isBetween(8L, 30L);
  }

  private List<Integer> statuses(int count) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      statuses.add(client.get("/x").statusCode());
    }
    return statuses;
  }

  @Test
  void aChallengePageIsHtmlUnderStatus200() {
    plan("rules: [{fault: challenge-page}]");
    HttpResponse<String> page = client.get("/x");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).startsWith("<html>");
  }

  @Test
  void aResetLeavesTheCallerWithoutAnAnswer() {
    plan("rules: [{fault: reset-before}]");
    assertThatThrownBy(() -> client.send("POST", "/x", "body"))
        .isInstanceOf(UncheckedIOException.class);
    plan("rules: [{fault: reset-after}]");
    assertThatThrownBy(() -> client.send("POST", "/x", "body"))
        .isInstanceOf(UncheckedIOException.class);
    JsonNode log = PlainClient.json(client.get("/_sandbox/requests"));
    assertThat(log.path("counts").toString()).contains("\"status\":0");
  }

  @Test
  void aTruncatedBodyEndsBeforeItsPromisedLength() {
    plan("rules: [{fault: truncated-body, keep: 0.5}]");
    assertThatThrownBy(() -> client.get("/x")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aSlowBodyArrivesWholeButLate() {
    HttpResponse<String> plain = client.get("/x");
    plan("rules: [{fault: slow-body, millis: 300}]");
    long start = System.nanoTime();
    HttpResponse<String> slow = client.get("/x");
    assertThat(System.nanoTime() - start).isGreaterThan(250_000_000L);
    assertThat(slow.body()).hasSameSizeAs(plain.body());
  }

  @Test
  void aWrongContentTypeLeavesTheBodyAlone() {
    plan("rules: [{fault: wrong-content-type, type: text/plain}]");
    HttpResponse<String> response = client.get("/x");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
    assertThat(PlainClient.json(response).isObject()).isTrue();
  }

  @Test
  void aWrongPlanIsRefusedWithEveryProblemAndTheOldOneStays() {
    plan("rules: [{fault: edge-error, status: 500}]");
    HttpResponse<String> refused =
        client.send("PUT", "/_sandbox/faults", "{rules: [{fault: thunder, evry: 3}]}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("thunder").contains("evry");
    assertThat(client.get("/x").statusCode()).isEqualTo(500);
    client.send("DELETE", "/_sandbox/faults", "");
    assertThat(client.get("/x").statusCode()).isNotEqualTo(500);
  }

  @Test
  void theAdminPathsAreNeverStruck() {
    plan("rules: [{fault: reset-before}]");
    assertThat(client.get("/_sandbox").statusCode()).isEqualTo(200);
  }
}
