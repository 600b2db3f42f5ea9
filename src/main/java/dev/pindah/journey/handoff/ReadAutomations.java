package dev.pindah.journey.handoff;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Automation.Grade;
import dev.pindah.model.kit.Automation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules that work by themselves: what the admin's questionnaire names, and the few traces that
 * the API gives of them (fields that a stage requires, times after which a chat is closed,
 * reminders of tasks).
 */
final class ReadAutomations {
  private final Ledger ledger;
  private final Problems problems;
  private final List<Automation> found = new ArrayList<>();

  private ReadAutomations(Ledger ledger, Problems problems) {
    this.ledger = ledger;
    this.problems = problems;
  }

  static List<Automation> read(Ledger ledger, Answers answers, Problems problems) {
    ReadAutomations read = new ReadAutomations(ledger, problems);
    answers.rows(Answers.AUTOMATIONS).forEach(read::answered);
    read.required();
    read.resolved();
    read.reminders();
    return read.found;
  }

  private void answered(Answers.Row row) {
    String name = row.cell("name");
    if (Stream.of("name", "trigger", "conditions", "actions")
        .allMatch(cell -> row.cell(cell).isEmpty())) {
      return;
    }
    String word = row.cell("kind");
    Optional<Kind> kind = Kind.of(word);
    if (kind.isEmpty() && !word.isEmpty()) {
      problems.add(
          row.place(),
          "'" + word + "' is no kind of automation",
          Problems.nearest(word.toLowerCase(Locale.ROOT), words())
              .map(near -> "did you mean '" + near + "'?")
              .orElse("choose from " + words().collect(Collectors.joining(", "))));
    }
    Kind known = kind.orElse(Kind.OTHER);
    found.add(
        new Automation(
            name.isEmpty() ? row.cell("trigger") : name,
            known,
            row.cell("trigger"),
            row.cell("conditions"),
            row.cell("actions"),
            row.place(),
            grade(row, known)));
  }

  private static Stream<String> words() {
    return Arrays.stream(Kind.values()).map(Kind::wire);
  }

  private Grade grade(Answers.Row row, Kind kind) {
    String word = row.cell("grade").toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return kind.usual();
    }
    return Arrays.stream(Grade.values())
        .filter(grade -> grade.wire().equals(word))
        .findFirst()
        .orElseGet(
            () -> {
              problems.add(
                  row.place(),
                  "'" + row.cell("grade") + "' is no grade",
                  "write native, approximate or impossible, or leave it empty");
              return kind.usual();
            });
  }

  /** Fields that some pipelines or stages demand. */
  private void required() {
    Map<String, String> names = new HashMap<>();
    for (ObjectName pipelines : List.of(ObjectName.PIPELINE, ObjectName.TICKET_PIPELINE)) {
      SourceRows.each(ledger, pipelines, (record, row) -> names(row, names));
    }
    SourceRows.each(
        ledger,
        ObjectName.SCHEMA,
        (record, row) -> {
          for (JsonNode list : List.of(row.path("response"), row.path("crm_properties"))) {
            for (JsonNode field : list) {
              List<String> where =
                  Stream.of("required_pipeline_ids", "required_stage_ids")
                      .flatMap(member -> field.path(member).valueStream())
                      .map(SourceRows::text)
                      .map(id -> names.getOrDefault(id, id))
                      .distinct()
                      .toList();
              if (!where.isEmpty()) {
                String label = SourceRows.text(field.path("name_alias"));
                found.add(
                    new Automation(
                        record.key().id()
                            + ": "
                            + (label.isEmpty() ? SourceRows.text(field.path("name")) : label),
                        Kind.REQUIRED_FIELDS,
                        String.join(", ", where),
                        "",
                        "",
                        "API: " + record.key().id() + "/info",
                        Kind.REQUIRED_FIELDS.usual()));
              }
            }
          }
        });
  }

  /** Ids of pipelines and stages with their names, however deep they stand. */
  private static void names(JsonNode node, Map<String, String> names) {
    String id = SourceRows.text(node.path("id"));
    if (!id.isEmpty()) {
      names.putIfAbsent(id, SourceRows.text(node.path("name")));
    }
    node.valueStream()
        .filter(value -> value.isObject() || value.isArray())
        .forEach(value -> names(value, names));
  }

  private void resolved() {
    SourceRows.each(
        ledger,
        ObjectName.CHANNEL,
        (record, row) -> {
          String period = SourceRows.text(row.path("settings").path("auto_resolve_period"));
          if (!period.isEmpty() && !period.equals("0")) {
            String account = SourceRows.text(row.path("settings").path("account_name"));
            found.add(
                new Automation(
                    account.isEmpty() ? record.key().id() : account,
                    Kind.AUTO_RESOLVE,
                    period,
                    SourceRows.text(row.path("target_channel")),
                    "",
                    "API: integrations",
                    Kind.AUTO_RESOLVE.usual()));
          }
        });
  }

  private void reminders() {
    long[] count = {0};
    SourceRows.each(
        ledger,
        ObjectName.TASK,
        (record, row) -> {
          if (!SourceRows.text(row.path("reminder_date")).isEmpty()) {
            count[0]++;
          }
        });
    if (count[0] > 0) {
      found.add(
          new Automation(
              "reminder_date",
              Kind.REMINDER,
              Long.toString(count[0]),
              "",
              "",
              "API: tasks",
              Kind.REMINDER.usual()));
    }
  }
}
