package dev.pindah.model.document;

import dev.pindah.model.Problems;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Parses YAML; a file that is no YAML is one problem with its line. */
public final class Document {
  private static final int LONGEST = 16 * 1024 * 1024;

  private Document() {}

  public static Optional<Section> parse(String file, String text, Problems problems) {
    return parse(file, text, problems, Substitution.NONE);
  }

  /** The same with references in the values replaced. */
  public static Optional<Section> parse(
      String file, String text, Problems problems, Substitution substitution) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(LONGEST)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(file, "the file is empty", "");
        return Optional.empty();
      }
      return Section.of(new Value(file, "", root.get(), substitution, problems), problems);
    } catch (MarkedYamlEngineException broken) {
      String place =
          broken.getProblemMark().map(mark -> file + ":" + (mark.getLine() + 1)).orElse(file);
      problems.add(
          place, "this is not YAML: " + broken.getProblem(), "mind indentation and quotes");
      return Optional.empty();
    } catch (YamlEngineException broken) {
      problems.add(file, "this is not YAML", "mind indentation and quotes");
      return Optional.empty();
    }
  }
}
