package dev.pindah.console.mapping;

import dev.pindah.console.mapping.Row.Candidate;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.Proposal;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All fields of a mapping with what is known of both sides. */
final class Rows {
  private final AccountView view;
  private final Map<String, Proposal> proposals = new HashMap<>();
  private final Map<String, Map<String, FieldSchema>> targets = new HashMap<>();

  Rows(AccountView view, List<Proposal> all) {
    this.view = view;
    all.forEach(
        proposal -> proposals.put(proposal.object() + "." + proposal.rule().source(), proposal));
    for (ObjectSchema module : view.destination().objects()) {
      Map<String, FieldSchema> byName = new HashMap<>();
      module.fields().forEach(field -> byName.putIfAbsent(field.name(), field));
      targets.put(module.name(), byName);
    }
  }

  List<Row> all(Mapping mapping) {
    List<Row> rows = new ArrayList<>();
    for (ObjectMapping object : mapping.objects()) {
      object.fields().forEach(rule -> rows.add(row(object, rule)));
    }
    return rows;
  }

  Optional<Row> find(Mapping mapping, String object, String field) {
    return mapping.objects().stream()
        .filter(known -> known.object().wire().equals(object))
        .flatMap(known -> known.field(field).stream().map(rule -> row(known, rule)))
        .findFirst();
  }

  private Row row(ObjectMapping object, FieldRule rule) {
    String wire = object.object().wire();
    Map<String, FieldSchema> module = targets.getOrDefault(object.target().wire(), Map.of());
    Map<String, ValueProfile> profiles = view.profiles().getOrDefault(wire, Map.of());
    return new Row(
        wire,
        object.target().wire(),
        rule,
        view.source().object(wire).flatMap(schema -> schema.field(rule.source())),
        Optional.ofNullable(module.get(rule.target())),
        Optional.ofNullable(profiles.get(rule.source())),
        Optional.ofNullable(proposals.get(wire + "." + rule.source())).stream()
            .flatMap(proposal -> proposal.candidates().stream())
            .map(option -> new Candidate(option.field(), option.label(), option.confidence()))
            .toList());
  }

  /** Fields of a module by API name and label, for choosing by hand. */
  Map<String, List<FieldSchema>> choices() {
    Map<String, List<FieldSchema>> choices = new HashMap<>();
    view.destination().objects().forEach(module -> choices.put(module.name(), module.fields()));
    return choices;
  }
}
