package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What must be true of the simulated target after a migration, told from the state of both
 * simulated products alone: every source record at most once, none without a source record, links
 * as in the source.
 */
final class TargetTruth {
  private static final Pattern NOTE = Pattern.compile("^\\[qontak:([^\\]]+)\\]");
  private static final Pattern TASK = Pattern.compile("\\[qontak:([^\\]]+)\\]$");

  private final Rehearsal rehearsal;

  TargetTruth(Rehearsal rehearsal) {
    this.rehearsal = rehearsal;
  }

  /** Expects so many records of the source to be left out, by source collection. */
  void holds(Map<String, Integer> leftOut) {
    Map<String, JsonNode> companies = once("companies", "sales_accounts", leftOut);
    Map<String, JsonNode> contacts = once("contacts", "contacts", leftOut);
    int held = otherCurrency() + leftOut.getOrDefault("deals", 0);
    Map<String, JsonNode> deals = once("deals", "deals", Map.of("deals", held));
    hangs(Map.of("company", companies, "person", contacts, "deal", deals));
    for (JsonNode contact : rehearsal.state("qontak", "contacts")) {
      JsonNode row = contacts.get(contact.path("id").asString());
      JsonNode company = companies.get(contact.path("crm_company_id").asString(""));
      if (row != null) {
        Set<Long> linked = new HashSet<>();
        row.path("sales_accounts").forEach(link -> linked.add(link.path("id").asLong()));
        assertThat(linked)
            .as("accounts of contact %s", contact.path("id"))
            .isEqualTo(company == null ? Set.of() : Set.of(company.path("id").asLong()));
      }
    }
    for (JsonNode deal : rehearsal.state("qontak", "deals")) {
      JsonNode row = deals.get(deal.path("id").asString());
      if (row != null) {
        Set<Long> wanted = new HashSet<>();
        for (JsonNode id : deal.path("crm_lead_ids")) {
          JsonNode contact = contacts.get(id.asString());
          if (contact != null) {
            wanted.add(contact.path("id").asLong());
          }
        }
        Set<Long> linked = new HashSet<>();
        row.path("contact_ids").forEach(id -> linked.add(id.asLong()));
        assertThat(linked).as("contacts of deal %s", deal.path("id")).isEqualTo(wanted);
        JsonNode company = companies.get(deal.path("crm_company_id").path(0).asString(""));
        assertThat(row.path("sales_account_id").asLong(0))
            .as("account of deal %s", deal.path("id"))
            .isEqualTo(company == null ? 0 : company.path("id").asLong());
      }
    }
  }

  /** Deals in a currency that the target does not have are held: amounts are never converted. */
  private int otherCurrency() {
    return (int)
        rehearsal.state("qontak", "deals").stream()
            .filter(deal -> deal.path("currency").asString().equals("SGD"))
            .count();
  }

  /** Notes, tasks and lists: each source record once, on the record that it hung on. */
  private void hangs(Map<String, Map<String, JsonNode>> records) {
    Map<String, JsonNode> notes = marked("notes", NOTE);
    for (JsonNode note : rehearsal.state("qontak", "notes")) {
      JsonNode row = notes.get("note:" + note.path("id").asString());
      Optional<String> parent = parent(note, records);
      if (row == null) {
        assertThat(parent).as("note %s is left out", note.path("id")).isEmpty();
      } else {
        assertThat(row.path("targetables").path(0).path("id").asString())
            .as("parent of note %s", note.path("id"))
            .isEqualTo(parent.orElse("none"));
      }
    }
    Map<String, JsonNode> tasks = marked("tasks", TASK);
    for (String object : List.of("task", "ticket")) {
      long there = tasks.keySet().stream().filter(key -> key.startsWith(object + ":")).count();
      assertThat(there)
          .as(object)
          .isBetween(1L, (long) rehearsal.state("qontak", object + "s").size());
    }
    // Every file of the source has bytes of its own.
    assertThat(rehearsal.state("freshsales", "documents"))
        .isNotEmpty()
        .extracting(
            file -> file.path("targetables") + file.path("name").asString() + file.path("sha256"))
        .doesNotHaveDuplicates();
    assertThat(rehearsal.state("freshsales", "lists"))
        .extracting(list -> list.path("name").asString())
        .containsExactlyInAnyOrderElementsOf(
            rehearsal.state("qontak", "contact_lists").stream()
                .map(list -> list.path("name").asString())
                .toList());
  }

  private static Optional<String> parent(
      JsonNode note, Map<String, Map<String, JsonNode>> records) {
    return Stream.of("deal", "person", "company")
        .flatMap(
            kind ->
                Stream.ofNullable(
                    records
                        .getOrDefault(kind, Map.of())
                        .get(note.path("crm_" + kind + "_id").asString(""))))
        .map(row -> row.path("id").asString())
        .findFirst();
  }

  private Map<String, JsonNode> marked(String module, Pattern place) {
    Map<String, JsonNode> marked = new HashMap<>();
    for (JsonNode row : rehearsal.state("freshsales", module)) {
      Matcher mark = place.matcher(row.path("description").asString(""));
      assertThat(mark.find()).as("a mark in %s", row).isTrue();
      assertThat(marked.put(mark.group(1), row)).as("%s is there once", mark.group(1)).isNull();
    }
    return marked;
  }

  private Map<String, JsonNode> once(String from, String to, Map<String, Integer> leftOut) {
    Map<String, JsonNode> source = new HashMap<>();
    rehearsal.state("qontak", from).forEach(row -> source.put(row.path("id").asString(), row));
    List<JsonNode> rows = rehearsal.state("freshsales", to);
    String idField = idField(to);
    Map<String, JsonNode> target = new HashMap<>();
    for (JsonNode row : rows) {
      String id = row.path("custom_field").path(idField).asString("");
      assertThat(source).as("a source record behind %s", row).containsKey(id);
      assertThat(target.put(id, row)).as("%s %s is there once", to, id).isNull();
    }
    assertThat(target).as(to).hasSize(source.size() - leftOut.getOrDefault(from, 0));
    return target;
  }

  private String idField(String module) {
    return rehearsal.state("freshsales", "fields").stream()
        .filter(field -> field.path("module").asString().equals(module))
        .filter(field -> field.path("label").asString().equals("qontak_id__c"))
        .map(field -> field.path("name").asString())
        .findFirst()
        .orElseThrow();
  }
}
