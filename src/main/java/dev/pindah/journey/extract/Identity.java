package dev.pindah.journey.extract;

import dev.pindah.model.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * By what a record is known again in a file without ids, the surest way first.
 *
 * @param ways keys of e-mail, phone and name; blank where the record has none
 * @param enough how many of them are enough by themselves; another one is only when those are blank
 */
record Identity(List<String> ways, int enough) {
  private static final int SHORTEST_NUMBER = 8;

  Identity {
    ways = List.copyOf(ways);
  }

  /** From the texts of a record's fields, whether of the API or of a file. */
  static Identity of(ObjectName object, Function<String, String> text) {
    return switch (object) {
      case CONTACT ->
          new Identity(
              List.of(
                  key("e", text.apply("email").toLowerCase(Locale.ROOT)),
                  key("p", number(text.apply("crm_phones"))),
                  key("n", name(text.apply("first_name") + " " + text.apply("last_name")))),
              2);
      case COMPANY ->
          new Identity(
              List.of(
                  key("n", name(text.apply("name"))), key("p", number(text.apply("telephone")))),
              1);
      case TASK ->
          new Identity(
              List.of(key("n", name(text.apply("name")) + "|" + day(text.apply("due_date")))), 1);
      default -> new Identity(List.of(key("n", name(text.apply("name")))), 1);
    };
  }

  private static String key(String way, String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || stripped.equals("|") ? "" : way + stripped;
  }

  /** Without country and leading zero, so that all spellings of an Indonesian number are one. */
  static String number(String text) {
    String digits = text.replaceAll("\\D", "").replaceFirst("^(00)?62", "").replaceFirst("^0+", "");
    return digits.length() < SHORTEST_NUMBER ? "" : digits;
  }

  static String name(String text) {
    return Headings.folded(text);
  }

  private static String day(String text) {
    return ExportText.date(text).orElse("");
  }

  /** Those whose keys the others share, as far as the keys narrow them down. */
  Set<String> among(Function<String, Set<String>> holders) {
    Set<String> found = Set.of();
    boolean blank = true;
    for (int place = 0; place < ways.size(); place++) {
      String way = ways.get(place);
      Set<String> holding = way.isEmpty() ? Set.of() : holders.apply(way);
      if (found.isEmpty()) {
        found = place < enough || blank ? holding : found;
        blank &= way.isEmpty();
      } else if (found.size() > 1) {
        Set<String> both = new LinkedHashSet<>(found);
        both.retainAll(holding);
        found = both.isEmpty() ? found : both;
      }
    }
    return found;
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>(ways);
    keys.removeIf(String::isEmpty);
    return keys;
  }
}
