package dev.pindah.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.pindah.journey.map.match.Column;
import dev.pindah.journey.map.match.Matcher;
import dev.pindah.journey.map.match.Matcher.Pair;
import dev.pindah.journey.map.match.Score;
import dev.pindah.journey.map.match.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
    List<Pair> ranked = new Matcher().rank(sources, targets);
    Output output = Output.of(root);
    if (output.json()) {
      Output.print(json(ranked));
    } else {
      for (Column column : sources) {
        ranked.stream()
            .filter(pair -> pair.source().equals(column.name()))
            .limit(SHOWN)
            .forEach(
                pair ->
                    output.say(
                        String.format(
                            Locale.ROOT,
                            "%.3f  %s -> %s",
                            pair.confidence(),
                            pair.source(),
                            pair.target())));
      }
    }
    if (truth != null) {
      Score score = Score.of(ranked, read(truth, TableFile::pairs));
      String words =
          String.format(
              Locale.ROOT,
              "recall@truth %.3f, MRR %.3f, top-1 %.3f over %d columns",
              score.recall(),
              score.mrr(),
              score.top(),
              score.columns());
      System.err.println(words);
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(List<Pair> ranked) {
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
    } catch (IOException | CsvParseException broken) {
      throw new UsageException(file + " cannot be read as CSV in UTF-8", broken);
    }
  }
}
