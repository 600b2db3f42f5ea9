package dev.pindah.journey.extract;

import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells of a download as the API would give them. */
final class ExportText {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})(\\D.*)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(\\D.*)?");

  /** Points between thousands, a comma before the rest: as Indonesia writes. */
  private static final Pattern INDONESIAN =
      Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?|-?\\d+,\\d+");

  private static final Pattern ENGLISH = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  private ExportText() {}

  /** Blank for the source's forms of empty. */
  static String of(FieldSchema field, String cell) {
    String text = cell.strip();
    if (text.isEmpty() || text.equals("-") || text.equalsIgnoreCase("n/a")) {
      return "";
    }
    return switch (field.type()) {
      case DATE -> date(text).orElse(text);
      case MONEY, NUMBER, PERCENTAGE -> number(text);
      case DROPDOWN -> choice(field, text).orElse(text);
      case MULTI_SELECT_DROPDOWN -> choices(field, text);
      case TEXT,
          TEXTAREA,
          DATE_TIME,
          CHECKBOX,
          URL,
          EMAIL,
          PHONE,
          FILE,
          GPS,
          SIGNATURE,
          CHECKLIST,
          REFERENCE,
          SYSTEM ->
          text;
    };
  }

  /** The day as ISO date; what is behind it is left out. */
  static Optional<String> date(String text) {
    try {
      Matcher day = DAY_FIRST.matcher(text.strip());
      if (day.matches()) {
        return Optional.of(LocalDate.of(number(day, 3), number(day, 2), number(day, 1)).toString());
      }
      Matcher year = YEAR_FIRST.matcher(text.strip());
      if (year.matches()) {
        return Optional.of(
            LocalDate.of(number(year, 1), number(year, 2), number(year, 3)).toString());
      }
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Without currency and separators; what is no number stays as it is. */
  static String number(String text) {
    String bare =
        text.replaceFirst("^(?i)(rp\\.?|idr|usd|sgd|\\$)\\s*", "").replace("%", "").strip();
    if (INDONESIAN.matcher(bare).matches()) {
      return bare.replace(".", "").replace(',', '.');
    }
    if (ENGLISH.matcher(bare).matches()) {
      return bare.replace(",", "");
    }
    return bare.matches("-?\\d+(\\.\\d+)?") ? bare : text;
  }

  /** The id of an option whose label stands once. */
  private static Optional<String> choice(FieldSchema field, String label) {
    List<Choice> same =
        field.choices().stream()
            .filter(choice -> choice.label().strip().equalsIgnoreCase(label.strip()))
            .filter(choice -> !choice.id().isEmpty())
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst().id()) : Optional.empty();
  }

  private static String choices(FieldSchema field, String text) {
    List<String> ids = new ArrayList<>();
    for (String label : text.split("\\s*[,;]\\s*", -1)) {
      Optional<String> id = choice(field, label);
      if (id.isEmpty()) {
        return text;
      }
      ids.add(id.get());
    }
    return String.join(",", ids);
  }
}
