package dev.pindah.journey.discover.judge;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Compatibility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The published table of eight objects, and our own. */
final class Compatibilities {
  private static final String PUBLISHED = "published";

  /** One row of the data file; {@code counts} names what is counted. */
  record Row(String table, Compatibility row, String counts) {}

  static final List<Row> ROWS =
      DataFile.read(
          "compatibility.csv",
          row ->
              new Row(
                  row.getField("table"),
                  new Compatibility(
                      row.getField("id"),
                      row.getField("source"),
                      row.getField("target"),
                      row.getField("relation"),
                      row.getField("support"),
                      "",
                      row.getField("rule")),
                  row.getField("counts")));

  private Compatibilities() {}

  static List<Compatibility> published(Optional<Case> account) {
    return table(true, account);
  }

  static List<Compatibility> ours(Optional<Case> account) {
    return table(false, account);
  }

  private static List<Compatibility> table(boolean published, Optional<Case> account) {
    return ROWS.stream()
        .filter(row -> row.table().equals(PUBLISHED) == published)
        .map(row -> counted(row, account))
        .toList();
  }

  private static Compatibility counted(Row row, Optional<Case> account) {
    String number = account.map(known -> number(row.counts(), known)).orElse("");
    Compatibility bare = row.row();
    return new Compatibility(
        bare.id(),
        bare.source(),
        bare.target(),
        bare.relation(),
        bare.support(),
        number,
        bare.rule());
  }

  private static String number(String counts, Case account) {
    return switch (counts) {
      case "field" -> Long.toString(account.fields().stream().filter(f -> f.custom()).count());
      case "chatbot" -> account.answer("chatbot-flows").orElse("?");
      default ->
          Stream.of(counts.split(","))
              .flatMap(name -> ObjectName.of(name).stream())
              .map(object -> words(object, account))
              .reduce((first, next) -> first + " + " + next)
              .orElse("");
    };
  }

  private static String words(ObjectName object, Case account) {
    var count = account.facts().counts().get(object);
    if (count == null) {
      return "?";
    }
    String number = String.format(Locale.ROOT, "%,d", count.number().rounded());
    return count.number().exact() ? number : "~" + number;
  }

  /** Whether the account has any of what a row speaks of; what is not known counts as there. */
  static boolean present(Row row, Case account) {
    return switch (row.counts()) {
      case "field" -> account.fields().stream().anyMatch(field -> field.custom());
      case "chatbot" -> !account.answer("chatbot-flows").map("0"::equals).orElse(false);
      default ->
          Stream.of(row.counts().split(","))
              .flatMap(name -> ObjectName.of(name).stream())
              .anyMatch(
                  object ->
                      !account.facts().counts().containsKey(object)
                          || account.number(object).high() > 0);
    };
  }
}
