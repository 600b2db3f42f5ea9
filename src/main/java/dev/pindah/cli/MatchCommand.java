package dev.pindah.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.pindah.journey.map.match.Column;
import dev.pindah.journey.map.match.Matcher;
import dev.pindah.journey.map.match.Matcher.Pair;
import dev.pindah.journey.map.match.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  /** Rows whose values are looked at. */
  private static final int ROWS = 2_000;

  private static final int VALUES = 300;
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
      Score score = Score.of(ranked, pairs(truth));
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
    List<String> names = new ArrayList<>();
    List<Set<String>> values = new ArrayList<>();
    for (List<String> row : rows(file, ROWS + 1)) {
      if (names.isEmpty()) {
        names.addAll(row);
        names.forEach(name -> values.add(new LinkedHashSet<>()));
      } else {
        for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
          if (values.get(i).size() < VALUES && !row.get(i).isBlank()) {
            values.get(i).add(row.get(i));
          }
        }
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(Column.of(names.get(i), List.copyOf(values.get(i))));
    }
    return columns;
  }

  private static List<Pair> pairs(Path file) {
    return rows(file, Integer.MAX_VALUE).stream()
        .skip(1)
        .filter(row -> row.size() >= 2)
        .map(row -> new Pair(row.get(0), row.get(1), 1))
        .toList();
  }

  private static List<List<String>> rows(Path file, int limit) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file);
    }
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
      return csv.stream().limit(limit).map(CsvRecord::getFields).toList();
    } catch (IOException | de.siegmar.fastcsv.reader.CsvParseException broken) {
      throw new UsageException(file + " cannot be read as CSV in UTF-8", broken);
    }
  }
}
