package dev.pindah.model.mapping;

import dev.pindah.model.ObjectName;
import java.util.List;
import java.util.Optional;

/** Everything that a person confirms before any record moves. */
public record Mapping(
    String migration,
    LeadRule leadRule,
    List<ObjectMapping> objects,
    List<PipelineRule> pipelines,
    List<OwnerRule> owners) {
  public Mapping {
    objects = List.copyOf(objects);
    pipelines = List.copyOf(pipelines);
    owners = List.copyOf(owners);
  }

  public Mapping with(LeadRule rule) {
    return new Mapping(migration, rule, objects, pipelines, owners);
  }

  /** With a changed rule in the place of the one for the same source field. */
  public Mapping with(ObjectName object, FieldRule changed) {
    return new Mapping(
        migration,
        leadRule,
        objects.stream()
            .map(known -> known.object() == object ? known.with(changed) : known)
            .toList(),
        pipelines,
        owners);
  }

  /** With a changed rule in the place of the one for the same pipeline. */
  public Mapping with(PipelineRule changed) {
    return new Mapping(
        migration,
        leadRule,
        objects,
        pipelines.stream().map(rule -> rule.id().equals(changed.id()) ? changed : rule).toList(),
        owners);
  }

  public Mapping withOwners(List<OwnerRule> changed) {
    return new Mapping(migration, leadRule, objects, pipelines, changed);
  }

  public Optional<ObjectMapping> object(ObjectName object) {
    return objects.stream().filter(mapping -> mapping.object() == object).findFirst();
  }
}
