package dev.pindah.connect.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each channel gets the form that it understands. */
class WebhookTest {
  private static final String NEWS = "Pindah, contoh: \"something\" is broken.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.slack.test/services/T0/B0/x",
        "https://logic.azure.com.chat.test/workflows/1"
      })
  void aTextWhereNothingElseIsKnown(String address) {
    assertThat(new Webhook(URI.create(address)).body(NEWS))
        .hasToString("{\"text\":\"Pindah, contoh: \\\"something\\\" is broken.\"}");
  }

  @Test
  void aCardForWorkflowsOfTeams() {
    JsonNode body =
        new Webhook(URI.create("https://prod-7.Westeurope.logic.azure.com:443/workflows/1?sig=x"))
            .body(NEWS);
    assertThat(body.path("type").asString()).isEqualTo("message");
    JsonNode card = body.path("attachments").path(0);
    assertThat(card.path("contentType").asString())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(card.path("content").path("type").asString()).isEqualTo("AdaptiveCard");
    assertThat(card.path("content").path("body").path(0).path("text").asString()).isEqualTo(NEWS);
  }

  @Test
  void aChannelThatIsAwayIsSaidWithoutItsAddress() {
    assertThat(new Webhook(URI.create("http://127.0.0.1:9/secret")).say(NEWS))
        .hasValueSatisfying(said -> assertThat(said).doesNotContain("secret", NEWS));
  }
}
