package dev.pindah.cli;

import com.google.errorprone.annotations.FormatMethod;
import de.siegmar.fastcsv.reader.CsvParseException;
import dev.pindah.journey.map.match.Calibration;
import dev.pindah.journey.map.match.Column;
import dev.pindah.journey.map.match.Matcher;
import dev.pindah.journey.map.match.Matcher.Pair;
import dev.pindah.journey.map.match.Score;
import dev.pindah.journey.map.match.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "match",
    description = {
      "Ranks which column of one CSV file means the same as which column of another.",
      "The matcher of 'map' on any two tables; works offline and sends nothing anywhere."
    })
final class MatchCommand implements Callable<Integer> {
  private static final int SHOWN = 3;

  /** Partners of a source column in JSON; further down nothing is worth a look. */
  private static final int KEPT = 100;

  @ParentCommand Pindah root = new Pindah();

  @Parameters(index = "0", paramLabel = "SOURCE.csv", description = "table with a header line")
  Path source = Path.of("");

  @Parameters(index = "1", paramLabel = "TARGET.csv", description = "table with a header line")
  Path target = Path.of("");

  @Option(
      names = "--truth",
      paramLabel = "T.csv",
      description = "the right pairs (columns source and target); prints scores")
  @Nullable Path truth;

  @Override
  public Integer call() {
    List<Column> sources = columns(source);
    List<Column> targets = columns(target);
    List<Pair> right = truth == null ? List.of() : read(truth, TableFile::pairs);
    List<Pair> ranked = new Matcher().rank(sources, targets);
    Output output = Output.of(root);
    if (output.json()) {
      ObjectNode json = pairs(best(ranked, KEPT));
      if (truth != null) {
        scores(json.putObject("scores"), Score.of(ranked, right), Calibration.of(ranked, right));
      }
      Output.print(json);
      return ExitCode.DONE;
    }
    Map<String, List<Pair>> shown =
        best(ranked, SHOWN).stream().collect(Collectors.groupingBy(Pair::source));
    for (Column column : sources) {
      for (Pair pair : shown.getOrDefault(column.name(), List.of())) {
        output.say(line("%.3f  %s -> %s", pair.confidence(), pair.source(), pair.target()));
      }
    }
    if (truth != null) {
      say(output, Score.of(ranked, right), Calibration.of(ranked, right));
    }
    return ExitCode.DONE;
  }

  /** The best ones of every source column, in the order of all pairs. */
  private static List<Pair> best(List<Pair> ranked, int each) {
    Map<String, Integer> taken = new HashMap<>();
    return ranked.stream()
        .filter(pair -> taken.merge(pair.source(), 1, Integer::sum) <= each)
        .toList();
  }

  private static ObjectNode pairs(List<Pair> ranked) {
    ObjectNode json = Output.object();
    ArrayNode pairs = json.putArray("pairs");
    for (Pair pair : ranked) {
      pairs
          .addObject()
          .put("source", pair.source())
          .put("target", pair.target())
          .put("confidence", pair.confidence());
    }
    return json;
  }

  private static void scores(ObjectNode json, Score score, Calibration calibration) {
    json.put("recall", score.recall())
        .put("mrr", score.mrr())
        .put("top1", score.top())
        .put("columns", score.columns())
        .put("brier", calibration.brier());
    ArrayNode buckets = json.putArray("calibration");
    for (Calibration.Bucket bucket : calibration.buckets()) {
      buckets
          .addObject()
          .put("from", bucket.from())
          .put("to", bucket.to())
          .put("pairs", bucket.pairs())
          .put("confidence", bucket.confidence())
          .put("right", bucket.right());
    }
  }

  private static void say(Output output, Score score, Calibration calibration) {
    output.say(
        line(
            "Recall@GT %.3f, MRR %.3f, top-1 %.3f over %d columns, Brier %.4f",
            score.recall(), score.mrr(), score.top(), score.columns(), calibration.brier()));
    for (Calibration.Bucket bucket : calibration.buckets()) {
      output.say(
          line(
              "  confidence %.1f to %.1f: %d columns, said %.2f, right %.2f",
              bucket.from(), bucket.to(), bucket.pairs(), bucket.confidence(), bucket.right()));
    }
  }

  @FormatMethod
  private static String line(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static List<Column> columns(Path file) {
    return read(file, TableFile::columns);
  }

  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private static <T> T read(Path file, Reader<T> reader) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file);
    }
    try {
      return reader.read(file);
    } catch (IOException broken) {
      throw new UsageException(
          file + " cannot be read; it may be damaged, or not yours to read", broken);
    } catch (CsvParseException broken) {
      throw new UsageException(
          file
              + " is no CSV: a quote is open or a cell is endless (more than 16 million characters);"
              + " save it anew",
          broken);
    }
  }
}
