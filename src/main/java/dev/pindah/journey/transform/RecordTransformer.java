package dev.pindah.journey.transform;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One raw record in, its candidates out; remembers names and e-mails already taken in this pass.
 */
final class RecordTransformer {
  private final Map<ObjectName, FieldPass> passes = new EnumMap<>(ObjectName.class);
  private final Map<ObjectName, TargetModule> modules = new EnumMap<>(ObjectName.class);
  private final Mapping mapping;
  private final Owners owners;
  private final ContactRules contacts;
  private final CompanyRules companies = new CompanyRules();
  private final DealRules deals;

  RecordTransformer(
      Mapping mapping,
      Inventory source,
      Inventory destination,
      DealLinks dealLinks,
      TransformSettings settings) {
    Target target = new Target(destination);
    Values values = new Values(target, settings.zone());
    this.mapping = mapping;
    this.owners = new Owners(target, mapping.owners(), settings.placeholderOwner());
    this.contacts =
        new ContactRules(target, new ContactOrLead(mapping.leadRule()), dealLinks, settings);
    this.deals = new DealRules(target, new Stages(target, mapping.pipelines()), values.dates());
    for (ObjectMapping object : mapping.objects()) {
      ObjectSchema schema =
          source
              .object(object.object().wire())
              .orElseGet(() -> new ObjectSchema(object.object().wire(), -1, List.of()));
      passes.put(object.object(), new FieldPass(object, schema, target, values, owners));
      modules.put(object.object(), object.target());
    }
  }

  List<Candidate> transform(SourceRecord record) {
    RecordKey key = record.key();
    TargetModule module =
        key.object() == ObjectName.USER ? TargetModule.USERS : modules.get(key.object());
    if (module == null) {
      throw new IllegalArgumentException("no mapping for object " + key.object().wire());
    }
    Draft draft = new Draft(key, new SourceRow(record.json()), module);
    if (key.object() == ObjectName.USER) {
      user(draft);
      return draft.candidates();
    }
    FieldPass pass = passes.get(key.object());
    if (pass != null) {
      pass.run(draft);
    }
    switch (key.object()) {
      case CONTACT -> contacts.finish(draft);
      case COMPANY -> companies.finish(draft);
      case DEAL -> deals.finish(draft);
      default -> {}
    }
    return draft.candidates();
  }

  private void user(Draft draft) {
    Optional<OwnerRule> rule =
        mapping.owners().stream().filter(owner -> owner.id().equals(draft.key.id())).findFirst();
    rule.flatMap(owners::user)
        .ifPresentOrElse(
            person -> draft.put("id", Target.id(person.id())),
            () -> draft.skip("placeholder-owner: no active user with this e-mail on the target"));
  }
}
