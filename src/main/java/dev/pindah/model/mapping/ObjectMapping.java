package dev.pindah.model.mapping;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Optional;

/**
 * The fields of one source object and the module it goes to.
 *
 * @param constants what every record gets that no source field fills
 */
public record ObjectMapping(
    ObjectName object, TargetModule target, List<FieldRule> fields, List<Constant> constants) {
  public ObjectMapping {
    fields = List.copyOf(fields);
    constants = List.copyOf(constants);
  }

  public ObjectMapping(ObjectName object, TargetModule target, List<FieldRule> fields) {
    this(object, target, fields, List.of());
  }

  /** The same with other rules. */
  public ObjectMapping withFields(List<FieldRule> newFields) {
    return new ObjectMapping(object, target, newFields, constants);
  }

  /** One target field and what stands in it. */
  public record Constant(String target, String value) {}

  /** With a changed rule in the place of the one for the same source field. */
  public ObjectMapping with(FieldRule changed) {
    return new ObjectMapping(
        object,
        target,
        fields.stream()
            .map(rule -> rule.source().equals(changed.source()) ? changed : rule)
            .toList(),
        constants);
  }

  public Optional<FieldRule> field(String source) {
    return fields.stream().filter(field -> field.source().equals(source)).findFirst();
  }
}
