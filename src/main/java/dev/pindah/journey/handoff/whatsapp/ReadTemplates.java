package dev.pindah.journey.handoff.whatsapp;

import dev.pindah.journey.handoff.SourceRows;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.Template.Button;
import dev.pindah.model.kit.Template.Header;
import dev.pindah.model.kit.TriagedTemplate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads the templates of the ledger and triages them. */
public final class ReadTemplates {
  /** The example is what Ruby prints when it inspects an object; only the link is of use. */
  private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\\\\\]]{1,2000}");

  private static final List<String> QUALITIES = List.of("GREEN", "YELLOW", "RED");

  private final Map<String, Map<String, String>> meanings = new HashMap<>();
  private final Map<String, Long> broadcasts = new HashMap<>();
  private final Map<String, String> qualities = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  private ReadTemplates() {}

  /** By name and language. */
  public static List<TriagedTemplate> read(Ledger ledger, Answers answers, Problems problems) {
    ReadTemplates read = new ReadTemplates();
    read.answers(answers, problems);
    SourceRows.each(ledger, ObjectName.BROADCAST, (record, row) -> read.broadcast(row));
    SourceRows.each(
        ledger,
        ObjectName.TEMPLATE,
        (record, row) -> read.templates.add(read.template(record.key().id(), row)));
    return read.templates.stream()
        .sorted(Comparator.comparing(Template::name).thenComparing(Template::language))
        .map(
            template ->
                Triage.of(template, LintTemplate.of(template), Registration.payload(template)))
        .toList();
  }

  private void answers(Answers answers, Problems problems) {
    for (Answers.Row row : answers.rows(Answers.TEMPLATES)) {
      String quality = row.cell("quality").toUpperCase(Locale.ROOT);
      if (quality.isEmpty()) {
        continue;
      }
      if (QUALITIES.contains(quality)) {
        qualities.put(key(row.cell("name"), row.cell("language")), quality);
      } else {
        problems.add(
            row.place(),
            "'" + row.cell("quality") + "' is no quality of WhatsApp Manager",
            "write GREEN, YELLOW or RED, or leave it empty");
      }
    }
  }

  private static String key(String name, String language) {
    return name.strip().toLowerCase(Locale.ROOT) + "\n" + language.strip().toLowerCase(Locale.ROOT);
  }

  /** Broadcasts say what each variable stands for, as an object or as a list of pairs. */
  private void broadcast(JsonNode row) {
    String template = SourceRows.text(row.path("message_template").path("id"));
    if (template.isEmpty()) {
      return;
    }
    broadcasts.merge(template, 1L, Long::sum);
    Map<String, String> known = meanings.computeIfAbsent(template, first -> new TreeMap<>());
    JsonNode body = row.path("parameters").path("body");
    body.propertyStream()
        .filter(member -> !SourceRows.text(member.getValue()).isEmpty())
        .forEach(member -> known.putIfAbsent(member.getKey(), SourceRows.text(member.getValue())));
    if (body.isArray()) {
      for (JsonNode pair : body) {
        String meaning = SourceRows.text(pair.path("value"));
        if (!meaning.isEmpty()) {
          known.putIfAbsent(SourceRows.text(pair.path("key")), meaning);
        }
      }
    }
  }

  private Template template(String id, JsonNode row) {
    String name = SourceRows.text(row.path("name"));
    String language = SourceRows.text(row.path("language"));
    JsonNode header = row.path("header");
    List<Button> buttons = new ArrayList<>();
    for (JsonNode button : row.path("buttons")) {
      String value = SourceRows.text(button.path("url"));
      buttons.add(
          new Button(
              SourceRows.text(button.path("type")).toUpperCase(Locale.ROOT),
              SourceRows.text(button.path("text")),
              value.isEmpty() ? SourceRows.text(button.path("phone_number")) : value));
    }
    String said = SourceRows.text(row.path("quality_rating")).toUpperCase(Locale.ROOT);
    return new Template(
        id,
        name,
        language,
        SourceRows.text(row.path("category")).toUpperCase(Locale.ROOT),
        SourceRows.text(row.path("status")).toUpperCase(Locale.ROOT),
        qualities.getOrDefault(key(name, language), QUALITIES.contains(said) ? said : ""),
        SourceRows.text(row.path("quality_rating_text")),
        new Header(
            SourceRows.text(header.path("format")).toUpperCase(Locale.ROOT),
            SourceRows.text(header.path("text")),
            example(header.path("example"))),
        SourceRows.text(row.path("body")),
        SourceRows.text(row.path("footer")),
        buttons,
        meanings.getOrDefault(id, Map.of()),
        broadcasts.getOrDefault(id, 0L));
  }

  private static String example(JsonNode example) {
    Matcher link = LINK.matcher(example.isString() ? example.asString() : example.toString());
    return link.find() ? link.group() : "";
  }
}
