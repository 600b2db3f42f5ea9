package dev.pindah.model.document;

import dev.pindah.model.Problems;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One value of a document and where it stands. */
public record Value(
    String file, String path, Node node, Substitution substitution, Problems problems) {
  /** For messages: file, line and the path of keys. */
  public String place() {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    return file + ":" + line + (path.isEmpty() ? "" : " " + path);
  }

  /** The text of a scalar; empty for null and for collections. */
  public Optional<String> text() {
    return node instanceof ScalarNode scalar
            && !scalar.getTag().getValue().equals("tag:yaml.org,2002:null")
        ? Optional.of(substitution.apply(scalar.getValue(), this))
        : Optional.empty();
  }

  boolean nothing() {
    return node instanceof ScalarNode scalar
        && scalar.getTag().getValue().equals("tag:yaml.org,2002:null");
  }

  /** A value inside this one. */
  Value in(String step, Node inner) {
    return new Value(file, path + step, inner, substitution, problems);
  }

  boolean scalar() {
    return node instanceof ScalarNode;
  }

  boolean mapping() {
    return node instanceof MappingNode;
  }

  /** The elements of a list; a single scalar counts as a list of one. */
  List<Value> items() {
    if (node instanceof SequenceNode sequence) {
      return java.util.stream.IntStream.range(0, sequence.getValue().size())
          .mapToObj(i -> in("[" + i + "]", sequence.getValue().get(i)))
          .toList();
    }
    return nothing() ? List.of() : List.of(this);
  }
}
