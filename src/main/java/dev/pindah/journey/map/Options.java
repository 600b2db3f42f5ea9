package dev.pindah.journey.map;

import dev.pindah.journey.map.match.Matcher;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Source options to target options: by name, else by what the word means in either language. */
final class Options {
  /** Words of contact statuses and what they mean in the target's default words. */
  private static final Map<String, List<String>> MEANINGS =
      Map.ofEntries(
          Map.entry("new", List.of("new", "baru", "lead baru", "new lead", "fresh")),
          Map.entry("contacted", List.of("contacted", "dihubungi", "sudah dihubungi", "follow up")),
          Map.entry("interested", List.of("interested", "tertarik", "berminat", "minat")),
          Map.entry(
              "unqualified",
              List.of("unqualified", "tidak memenuhi syarat", "tidak cocok", "junk", "invalid")),
          Map.entry("qualified", List.of("qualified", "memenuhi syarat", "sql", "sales qualified")),
          Map.entry("lost", List.of("lost", "kalah", "gagal", "batal")),
          Map.entry("won", List.of("won", "menang", "customer", "pelanggan", "client", "klien")),
          Map.entry("churned", List.of("churned", "berhenti")),
          Map.entry("other", List.of("other", "others", "lainnya", "lain-lain", "dll")),
          Map.entry("open", List.of("open", "terbuka", "dibuka", "opened", "new", "baru")),
          Map.entry(
              "pending",
              List.of(
                  "pending",
                  "in progress",
                  "on progress",
                  "on hold",
                  "proses",
                  "diproses",
                  "dalam proses",
                  "sedang diproses",
                  "ditunda",
                  "menunggu")),
          Map.entry(
              "waiting on customer",
              List.of("waiting on customer", "menunggu pelanggan", "waiting for customer")),
          Map.entry(
              "resolved",
              List.of("resolved", "solved", "done", "selesai", "teratasi", "terselesaikan")),
          Map.entry("closed", List.of("closed", "close", "tutup", "ditutup", "closed ticket")),
          Map.entry("low", List.of("low", "rendah")),
          Map.entry("medium", List.of("medium", "normal", "sedang", "menengah")),
          Map.entry("high", List.of("high", "tinggi", "penting")),
          Map.entry("urgent", List.of("urgent", "mendesak", "darurat", "critical", "kritis")));

  /** Words in the name of a stage in which nothing is left to do. */
  private static final List<String> ENDED =
      List.of("closed", "resolved", "solved", "done", "selesai", "tutup", "batal", "cancel");

  /** Source statuses with one of these words mean sales-qualified. */
  private static final List<String> QUALIFIED =
      List.of(
          "qualified",
          "sql",
          "customer",
          "pelanggan",
          "client",
          "klien",
          "won",
          "menang",
          "opportunity",
          "peluang",
          "memenuhi syarat");

  private static final List<String> NOT_QUALIFIED =
      List.of(
          "unqualified",
          "disqualified",
          "not qualified",
          "non qualified",
          "tidak",
          "belum",
          "mql",
          "marketing qualified");

  private Options() {}

  /** One rule per source option; {@code to} is the same word where the target has none like it. */
  static List<ValueRule> rules(List<String> from, List<String> to) {
    List<ValueRule> rules = new ArrayList<>();
    for (String option : from) {
      rules.add(new ValueRule(option, match(option, to).orElse(option)));
    }
    return rules;
  }

  /**
   * The same for statuses and priorities of tickets: no endpoint adds any, so a word that the
   * helpdesk does not know becomes its first one, and one that says that the work has ended its
   * last. The word itself stays in the ticket's text.
   */
  static List<ValueRule> ticketRules(List<String> from, List<Choice> to) {
    List<String> labels = to.stream().map(Choice::label).toList();
    List<ValueRule> rules = new ArrayList<>();
    for (String option : from) {
      String known =
          match(option, labels)
              .or(() -> ended(option) ? match("closed", labels) : Optional.empty())
              .or(() -> match("open", labels))
              .or(() -> match("medium", labels))
              .orElse(option);
      rules.add(new ValueRule(option, known));
    }
    return rules;
  }

  private static boolean ended(String option) {
    return ENDED.stream().anyMatch(fold(option)::contains);
  }

  static Optional<String> match(String option, List<String> to) {
    return to.stream()
        .filter(label -> fold(label).equals(fold(option)))
        .findFirst()
        .or(() -> to.stream().filter(label -> sameMeaning(option, label)).findFirst())
        .or(() -> to.stream().filter(label -> Matcher.sameMeaning(option, label)).findFirst());
  }

  private static boolean sameMeaning(String left, String right) {
    return MEANINGS.values().stream()
        .anyMatch(words -> words.contains(fold(left)) && words.contains(fold(right)));
  }

  static boolean salesQualified(String status) {
    String folded = fold(status);
    return QUALIFIED.stream().anyMatch(folded::contains)
        && NOT_QUALIFIED.stream().noneMatch(folded::contains);
  }

  private static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
