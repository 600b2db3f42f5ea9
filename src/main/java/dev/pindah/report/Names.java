package dev.pindah.report;

import dev.pindah.model.schema.Inventory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What ids of the target are called there, as discover learnt it. */
public record Names(Map<String, String> byId) {
  public Names {
    byId = Map.copyOf(byId);
  }

  static Names of(Optional<Inventory> inventory) {
    Map<String, String> names = new HashMap<>();
    inventory.ifPresent(
        known -> {
          known.people().forEach(person -> names.put(person.id(), person.name()));
          known
              .vocabularies()
              .forEach(
                  vocabulary ->
                      vocabulary.terms().forEach(term -> names.put(term.id(), term.label())));
          known
              .pipelines()
              .forEach(
                  pipeline -> {
                    names.put(pipeline.id(), pipeline.name());
                    pipeline.stages().forEach(stage -> names.put(stage.id(), stage.name()));
                  });
        });
    return new Names(names);
  }

  /** The name, or the id itself when nobody knows one. */
  public String of(String id) {
    return byId.getOrDefault(id, id);
  }
}
