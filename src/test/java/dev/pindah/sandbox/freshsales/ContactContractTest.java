package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ContactContractTest extends FreshsalesTest {

  private HttpResponse<String> post(String members) {
    return client.post("/contacts", body("contact", members));
  }

  @Test
  void aCreatedContactComesBackWhole() {
    JsonNode sari =
        contact(
            "\"first_name\":\"Sari\",\"last_name\":\"W\",\"emails\":[{\"value\":\"sari@contoh.example\",\"is_primary\":true}],\"mobile_number\":\"+62812\",\"external_id\":\"qontak:contact:1\",\"tags\":[\"a\",\"a\",\"b\"]");
    assertThat(sari.path("id").asLong()).isGreaterThan(400_000_000_000L);
    assertThat(sari.path("display_name").asString()).isEqualTo("Sari W");
    assertThat(sari.path("email").asString()).isEqualTo("sari@contoh.example");
    assertThat(sari.path("emails").get(0).path("is_primary").asBoolean()).isTrue();
    assertThat(sari.path("open_deals_amount").asString()).isEqualTo("0.0");
    assertThat(sari.path("links").path("notes").asString())
        .isEqualTo("/contacts/" + sari.path("id").asLong() + "/notes?include=creater");
    assertThat(sari.path("tags")).hasSize(2);
    assertThat(client.json("/contacts/" + sari.path("id").asLong()).path("contact"))
        .isEqualTo(sari);
  }

  @Test
  void anEmailIsNeededValidAndNobodyElses() {
    assertThat(messages(post("\"first_name\":\"A\""))).containsExactly("Need to fill this Email");
    assertThat(messages(post("\"email\":\"\""))).containsExactly("Need to fill this Email");
    assertThat(messages(post("\"email\":\"nonsense\"")).getFirst())
        .contains("invalid email address");
    contact("\"email\":\"a@contoh.example\"");
    HttpResponse<String> twice = post("\"email\":\"A@Contoh.example\"");
    assertThat(twice.statusCode()).isEqualTo(400);
    assertThat(messages(twice)).containsExactly("A@Contoh.example already exists.");
  }

  @Test
  void aSecondaryEmailCountsAsWell() {
    contact(
        "\"emails\":[{\"value\":\"a@contoh.example\",\"is_primary\":true},{\"value\":\"b@contoh.example\"}]");
    assertThat(messages(post("\"email\":\"b@contoh.example\"")))
        .containsExactly("b@contoh.example already exists.");
    long other = contact("\"email\":\"c@contoh.example\"").path("id").asLong();
    assertThat(
            messages(
                client.put(
                    "/contacts/" + other, body("contact", "\"email\":\"b@contoh.example\""))))
        .containsExactly("b@contoh.example already exists.");
  }

  @Test
  void anEmailIsFreeAgainOnceItsContactIsDeleted() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    assertThat(client.delete("/contacts/" + id).body()).isEqualTo("true");
    contact("\"email\":\"a@contoh.example\"");
  }

  @Test
  void aTooLongNameIsRefused() {
    assertThat(
            messages(
                    post(
                        "\"email\":\"a@contoh.example\",\"first_name\":\""
                            + "x".repeat(300)
                            + "\""))
                .getFirst())
        .contains("not in required length");
    contact("\"email\":\"a@contoh.example\",\"first_name\":\"" + "x".repeat(100) + "\"");
  }

  @Test
  void unknownKeysAndDatesAreIgnored() {
    JsonNode row =
        contact(
            "\"email\":\"a@contoh.example\",\"custom_fields\":{\"x\":1},\"nonsense\":2,\"created_at\":\"2001-01-01T00:00:00Z\"");
    assertThat(row.has("nonsense")).isFalse();
    assertThat(row.has("custom_fields")).isFalse();
    assertThat(row.path("created_at").asString()).doesNotStartWith("2001");
  }

  @Test
  void theDefaultLifecycleIsLeadAndNew() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    JsonNode read =
        client.json("/contacts/" + id + "?include=lifecycle_stage,contact_status,owner");
    assertThat(read.path("lifecycle_stages").get(0).path("name").asString()).isEqualTo("Lead");
    assertThat(read.path("contact_status").get(0).path("name").asString()).isEqualTo("New");
    assertThat(read.path("contact").path("owner_id"))
        .isEqualTo(read.path("users").get(0).path("id"));
    assertThat(client.json("/contacts/" + id).path("contact").has("owner_id")).isFalse();
  }

  @Test
  void wrongStatusAndStageAreNamed() {
    assertThat(
            messages(
                post(
                    "\"email\":\"a@contoh.example\",\"contact_status_id\":1,\"lifecycle_stage_id\":2")))
        .containsExactly("Invalid contact status provided.", "Invalid lifecycle stage provided.");
  }

  @Test
  void anExternalIdIsUnique() {
    contact("\"email\":\"a@contoh.example\",\"external_id\":\"q:1\"");
    assertThat(post("\"email\":\"b@contoh.example\",\"external_id\":\"q:1\"").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aPartialPutLeavesTheRestAndNullClears() {
    long id =
        contact("\"email\":\"a@contoh.example\",\"city\":\"Solo\",\"job_title\":\"CEO\"")
            .path("id")
            .asLong();
    JsonNode changed =
        PlainClient.json(client.put("/contacts/" + id, body("contact", "\"job_title\":null")))
            .path("contact");
    assertThat(changed.path("city").asString()).isEqualTo("Solo");
    assertThat(changed.path("job_title").isNull()).isTrue();
  }

  @Test
  void badPhonesAreNullAndGoodOnesStay() {
    JsonNode row =
        contact(
            "\"email\":\"a@contoh.example\",\"mobile_number\":\""
                + "1".repeat(31)
                + "\",\"work_number\":\"021 555 0101\"");
    assertThat(row.path("mobile_number").isNull()).isTrue();
    assertThat(row.path("work_number").asString()).isEqualTo("021 555 0101");
  }

  @Test
  void accountsOfAContactHaveExactlyOnePrimary() {
    long one = account("\"name\":\"Satu\"").path("id").asLong();
    long two = account("\"name\":\"Dua\"").path("id").asLong();
    long id =
        contact(
                "\"email\":\"a@contoh.example\",\"sales_accounts\":[{\"id\":%d},{\"id\":%d,\"is_primary\":true},{\"id\":5}]"
                    .formatted(one, two))
            .path("id")
            .asLong();
    JsonNode read = client.json("/contacts/" + id + "?include=sales_accounts");
    assertThat(read.path("contact").path("sales_accounts").toString())
        .isEqualTo(
            "[{\"id\":%d,\"is_primary\":false},{\"id\":%d,\"is_primary\":true}]"
                .formatted(one, two));
    assertThat(read.path("sales_accounts").findValuesAsString("name"))
        .containsExactly("Satu", "Dua");
    assertThat(
            client
                .json("/sales_accounts/" + two + "/contacts")
                .path("contacts")
                .get(0)
                .path("id")
                .asLong())
        .isEqualTo(id);
  }

  @Test
  void bodiesThatAreNotWhatIsNeeded() {
    assertThat(messages(client.post("/contacts", "{\"first_name\":\"A\"}"))).isNotEmpty();
    assertThat(messages(client.post("/contacts", "{\"contact\":")).getFirst()).contains("JSON");
    HttpResponse<String> text =
        client.send("POST", "/contacts", "hello", "Content-Type", "text/plain");
    assertThat(messages(text)).containsExactly("Invalid or missing attributes");
    assertThat(client.send("POST", "/deals", "hello", "Content-Type", "text/plain").body())
        .isEqualTo("{\"error_code\":500}");
  }

  @Test
  void deletedContactsAreGoneButInTheRecycleBin() {
    long id = contact("\"email\":\"a@contoh.example\"").path("id").asLong();
    assertThat(client.delete("/contacts/" + id).statusCode()).isEqualTo(200);
    assertThat(client.delete("/contacts/" + id).statusCode()).isEqualTo(404);
    assertThat(messages(client.get("/contacts/" + id)).getFirst()).contains("not in the CRM");
    assertThat(client.put("/contacts/" + id, body("contact", "")).statusCode()).isEqualTo(404);
    JsonNode bin = client.json("/contacts/view/" + view("contacts", "Recycle Bin"));
    assertThat(bin.path("contacts").get(0).path("id").asLong()).isEqualTo(id);
    assertThat(bin.path("contacts").get(0).path("is_deleted").asBoolean()).isTrue();
    assertThat(client.delete("/contacts/" + id + "/forget").body()).isEqualTo("true");
    assertThat(state("recycle_bin")).isEmpty();
  }

  @Test
  void aRestoredContactHasLostItsCustomValuesAndTheRouteMustBeSwitchedOn() {
    String name =
        admin("/fields", "{\"module\":\"contacts\",\"label\":\"Kelas\"}").path("name").asString();
    long id =
        contact("\"email\":\"a@contoh.example\",\"custom_field\":{\"" + name + "\":\"x\"}")
            .path("id")
            .asLong();
    client.delete("/contacts/" + id);
    assertThat(client.put("/contacts/" + id + "/restore", "").statusCode()).isEqualTo(404);
    set("restore-route", "on");
    assertThat(client.put("/contacts/" + id + "/restore", "").statusCode()).isEqualTo(200);
    assertThat(
            client.json("/contacts/" + id).path("contact").path("custom_field").path(name).isNull())
        .isTrue();
  }
}
