package dev.pindah.journey.prepare;

import static dev.pindah.journey.prepare.PlanSchema.fold;

import dev.pindah.model.Product;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fields that live in both products: they get all options of both sides, so that a value means the
 * same in a ticket as it does on a contact or deal.
 */
final class Shared {
  private final Map<String, List<NewField>> fields = new LinkedHashMap<>();
  private final Map<String, Map<Product, Set<FieldType>>> products = new LinkedHashMap<>();

  private Shared() {}

  static Shared in(Mapping mapping) {
    Shared shared = new Shared();
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        if (rule.moves() && rule.create().isPresent()) {
          NewField field = rule.create().get();
          String label = fold(field.label());
          shared.fields.computeIfAbsent(label, any -> new ArrayList<>()).add(field);
          shared
              .products
              .computeIfAbsent(label, any -> new EnumMap<>(Product.class))
              .computeIfAbsent(object.target().product(), any -> EnumSet.noneOf(FieldType.class))
              .add(field.type());
        }
      }
    }
    return shared;
  }

  private boolean both(String label) {
    return products.getOrDefault(fold(label), Map.of()).size() > 1;
  }

  private List<FieldType> types(String label, Product product) {
    return List.copyOf(
        products.getOrDefault(fold(label), Map.of()).getOrDefault(product, Set.of()));
  }

  /** Options of the field, and those that its twin in the other product has. */
  List<String> choices(NewField field) {
    if (!both(field.label()) || field.choices().isEmpty()) {
      return field.choices();
    }
    Set<String> known = new TreeSet<>();
    List<String> all = new ArrayList<>();
    for (NewField twin : fields.getOrDefault(fold(field.label()), List.of(field))) {
      for (String choice : twin.choices()) {
        if (known.add(fold(choice))) {
          all.add(choice);
        }
      }
    }
    return all;
  }

  /** Labels that both products have with kinds of field that neither product asks to differ. */
  List<String> unlike() {
    return fields.entrySet().stream()
        .filter(entry -> both(entry.getKey()))
        .filter(entry -> !alike(entry.getKey()))
        .map(entry -> entry.getValue().getFirst().label())
        .toList();
  }

  private boolean alike(String label) {
    List<FieldType> crm = types(label, Product.FRESHSALES);
    List<FieldType> desk = types(label, Product.FRESHDESK);
    return crm.size() == 1 && desk.size() == 1 && FieldKinds.twins(crm.getFirst(), desk.getFirst());
  }

  /** Labels that both products have. */
  List<String> labels() {
    return fields.entrySet().stream()
        .filter(entry -> both(entry.getKey()))
        .map(entry -> entry.getValue().getFirst().label())
        .toList();
  }
}
