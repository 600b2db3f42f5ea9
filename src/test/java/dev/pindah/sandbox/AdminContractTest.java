package dev.pindah.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class AdminContractTest {

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

  @Test
  void theDescriptionNamesUrlSeedSizeAndProcess() {
    JsonNode description = PlainClient.json(client.get("/_sandbox"));
    assertThat(description.path("products").path("qontak").path("url").asString())
        .isEqualTo(sandbox.qontak().toString());
    assertThat(description.path("size").asString()).isEqualTo("tiny");
    assertThat(description.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(Json.parse(sandbox.describe())).isEqualTo(description);
  }

  @Test
  void requestsAreCountedByRouteAndStatusAndTheCountCanBeReset() {
    client.get("/nowhere");
    client.get("/nowhere");
    JsonNode requests = PlainClient.json(client.get("/_sandbox/requests"));
    assertThat(requests.path("total").asInt()).isEqualTo(2);
    assertThat(requests.path("counts").get(0).path("count").asInt()).isEqualTo(2);
    assertThat(client.send("DELETE", "/_sandbox/requests", "").statusCode()).isEqualTo(204);
    assertThat(PlainClient.json(client.get("/_sandbox/requests")).path("total").asInt()).isZero();
  }

  @Test
  void theSimulatedClockCanBeAdvanced() {
    JsonNode before = PlainClient.json(client.get("/_sandbox/clock"));
    JsonNode after =
        PlainClient.json(client.send("POST", "/_sandbox/clock", "{\"advance\":\"PT7H\"}"));
    assertThat(java.time.Instant.parse(after.path("now").asString()))
        .isAfter(java.time.Instant.parse(before.path("now").asString()).plusSeconds(7 * 3600 - 1));
  }

  @Test
  void anUnknownSwitchIsRefusedByName() {
    var refused = client.send("PUT", "/_sandbox/switches", "{\"qontak.nonsense\":\"on\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("qontak.nonsense");
  }

  @Test
  void stopEndsTheSandbox() throws InterruptedException {
    assertThat(client.send("POST", "/_sandbox/stop", "").statusCode()).isEqualTo(202);
    sandbox.awaitStop();
    assertThat(sandbox.workspace()).doesNotExist();
  }
}
