package dev.pindah.sandbox.freshsales;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ViewContractTest extends FreshsalesTest {

  private void contacts(int count) {
    for (int i = 0; i < count; i++) {
      contact(
          "\"email\":\"c%03d@contoh.example\",\"first_name\":\"N%03d\"".formatted(i, count - i));
    }
  }

  private String all() {
    return "/contacts/view/" + view("contacts", "All Contacts");
  }

  private static List<String> emails(JsonNode answer) {
    List<String> emails = new ArrayList<>();
    answer.path("contacts").forEach(row -> emails.add(row.path("email").asString()));
    return emails;
  }

  @Test
  void thereIsNoListWithoutAView() {
    for (String path :
        new String[] {"/contacts", "/deals", "/sales_accounts", "/contacts/view/1"}) {
      HttpResponse<String> refused = client.get(path);
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(messages(refused).getFirst()).contains("not authorized");
    }
    contacts(1);
    assertThat(
            client
                .json("/contacts?segment_id=" + view("contacts", "All Contacts"))
                .path("contacts"))
        .hasSize(1);
  }

  @Test
  void theViewsHaveTheirDefaultNames() {
    assertThat(client.json("/contacts/filters").path("filters").findValuesAsString("name"))
        .containsExactly(
            "My Contacts",
            "New Contacts",
            "All Contacts",
            "Recently Modified",
            "Never Contacted",
            "Active",
            "Inactive",
            "Recycle Bin");
    assertThat(client.json("/deals/filters").path("filters").findValuesAsString("name"))
        .contains("All Deals", "Open Deals", "Won Deals", "Lost Deals", "Recycle Bin");
    set("deal-views", "classic");
    assertThat(client.json("/deals/filters").path("filters").findValuesAsString("name"))
        .doesNotContain("All Deals");
    assertThat(
            client
                .json("/contacts/filters/" + view("contacts", "My Contacts"))
                .path("filter")
                .path("model_class_name")
                .asString())
        .isEqualTo("Contact");
  }

  @Test
  void pagesHave25RowsAndAtMost100() {
    contacts(103);
    JsonNode first = client.json(all());
    assertThat(first.path("contacts")).hasSize(25);
    assertThat(first.path("meta").toString()).isEqualTo("{\"total_pages\":5,\"total\":103}");
    assertThat(client.json(all() + "?per_page=500").path("contacts")).hasSize(100);
    assertThat(client.json(all() + "?per_page=100&page=2").path("contacts")).hasSize(3);
    assertThat(client.json(all() + "?per_page=0").path("contacts")).isEmpty();
    assertThat(client.json(all() + "?page=99").path("contacts")).isEmpty();
  }

  @Test
  void rowsAreSortedByAnyMemberAndLatestFirstOtherwise() {
    contacts(3);
    assertThat(emails(client.json(all())))
        .containsExactly("c002@contoh.example", "c001@contoh.example", "c000@contoh.example");
    assertThat(emails(client.json(all() + "?sort=first_name&sort_type=asc")))
        .containsExactly("c002@contoh.example", "c001@contoh.example", "c000@contoh.example");
    assertThat(emails(client.json(all() + "?sort=created_at&sort_type=asc")).getFirst())
        .isEqualTo("c000@contoh.example");
    long first = state("contacts").getFirst().path("id").asLong();
    pass("PT5S");
    client.put("/contacts/" + first, body("contact", "\"city\":\"Solo\""));
    assertThat(emails(client.json(all() + "?sort=updated_at&sort_type=desc")).getFirst())
        .isEqualTo("c000@contoh.example");
    assertThat(emails(client.json(all() + "?sort=updated_at&sort_type=asc")).getLast())
        .isEqualTo("c000@contoh.example");
  }

  @Test
  void viewsOfDealsFollowTheirStage() {
    deal("\"name\":\"open\",\"amount\":1");
    deal(
        "\"name\":\"won\",\"amount\":1,\"deal_stage_id\":"
            + named("deal_stages", "deal_stages", "Won"));
    for (String[] pair : new String[][] {{"Open Deals", "open"}, {"Won Deals", "won"}}) {
      JsonNode list = client.json("/deals/view/" + view("deals", pair[0])).path("deals");
      assertThat(list.findValuesAsString("name")).containsExactly(pair[1]);
      assertThat(list.get(0).has("deal_stage_id")).isFalse();
    }
    assertThat(client.json("/deals/view/" + view("deals", "Lost Deals")).path("deals")).isEmpty();
    JsonNode side =
        client.json("/deals/view/" + view("deals", "All Deals") + "?include=deal_stage,owner");
    assertThat(side.path("deal_stages")).hasSize(2);
    assertThat(side.path("users")).hasSize(1);
    assertThat(side.path("deals").get(0).has("deal_stage_id")).isTrue();
  }

  @Test
  void aScrollWalksByIdFromTheLastOneFetched() {
    contacts(5);
    String scroll = "/contacts/scroll/" + view("contacts", "All Contacts") + "?limit=2";
    JsonNode first = client.json(scroll);
    assertThat(emails(first)).containsExactly("c000@contoh.example", "c001@contoh.example");
    long last = first.path("contacts").get(1).path("id").asLong();
    assertThat(emails(client.json(scroll + "&last_fetched_id=" + last)))
        .containsExactly("c002@contoh.example", "c003@contoh.example");
  }

  @Test
  void rowsMayMoveBetweenPages() {
    contacts(6);
    faults("rules: [{fault: duplicate-row, path: '*view*?*page=2*'}]");
    List<String> one = emails(client.json(all() + "?per_page=3&page=1"));
    List<String> two = emails(client.json(all() + "?per_page=3&page=2"));
    assertThat(two.getFirst()).isEqualTo(one.getLast());
    faults("rules: [{fault: moved-row, path: '*view*?*page=2*'}]");
    assertThat(emails(client.json(all() + "?per_page=3&page=2"))).hasSize(2);
  }
}
