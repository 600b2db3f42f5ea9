package dev.pindah.model.document;

import dev.pindah.model.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys of one mapping. Reading a key makes it known; {@link #done} reports what nobody read,
 * with the nearest known key.
 */
public final class Section {
  private final Value value;
  private final Problems problems;
  private final Map<String, Value> members = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  private Section(Value value, Problems problems) {
    this.value = value;
    this.problems = problems;
    if (value.node() instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          String step = value.path().isEmpty() ? key.getValue() : "." + key.getValue();
          members.put(key.getValue(), value.in(step, tuple.getValueNode()));
        }
      }
    }
  }

  static Optional<Section> of(Value value, Problems problems) {
    if (value.mapping()) {
      return Optional.of(new Section(value, problems));
    }
    problems.add(value.place(), "keys and values are expected here", "");
    return Optional.empty();
  }

  public String place() {
    return value.place();
  }

  public String place(String key) {
    Value member = members.get(key);
    return member == null ? value.place() : member.place();
  }

  /** The keys as they stand. */
  public Set<String> keys() {
    return Set.copyOf(members.keySet());
  }

  public boolean has(String key) {
    Value member = members.get(key);
    return member != null && !member.nothing();
  }

  /** Reports a problem at a key. */
  public void problem(String key, String message, String remedy) {
    problems.add(place(key), message, remedy);
  }

  private Optional<Value> member(String key) {
    known.add(key);
    return Optional.ofNullable(members.get(key)).filter(found -> !found.nothing());
  }

  public Optional<String> text(String key) {
    return member(key)
        .flatMap(
            found -> {
              if (!found.scalar()) {
                problems.add(found.place(), "one value is expected here, not a list or keys", "");
              }
              return found.text();
            });
  }

  public String text(String key, String otherwise) {
    return text(key).orElse(otherwise);
  }

  /** A text that must be there; blank after the problem was reported. */
  public String required(String key) {
    Optional<String> text = text(key).filter(found -> !found.isBlank());
    Value member = members.get(key);
    boolean collection = member != null && !member.nothing() && !member.scalar();
    if (text.isEmpty() && !collection && !problems.at(place(key))) {
      problems.add(place(key), "'" + key + "' is missing", "");
    }
    return text.orElse("");
  }

  /** A value of a closed set, by its word. */
  public <T> T oneOf(String key, Map<String, T> words, T otherwise) {
    Optional<String> word = text(key);
    if (word.isPresent() && !words.containsKey(word.get())) {
      problems.add(
          place(key),
          "'" + word.get() + "' is not one of " + String.join(", ", words.keySet()),
          Problems.nearest(word.get(), words.keySet().stream())
              .map(near -> "did you mean '" + near + "'?")
              .orElse(""));
    }
    return word.map(words::get).orElse(otherwise);
  }

  /** A value that is read by a function; its exception's message becomes the problem. */
  public <T> T read(String key, Function<String, T> reader, T otherwise) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return reader.apply(text.get());
    } catch (IllegalArgumentException wrong) {
      problems.add(place(key), String.valueOf(wrong.getMessage()), "");
      return otherwise;
    }
  }

  public List<String> texts(String key) {
    return member(key).stream()
        .flatMap(found -> found.items().stream())
        .flatMap(item -> item.text().stream())
        .toList();
  }

  public Optional<Section> section(String key) {
    return member(key).flatMap(found -> of(found, problems));
  }

  /** The elements of a list of mappings. */
  public List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    member(key).stream()
        .flatMap(found -> found.items().stream())
        .forEach(item -> of(item, problems).ifPresent(sections::add));
    return sections;
  }

  /** Every key with its section, for mappings whose keys are names. */
  public Map<String, Section> named() {
    known.addAll(members.keySet());
    return members.entrySet().stream()
        .flatMap(
            entry ->
                of(entry.getValue(), problems)
                    .map(found -> Map.entry(entry.getKey(), found))
                    .stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                (first, again) -> first,
                LinkedHashMap::new));
  }

  /** Says which keys nobody knows. */
  public void done() {
    for (Map.Entry<String, Value> member : members.entrySet()) {
      if (!known.contains(member.getKey())) {
        problems.add(
            member.getValue().place(),
            "unknown key '" + member.getKey() + "'",
            Problems.nearest(member.getKey(), known.stream())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("known here: " + String.join(", ", known)));
      }
    }
  }
}
