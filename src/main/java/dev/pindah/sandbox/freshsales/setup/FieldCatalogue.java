package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.freshsales.setup.Field.Choice;
import dev.pindah.sandbox.wire.Json;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of every module; an admin adds custom ones and their choices. */
public final class FieldCatalogue {
  private static final Set<String> TYPES =
      Set.of(
          "text",
          "textarea",
          "number",
          "decimal",
          "dropdown",
          "multi_select_dropdown",
          "radio",
          "checkbox",
          "date",
          "date_time");

  private static final int MAX_CHOICES = 300;

  private final Map<Module, List<Field>> fields = new EnumMap<>(Module.class);
  private long nextField = 402_000_009_100L;
  private long nextChoice = 190_314_101_822_239_000L;

  public FieldCatalogue() {
    BuiltInFields.LINES.forEach(
        (module, lines) -> {
          List<Field> list = new ArrayList<>();
          for (String line : lines) {
            boolean required = line.endsWith("*");
            String[] parts = line.replace("*", "").split("\\|", -1);
            list.add(
                new Field(nextField++, parts[1], parts[0], parts[2], true, required, List.of()));
          }
          fields.put(module, list);
        });
  }

  public synchronized Optional<Field> find(Module module, String name) {
    return of(module).stream().filter(field -> field.name().equals(name)).findFirst();
  }

  public synchronized List<Field> of(Module module) {
    return List.copyOf(fields.getOrDefault(module, List.of()));
  }

  /**
   * Makes a custom field as the web page does.
   *
   * @throws IllegalArgumentException in words for the admin
   */
  public synchronized Field add(
      Module module, String label, String type, boolean required, List<String> choices) {
    if (label.isBlank()) {
      throw new IllegalArgumentException("label is missing");
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("type must be one of " + TYPES);
    }
    if (labelled(module, label).isPresent()) {
      throw new IllegalArgumentException("a field with the label '" + label + "' exists");
    }
    Field field =
        new Field(nextField++, label, name(module, label), type, false, required, made(choices));
    replace(module, field);
    return field;
  }

  /** Adds choices to a custom field, or replaces its required mark. */
  public synchronized Field addChoices(Module module, String label, List<String> choices) {
    Field old =
        labelled(module, label)
            .orElseThrow(() -> new IllegalArgumentException("no field is labelled " + label));
    List<Choice> all = new ArrayList<>(old.choices());
    all.addAll(made(choices.stream().filter(text -> old.choice(text).isEmpty()).toList()));
    if (all.size() > MAX_CHOICES) {
      throw new IllegalArgumentException("more than " + MAX_CHOICES + " options");
    }
    Field field =
        new Field(
            old.id(), old.label(), old.name(), old.type(), old.builtIn(), old.required(), all);
    replace(module, field);
    return field;
  }

  public synchronized Optional<Field> labelled(Module module, String label) {
    return of(module).stream().filter(field -> field.label().equalsIgnoreCase(label)).findFirst();
  }

  /** As {@code settings/<module>/fields} answers. */
  public synchronized ArrayNode json(Module module) {
    ArrayNode json = Json.array();
    int position = 1;
    for (Field field : of(module)) {
      ObjectNode row = field.json(module, position++);
      json.add(row);
    }
    return json;
  }

  private void replace(Module module, Field field) {
    List<Field> list = fields.computeIfAbsent(module, _ -> new ArrayList<>());
    list.removeIf(old -> old.id() == field.id());
    list.add(field);
  }

  private List<Choice> made(List<String> choices) {
    return choices.stream().map(text -> new Choice(nextChoice++, text)).toList();
  }

  /** Slugs keep hyphens and are numbered when taken, so nobody can derive them from the label. */
  private String name(Module module, String label) {
    String slug =
        "cf_"
            + Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "_")
                .replaceAll("^_|_$", "");
    String name = slug;
    for (int number = 2; find(module, name).isPresent(); number++) {
      name = slug + "_" + number;
    }
    return name;
  }
}
