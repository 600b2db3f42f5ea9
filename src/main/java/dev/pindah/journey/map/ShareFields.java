package dev.pindah.journey.map;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * New fields of one label in both products: one spelling, one type, one set of options. Where their
 * types differ for no reason of the products, both become text, which holds what either held.
 */
final class ShareFields {
  private record Twin(TargetModule module, NewField field) {}

  private final Map<String, List<Twin>> twins = new LinkedHashMap<>();

  private ShareFields(List<ObjectMapping> objects) {
    for (ObjectMapping object : objects) {
      for (FieldRule rule : object.fields()) {
        if (rule.moves()) {
          rule.create()
              .ifPresent(
                  field ->
                      twins
                          .computeIfAbsent(fold(field.label()), any -> new ArrayList<>())
                          .add(new Twin(object.target(), field)));
        }
      }
    }
    twins
        .values()
        .removeIf(fields -> fields.stream().map(ShareFields::product).distinct().count() < 2);
  }

  static List<ObjectMapping> in(List<ObjectMapping> objects) {
    ShareFields shared = new ShareFields(objects);
    return objects.stream().map(shared::over).toList();
  }

  private static Product product(Twin twin) {
    return twin.module().product();
  }

  private static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  private ObjectMapping over(ObjectMapping object) {
    return object.withFields(object.fields().stream().map(this::over).toList());
  }

  private FieldRule over(FieldRule rule) {
    if (!rule.moves() || rule.create().isEmpty()) {
      return rule;
    }
    NewField field = rule.create().get();
    List<Twin> all = twins.getOrDefault(fold(field.label()), List.of());
    if (all.isEmpty()) {
      return rule;
    }
    String label = all.getFirst().field().label();
    if (!alike(all)) {
      FieldType type =
          all.stream().anyMatch(twin -> twin.field().type() == FieldType.TEXTAREA)
              ? FieldType.TEXTAREA
              : FieldType.TEXT;
      return rule.creating(new NewField(label, type, List.of()), text(rule.transform()));
    }
    return rule.creating(
        new NewField(label, field.type(), field.choices().isEmpty() ? List.of() : choices(all)),
        rule.transform());
  }

  /** Whether every field of the CRM is of one kind, and the helpdesk's are as near as they can. */
  private static boolean alike(List<Twin> all) {
    List<FieldType> crm = types(all, Product.FRESHSALES);
    List<FieldType> desk = types(all, Product.FRESHDESK);
    return crm.size() == 1 && desk.size() == 1 && FieldKinds.twins(crm.getFirst(), desk.getFirst());
  }

  private static List<FieldType> types(List<Twin> all, Product product) {
    return all.stream()
        .filter(twin -> product(twin) == product)
        .map(twin -> twin.field().type())
        .distinct()
        .toList();
  }

  private static List<String> choices(List<Twin> all) {
    Map<String, String> choices = new LinkedHashMap<>();
    all.forEach(
        twin ->
            twin.field().choices().forEach(choice -> choices.putIfAbsent(fold(choice), choice)));
    return List.copyOf(choices.values());
  }

  /** Options go into a text by their labels, everything else as it is written. */
  private static Transform text(Transform transform) {
    return transform == Transform.VALUE || transform == Transform.VALUES
        ? transform
        : Transform.TEXT;
  }
}
