package dev.pindah.sandbox.freshdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class DeskAccessContractTest extends FreshdeskTest {

  @Test
  void theKeyIsTheUserOfBasicAuthentication() {
    assertThat(json("/agents/me").path("contact").path("email").asString())
        .isEqualTo("rina@acme.test");
    HttpResponse<String> wrong = plain.get(API + "/agents/me", "Authorization", key("nobody"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(PlainClient.json(wrong).path("code").asString()).isEqualTo("invalid_credentials");
  }

  @Test
  void everyAnswerCarriesVersionAndLimits() {
    HttpResponse<String> answer = get("/agents/me");
    assertThat(answer.headers().firstValue("X-Freshdesk-Api-Version"))
        .hasValue("latest=v2; requested=v2");
    assertThat(answer.headers().firstValue("X-RateLimit-Total")).hasValue("400");
    assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).hasValue("399");
    plain.get(API + "/agents/me", "Authorization", key("nobody"));
    assertThat(get("/agents/me").headers().firstValue("X-RateLimit-Remaining")).hasValue("397");
  }

  @Test
  void listsHaveALimitOfTheirOwnAndIncludesCostMore() {
    HttpResponse<String> list = get("/tickets?include=stats");
    assertThat(list.headers().firstValue("X-RateLimit-Total")).hasValue("100");
    assertThat(list.headers().firstValue("X-RateLimit-Used-CurrentRequest")).hasValue("3");
    assertThat(list.headers().firstValue("X-RateLimit-Remaining")).hasValue("97");
  }

  @Test
  void beyondTheMinuteIsThrottledWithRetryAfter() {
    set("per-minute", "2");
    get("/agents/me");
    get("/agents/me");
    HttpResponse<String> refused = get("/agents/me");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(50, 60);
    pass("PT61S");
    assertThat(get("/agents/me").statusCode()).isEqualTo(200);
  }

  @Test
  void formatsAndPathsAreStrict() {
    assertThat(send("GET", "/agents/me", "", "Accept", "text/html").statusCode()).isEqualTo(406);
    assertThat(send("POST", "/tickets", "<a/>", "Content-Type", "application/xml").statusCode())
        .isEqualTo(415);
    assertThat(problems(get("/agents/"))).containsExactly("path invalid_field");
    HttpResponse<String> nowhere = get("/tickets/999");
    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).isEmpty();
    assertThat(send("PATCH", "/tickets", "{}").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/tickets", "{").body()).contains("invalid_json");
  }

  @Test
  void aFreePlanHasNoApi() throws IOException {
    try (Sandbox free = Sandbox.start(SandboxOptions.standard().withPlan(Plan.FREE));
        PlainClient client = new PlainClient(free.freshdesk())) {
      assertThat(
              client
                  .get(API + "/agents/me", "Authorization", key("demo-freshdesk-key"))
                  .statusCode())
          .isEqualTo(403);
    }
  }
}
