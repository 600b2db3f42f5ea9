package dev.pindah.connect.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Habits;
import dev.pindah.connect.Reply;
import dev.pindah.connect.ScriptedServer;
import dev.pindah.connect.http.Tempo;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Plan;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The CRM's undocumented way of making fields: only what its metadata shows has been made. */
class FieldExperimentTest {
  private static final String FORMS = "/crm/sales/settings/contacts/forms";

  private final ScriptedServer server = new ScriptedServer("");
  private final FreshsalesDestination target =
      new FreshsalesDestination(
          new FreshsalesSettings(server.url(), "key", Plan.ENTERPRISE, 1, true),
          Clock.systemUTC(),
          new Tempo(10_000),
          (product, endpoint) -> {},
          Habits.ASSUMED);

  @AfterEach
  void stop() {
    server.close();
  }

  private void shows(String fields) {
    server.says(
        "GET /crm/sales/api/settings/contacts/fields", 200, "{\"fields\":[" + fields + "]}");
  }

  private static String field(String type) {
    return "{\"id\":9,\"name\":\"cf_segmen\",\"label\":\"Segmen\",\"type\":\"" + type + "\"}";
  }

  private Reply<String> add() {
    return target
        .schemaWriter(TargetModule.CONTACTS, true)
        .orElseThrow()
        .addField(TargetModule.CONTACTS, "Segmen", FieldType.DROPDOWN, List.of("Toko", "Web"));
  }

  @Test
  void withoutTheFlagThereIsNone() {
    assertThat(target.schemaWriter(TargetModule.CONTACTS, false)).isEmpty();
  }

  @Test
  void whatTheMetadataShowsIsMade() {
    server.says("GET " + FORMS, 200, "{\"forms\":[{\"id\":31}]}");
    server.says("POST " + FORMS + "/31/fields", 201, "{}");
    shows(field("dropdown"));
    assertThat(add()).isEqualTo(new Reply.Ok<>("cf_segmen"));
    assertThat(server.bodies)
        .contains(
            "{\"label\":\"Segmen\",\"type\":\"dropdown\",\"required\":false,\"choices\":"
                + "[{\"value\":\"Toko\",\"position\":1},{\"value\":\"Web\",\"position\":2}]}");
  }

  @Test
  void whatItDoesNotShowIsNotMadeWhateverTheAnswerSays() {
    server.says("POST " + FORMS + "/1/fields", 201, "{\"field\":{\"id\":9}}");
    shows("");
    assertThat(add())
        .isEqualTo(
            new Reply.Refused<>(
                "not-made", "the metadata does not show it; an admin has to make it"));
  }

  @Test
  void whatItShowsIsMadeAlsoWhenTheAnswerWasAnError() {
    server.says("POST " + FORMS + "/1/fields", 500, "<html></html>");
    shows(field("dropdown"));
    assertThat(add()).isEqualTo(new Reply.Ok<>("cf_segmen"));
  }

  @Test
  void anotherTypeIsNoSuccess() {
    server.says("POST " + FORMS + "/1/fields", 201, "{}");
    shows(field("text"));
    assertThat(add())
        .isEqualTo(
            new Reply.Refused<>("other-type", "it was made as text; an admin has to make it anew"));
  }

  @Test
  void anAccountThatTakesNoneSaysSo() {
    shows("");
    assertThat(add()).isInstanceOf(Reply.Refused.class);
  }
}
