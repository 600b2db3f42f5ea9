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

  public Optional<ObjectMapping> object(ObjectName object) {
    return objects.stream().filter(mapping -> mapping.object() == object).findFirst();
  }
}
