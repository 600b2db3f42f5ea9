package dev.pindah.model.mapping;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Optional;

/** The fields of one source object and the module it goes to. */
public record ObjectMapping(ObjectName object, TargetModule target, List<FieldRule> fields) {
  public ObjectMapping {
    fields = List.copyOf(fields);
  }

  public Optional<FieldRule> field(String source) {
    return fields.stream().filter(field -> field.source().equals(source)).findFirst();
  }
}
