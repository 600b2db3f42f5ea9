package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happens that the caller did not ask for. */
final class LifeContractTest extends FreshsalesTest {

  @Test
  void workflowsFireOnApiWritesUntilSomeoneSwitchesThemOff() {
    set("automations", "on");
    contact("\"email\":\"a@contoh.example\",\"first_name\":\"Ani\"");
    deal("\"name\":\"x\",\"amount\":1");
    assertThat(state("tasks"))
        .extracting(task -> task.path("title").asString())
        .containsExactly("New Lead: call Ani");
    assertThat(state("outbox"))
        .extracting(mail -> mail.path("to").asString())
        .containsExactly("a@contoh.example", "rina@acme.test");
    client.plain().send("POST", "/_sandbox/automations", "{\"on\":false}");
    contact("\"email\":\"b@contoh.example\"");
    assertThat(state("tasks")).hasSize(1);
    assertThat(state("outbox")).hasSize(2);
  }

  @Test
  void aWriteWhoseAnswerIsLostWasMade() {
    faults("rules: [{fault: reset-after, method: POST, first: 1}]");
    try {
      client.post("/contacts", body("contact", "\"email\":\"a@contoh.example\""));
      throw new AssertionError("the answer was not lost");
    } catch (UncheckedIOException lost) {
      assertThat(state("contacts")).hasSize(1);
    }
    assertThat(
            client
                .post("/contacts", body("contact", "\"email\":\"a@contoh.example\""))
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void peopleGoOnWorkingInTheTarget() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    JsonNode done =
        PlainClient.json(
                client
                    .plain()
                    .send(
                        "POST",
                        "/_sandbox/evolve",
                        "{\"product\":\"freshsales\",\"changed\":1,\"added\":2}"))
            .path("freshsales");
    assertThat(done.path("contacts").path("changed").get(0).asLong()).isEqualTo(id);
    assertThat(stored("contacts", id).path("job_title").asString()).startsWith("Manager");
    assertThat(state("contacts")).hasSize(3);
    assertThat(state("deals")).hasSize(2);
    client.plain().send("POST", "/_sandbox/evolve", "{\"product\":\"freshsales\",\"deleted\":1}");
    assertThat(state("contacts")).hasSize(2);
    assertThat(state("recycle_bin")).isNotEmpty();
  }

  @Test
  void theLifecycleMayReadAsNull() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    set("lifecycle-read", "null");
    JsonNode row = client.json("/contacts/" + id + "?include=lifecycle_stage").path("contact");
    assertThat(row.path("lifecycle_stage_id").isNull()).isTrue();
    assertThat(stored("contacts", id).path("lifecycle_stage_id").asLong()).isPositive();
  }

  @Test
  void deletionMayAnswerWithNothing() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    set("delete-status", "204");
    assertThat(client.delete("/contacts/" + id).statusCode()).isEqualTo(204);
  }
}
