package dev.pindah.journey.transform;

import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The destination as transform sees it: labels and e-mails in, API names and ids out. */
final class Target {
  private final Inventory inventory;

  Target(Inventory inventory) {
    this.inventory = inventory;
  }

  /** The field that a rule writes to; empty when it is not there (yet). */
  Optional<FieldSchema> field(TargetModule module, FieldRule rule) {
    return rule.create().isPresent() && rule.decision() == Decision.CREATE
        ? labelled(module, rule.create().get().label())
        : named(module, rule.target()).or(() -> builtIn(rule.target()));
  }

  /** Metadata does not list every attribute that the API takes; only custom ones must be listed. */
  private static Optional<FieldSchema> builtIn(String name) {
    return name.startsWith("cf_")
        ? Optional.empty()
        : Optional.of(
            new FieldSchema("", name, name, name, FieldType.TEXT, false, false, List.of()));
  }

  Optional<FieldSchema> named(TargetModule module, String name) {
    return inventory.object(module.wire()).stream()
        .flatMap(object -> object.fields().stream())
        .filter(field -> field.name().equals(name))
        .findFirst();
  }

  Optional<FieldSchema> labelled(TargetModule module, String label) {
    return inventory.object(module.wire()).flatMap(object -> object.labelled(label));
  }

  /** Whether the account refuses a record of the module without the field. */
  boolean required(TargetModule module, String name) {
    return named(module, name).map(FieldSchema::required).orElse(false);
  }

  Optional<Term> term(PickList list, String label) {
    return inventory
        .vocabulary(list.vocabulary())
        .flatMap(vocabulary -> vocabulary.labelled(label));
  }

  Stream<Term> terms(PickList list) {
    return inventory.vocabulary(list.vocabulary()).stream()
        .map(Vocabulary::terms)
        .flatMap(List::stream);
  }

  /** An active user; assigning to an inactive one is not known to work. */
  Optional<Person> activeUser(String email) {
    return inventory.people().stream()
        .filter(person -> person.active() && person.email().equalsIgnoreCase(email.strip()))
        .findFirst();
  }

  /** An agent of the helpdesk. */
  Optional<Term> agent(String email) {
    return email.isBlank()
        ? Optional.empty()
        : inventory.vocabulary(Vocabulary.AGENTS).flatMap(agents -> agents.labelled(email));
  }

  Inventory inventory() {
    return inventory;
  }

  /** Ids travel as numbers, so that no digit is lost and no quote is added. */
  static JsonNode id(String id) {
    return id.matches("\\d{1,18}")
        ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
        : JsonNodeFactory.instance.stringNode(id);
  }
}
