package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Training.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Prints the score table; {@code train FILE} fits the weights on all labelled fields first. */
final class ScoreTable {
  private static final Path GDC = Path.of(System.getProperty("gdc", "../shared/benchmarks/gdc"));

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
    CrmScore crm = CrmScore.crossValidated(examples, System.out::println);
    System.out.println(
        String.format(
            Locale.ROOT,
            "CRM %d fields, %d with a target: top-1 %.3f, accepted %d (%.3f of all) precision %.3f,"
                + " no target %.3f, Brier %.4f",
            crm.fields(),
            crm.targeted(),
            crm.top(),
            crm.accepted(),
            (double) crm.accepted() / crm.fields(),
            crm.precision(),
            crm.recognised(),
            crm.brier()));
    if (!Files.isDirectory(GDC)) {
      System.out.println("GDC skipped: there is no folder " + GDC);
      return;
    }
    Map<String, Score> scores = GdcScore.of(GDC, matcher);
    scores.forEach(
        (study, score) ->
            System.out.println(
                String.format(
                    Locale.ROOT,
                    "GDC %-8s recall %.3f MRR %.3f",
                    study,
                    score.recall(),
                    score.mrr())));
    System.out.println(
        String.format(
            Locale.ROOT,
            "GDC mean     recall %.3f MRR %.3f",
            scores.values().stream().mapToDouble(Score::recall).average().orElse(0),
            scores.values().stream().mapToDouble(Score::mrr).average().orElse(0)));
  }
}
