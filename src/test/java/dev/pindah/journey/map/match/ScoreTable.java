package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.LabelledFields.Sheet;
import dev.pindah.journey.map.match.Training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Prints the score table; {@code train FILE} fits the weights on all labelled fields first. */
final class ScoreTable {
  /** What each layer adds to those before it. */
  private static final Map<String, List<String>> LAYERS = new LinkedHashMap<>();

  static {
    LAYERS.put(
        "words of the label, translated",
        List.of(
            "words",
            "source-covered",
            "target-covered",
            "source-lacks",
            "target-lacks",
            "same-words",
            "trigrams",
            "own-trigrams",
            "acronym"));
    LAYERS.put("+ kind and head word", List.of("kind", "kind-clash", "head", "head-clash"));
    LAYERS.put("+ opposites and strangers", List.of("opposite", "stranger"));
    LAYERS.put("+ values", List.of("values", "value-words"));
    LAYERS.put("+ sentence embedding of the label", List.of("meaning"));
    LAYERS.put("+ sentence embedding of label and values", List.of("content"));
  }

  private static final Path GDC = Path.of(System.getProperty("gdc", "gdc"));

  public static void main(String[] arguments) throws IOException {
    Matcher committed = new Matcher();
    List<Example> examples =
        LabelledFields.load().stream().map(sheet -> Example.of(sheet, committed)).toList();
    Matcher matcher = committed;
    if (arguments.length > 1 && arguments[0].equals("train")) {
      Weights weights = Training.weights(examples);
      Files.writeString(
          Path.of(arguments[1]),
          JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(weights.json())
              + "\n");
      matcher = new Matcher(weights);
    }
    System.out.println("| layers | top-1 | coverage | precision | no target | Brier |");
    System.out.println("|---|---|---|---|---|---|");
    Set<String> out = new LinkedHashSet<>();
    LAYERS.values().forEach(out::addAll);
    for (var layer : LAYERS.entrySet()) {
      out.removeAll(layer.getValue());
      boolean whole = out.isEmpty();
      CrmScore crm =
          CrmScore.crossValidated(
              examples.stream().map(example -> example.without(Set.copyOf(out))).toList(),
              mistake -> {
                if (whole) {
                  System.out.println("  " + mistake);
                }
              });
      row(layer.getKey(), crm);
    }
    System.out.println(examples.stream().mapToInt(e -> e.evidence().length).sum() + " fields");
    apart("held out", LabelledFields.heldOut(), matcher);
    apart("unseen", LabelledFields.unseen(), matcher);
    gdc(matcher);
  }

  /** By the weights in use, which never saw these companies. */
  private static void apart(String name, List<Sheet> sheets, Matcher matcher) {
    List<Example> examples = sheets.stream().map(sheet -> Example.of(sheet, matcher)).toList();
    CrmScore score =
        CrmScore.of(
            examples,
            matcher.weights(),
            mistake -> System.out.println("  " + name + ": " + mistake));
    row(name + ", " + score.fields() + " fields", score);
  }

  private static void row(String layer, CrmScore crm) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %s | %.3f | %.3f | %.3f | %.3f | %.4f |",
            layer,
            crm.top(),
            (double) crm.accepted() / crm.fields(),
            crm.precision(),
            crm.recognised(),
            crm.brier()));
  }

  private static void gdc(Matcher matcher) throws IOException {
    if (!Files.isDirectory(GDC)) {
      System.out.println("GDC skipped: there is no folder " + GDC);
      return;
    }
    Map<String, Score> scores = GdcScore.of(GDC, matcher);
    System.out.println("| study | Recall@GT | MRR |");
    System.out.println("|---|---|---|");
    scores.forEach((study, score) -> row(study, score.recall(), score.mrr()));
    row(
        "mean",
        scores.values().stream().mapToDouble(Score::recall).average().orElse(0),
        scores.values().stream().mapToDouble(Score::mrr).average().orElse(0));
  }

  private static void row(String study, double recall, double mrr) {
    System.out.println(String.format(Locale.ROOT, "| %s | %.3f | %.3f |", study, recall, mrr));
  }
}
