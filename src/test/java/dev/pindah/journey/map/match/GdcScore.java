package dev.pindah.journey.map.match;

import dev.pindah.journey.map.match.Matcher.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How columns of five published studies are matched to the 736 of a common data model. */
final class GdcScore {
  private GdcScore() {}

  /** The score of every study in the folder. */
  static Map<String, Score> of(Path folder, Matcher matcher) throws IOException {
    List<Column> targets = TableFile.columns(folder.resolve("target.csv.gz"));
    Map<String, Score> scores = new TreeMap<>();
    try (Stream<Path> studies = Files.list(folder)) {
      for (Path study : studies.filter(Files::isDirectory).toList()) {
        List<Pair> ranked = matcher.rank(TableFile.columns(study.resolve("source.csv")), targets);
        scores.put(
            study.getFileName().toString(),
            Score.of(ranked, TableFile.pairs(study.resolve("groundtruth.csv"))));
      }
    }
    return scores;
  }
}
