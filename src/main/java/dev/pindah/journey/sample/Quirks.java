package dev.pindah.journey.sample;

import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What is known to go wrong in migrations: values and relations out of the ordinary. */
final class Quirks {
  private static final int LONG = 255;
  private static final BigDecimal LARGE = BigDecimal.valueOf(Integer.MAX_VALUE);

  /** The name of each, in the order of the report. */
  private static final Map<String, Predicate<JsonNode>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put("text over several lines", text(text -> text.strip().indexOf('\n') > 0));
    VALUES.put("text longer than 255 characters", text(text -> text.length() > LONG));
    VALUES.put("characters of HTML", text(Pattern.compile("[<>&]").asPredicate()));
    VALUES.put("letters beyond ASCII", text(Pattern.compile("[^\\x00-\\x7f]").asPredicate()));
    VALUES.put("emoji", text(text -> text.codePoints().anyMatch(point -> point > 0xffff)));
    VALUES.put("text that a spreadsheet would run", text(Pattern.compile("^[=@]").asPredicate()));
    VALUES.put("number with leading zeros", text(Pattern.compile("^0\\d+$").asPredicate()));
    VALUES.put("amount with decimals", number(amount -> amount.stripTrailingZeros().scale() > 0));
    VALUES.put("amount above 2,147,483,647", number(amount -> amount.compareTo(LARGE) > 0));
    VALUES.put("amount below zero", number(amount -> amount.signum() < 0));
    VALUES.put("amount of zero", number(amount -> amount.signum() == 0));
    VALUES.put("several choices at once", value -> value.isArray() && value.size() > 1);
    VALUES.put("date before 1970", text(Quirks::old));
  }

  private Quirks() {}

  static Set<String> names() {
    Set<String> names = new LinkedHashSet<>(VALUES.keySet());
    names.addAll(Set.of(DEGRADED, DOCUMENTED, FAILED, ALONE, MANY));
    return names;
  }

  private static final String DEGRADED = "a cell that arrives with a loss";
  private static final String DOCUMENTED = "a cell that is documented only";
  private static final String FAILED = "a cell that cannot move";
  private static final String ALONE = "record without any relation";
  private static final String MANY = "record with three relations or more";

  static Set<String> of(Candidate candidate) {
    Set<String> found = new LinkedHashSet<>();
    candidate
        .attributes()
        .forEach(
            value ->
                VALUES.forEach(
                    (name, has) -> {
                      if (has.test(value)) {
                        found.add(name);
                      }
                    }));
    for (Cell cell : candidate.cells()) {
      switch (cell.verdict()) {
        case Verdict.Degraded degraded -> found.add(DEGRADED);
        case Verdict.Documented documented -> found.add(DOCUMENTED);
        case Verdict.Failed failed -> found.add(FAILED);
        case Verdict.Exact exact -> {}
        case Verdict.Transformed transformed -> {}
        case Verdict.Dropped dropped -> {}
      }
    }
    long links = candidate.links().stream().map(Link::to).distinct().count();
    if (links == 0) {
      found.add(ALONE);
    } else if (links > 2) {
      found.add(MANY);
    }
    return found;
  }

  private static Predicate<JsonNode> text(Predicate<String> test) {
    return value -> value.isString() && test.test(value.asString());
  }

  private static Predicate<JsonNode> number(Predicate<BigDecimal> test) {
    return value -> value.isNumber() && test.test(value.decimalValue());
  }

  private static boolean old(String text) {
    return text.matches("\\d{4}-\\d{2}-\\d{2}.*")
        && text.substring(0, 4).compareTo(Integer.toString(LocalDate.EPOCH.getYear())) < 0;
  }
}
