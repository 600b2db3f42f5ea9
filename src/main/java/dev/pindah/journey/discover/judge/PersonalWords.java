package dev.pindah.journey.discover.judge;

import dev.pindah.model.audit.FieldFacts.Personal;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ValueProfile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says by name, type and values what kind of personal data a field may hold. */
final class PersonalWords {
  /** Share of the values that look like an address of a person. */
  private static final double MANY = 0.3;

  private record Word(Personal kind, String word) {}

  private static final List<Word> WORDS =
      DataFile.read(
          "personal-data.csv",
          row ->
              new Word(
                  Personal.valueOf(row.getField("class").toUpperCase(Locale.ROOT)),
                  row.getField("word")));

  private PersonalWords() {}

  static Personal kind(String object, FieldSchema field, Optional<ValueProfile> profile) {
    if (field.type() == FieldType.SYSTEM || field.type() == FieldType.REFERENCE) {
      return Personal.NONE;
    }
    String name = spaced(field.key()) + spaced(field.label());
    // A company's or a deal's name is nobody's.
    boolean thing = !object.equals("contact") && field.key().equals("name");
    if (!thing) {
      for (Personal kind : List.of(Personal.SPECIFIC, Personal.GENERAL)) {
        if (WORDS.stream()
            .anyMatch(word -> word.kind() == kind && name.contains(" " + word.word() + " "))) {
          return kind;
        }
      }
    }
    boolean address =
        field.type() == FieldType.EMAIL
            || field.type() == FieldType.PHONE
            || field.type() == FieldType.GPS
            || field.type() == FieldType.SIGNATURE
            || profile.map(PersonalWords::addresses).orElse(false);
    if (address) {
      return Personal.GENERAL;
    }
    boolean free =
        field.type() == FieldType.TEXTAREA
            || field.type() == FieldType.FILE
            || (field.type() == FieldType.TEXT && field.custom());
    return free ? Personal.POSSIBLE : Personal.NONE;
  }

  private static boolean addresses(ValueProfile profile) {
    return profile.shares().getOrDefault("email", 0.0) > MANY;
  }

  private static String spaced(String text) {
    return " " + text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip() + " ";
  }
}
