package dev.pindah.journey.map;

import dev.pindah.model.mapping.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Source options to target options: by name, else by what the word means in either language. */
final class Options {
  /** Words of contact statuses and what they mean in the target's default words. */
  private static final Map<String, List<String>> MEANINGS =
      Map.of(
          "new", List.of("new", "baru", "lead baru", "new lead", "fresh"),
          "contacted", List.of("contacted", "dihubungi", "sudah dihubungi", "follow up"),
          "interested", List.of("interested", "tertarik", "berminat", "minat"),
          "unqualified",
              List.of("unqualified", "tidak memenuhi syarat", "tidak cocok", "junk", "invalid"),
          "qualified", List.of("qualified", "memenuhi syarat", "sql", "sales qualified"),
          "lost", List.of("lost", "kalah", "gagal", "batal"),
          "won", List.of("won", "menang", "customer", "pelanggan", "client", "klien"),
          "churned", List.of("churned", "berhenti"),
          "other", List.of("other", "others", "lainnya", "lain-lain", "dll"));

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

  static Optional<String> match(String option, List<String> to) {
    return to.stream()
        .filter(label -> fold(label).equals(fold(option)))
        .findFirst()
        .or(() -> to.stream().filter(label -> sameMeaning(option, label)).findFirst());
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
