package dev.pindah.model.schema;

import dev.pindah.model.Product;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that discover learnt of one account. */
public record Inventory(
    Product product,
    Instant readAt,
    List<ObjectSchema> objects,
    List<Pipeline> pipelines,
    List<Person> people,
    List<Vocabulary> vocabularies) {
  public Inventory {
    objects = List.copyOf(objects);
    pipelines = List.copyOf(pipelines);
    people = List.copyOf(people);
    vocabularies = List.copyOf(vocabularies);
  }

  public Optional<ObjectSchema> object(String name) {
    return objects.stream().filter(object -> object.name().equals(name)).findFirst();
  }

  public Optional<Vocabulary> vocabulary(String name) {
    return vocabularies.stream().filter(vocabulary -> vocabulary.name().equals(name)).findFirst();
  }

  /** By name, ignoring case and surrounding blanks. */
  public Optional<Pipeline> pipeline(String name) {
    return pipelines.stream()
        .filter(pipeline -> pipeline.name().strip().equalsIgnoreCase(name.strip()))
        .findFirst();
  }
}
