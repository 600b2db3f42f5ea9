package dev.pindah.sandbox.freshsales.fields;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Unacceptable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Every field of the account: the standard ones, and the custom ones that an admin made. */
public final class Fields {

  private static final long FIRST_FIELD = 402_000_091_001L;
  private static final long FIRST_CHOICE = 402_019_031_401L;
  private static final int MOST_UNIQUE_OF_CONTACTS = 4;
  private static final int MOST_UNIQUE = 2;

  private final Map<Kind, Map<String, Field>> byKind = new EnumMap<>(Kind.class);
  private final FieldLimits limits;
  private long nextField = FIRST_FIELD;
  private long nextChoice = FIRST_CHOICE;

  /**
   * A custom field as an admin asks for it.
   *
   * @param name "" for one made from the label
   */
  public record Wanted(
      String label,
      String name,
      FieldType type,
      List<String> choices,
      boolean required,
      boolean unique) {}

  public Fields(Plan plan) {
    limits = new FieldLimits(plan);
    for (Kind kind : Kind.values()) {
      Map<String, Field> fields = new LinkedHashMap<>();
      for (StandardFields.Row row : StandardFields.of(kind)) {
        fields.put(
            row.name(),
            new Field(
                nextField++,
                kind,
                row.name(),
                row.label(),
                row.type(),
                false,
                row.required(),
                row.unique(),
                fields.size() + 1,
                List.of()));
      }
      byKind.put(kind, fields);
    }
  }

  public Collection<Field> of(Kind kind) {
    return byKind.getOrDefault(kind, Map.of()).values();
  }

  public List<Field> custom(Kind kind) {
    return of(kind).stream().filter(Field::custom).toList();
  }

  public Optional<Field> find(Kind kind, String name) {
    return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
  }

  public Optional<Field> labelled(Kind kind, String label) {
    return of(kind).stream().filter(field -> field.label().equalsIgnoreCase(label)).findFirst();
  }

  /**
   * Makes a custom field.
   *
   * @param unlimited whether the plan's limits are set aside
   * @throws Unacceptable when the label is taken or the plan is full
   */
  public Field add(Kind kind, Wanted wanted, boolean unlimited) {
    if (wanted.label().isBlank() || labelled(kind, wanted.label()).isPresent()) {
      throw new Unacceptable("a field needs a new label, not '" + wanted.label() + "'");
    }
    if (!unlimited) {
      limits.check(kind, wanted.type(), custom(kind));
    }
    checkUnique(kind, wanted);
    Map<String, Field> fields = byKind.computeIfAbsent(kind, _ -> new LinkedHashMap<>());
    Field field =
        new Field(
            nextField++,
            kind,
            freeName(fields, wanted),
            wanted.label(),
            wanted.type(),
            true,
            wanted.required(),
            wanted.unique(),
            fields.size() + 1,
            List.of());
    fields.put(field.name(), field);
    return addChoices(field, wanted.choices());
  }

  /** Adds choices that a field does not have yet. */
  public Field addChoices(Field field, List<String> values) {
    if (!values.isEmpty() && !field.type().hasChoices()) {
      throw new Unacceptable(field.label() + " has no choices: it is " + field.type().shown());
    }
    List<Choice> choices = new ArrayList<>(field.choices());
    for (String value : values) {
      if (choices.stream().noneMatch(choice -> choice.value().equalsIgnoreCase(value))) {
        choices.add(new Choice(nextChoice++, value, choices.size() + 1));
      }
    }
    FieldLimits.checkChoices(choices.size());
    Field changed = field.with(choices);
    byKind.getOrDefault(field.kind(), Map.of()).replace(field.name(), changed);
    return changed;
  }

  /** Removes a custom field; false when there is none of that name. */
  public boolean remove(Kind kind, String name) {
    return find(kind, name).filter(Field::custom).isPresent()
        && byKind.getOrDefault(kind, Map.of()).remove(name) != null;
  }

  private void checkUnique(Kind kind, Wanted wanted) {
    int most = kind == Kind.CONTACT ? MOST_UNIQUE_OF_CONTACTS : MOST_UNIQUE;
    long there = custom(kind).stream().filter(Field::unique).count();
    boolean possible = wanted.type() == FieldType.TEXT || wanted.type() == FieldType.NUMBER;
    if (wanted.unique() && (!possible || there >= most)) {
      throw new Unacceptable(
          "unique: at most " + most + " text or number fields of " + kind.path());
    }
  }

  /** Runs of anything but letters, digits and hyphens become one underscore. */
  private static String freeName(Map<String, Field> fields, Wanted wanted) {
    String label = wanted.name().isBlank() ? wanted.label() : wanted.name();
    String slug = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "_");
    String name = slug.startsWith("cf_") ? slug : "cf_" + slug.replaceAll("^_+|_+$", "");
    String free = name;
    for (int number = 1; fields.containsKey(free); number++) {
      free = name + "_" + number;
    }
    return free;
  }
}
