package dev.pindah.journey.map;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldKinds;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Custom fields that one module of the target shall get, within the limits of its plan. */
final class NewFields {
  /** Labels of the fields that every module needs for our own marks, all of them text. */
  private static final int OWN_FIELDS = 3;

  private static final int OPTIONS_LIMIT = 300;
  private static final int TEXT_LIMIT = 255;

  private final TargetModule module;
  private final Plan plan;
  private final Map<FieldType, Integer> used = new EnumMap<>(FieldType.class);
  private final Set<String> labels = new HashSet<>();
  private int total;

  NewFields(TargetModule module, AccountView view) {
    this.module = module;
    this.plan = view.plan();
    List<FieldSchema> present =
        view.destination().object(module.wire()).map(ObjectSchema::fields).orElse(List.of());
    present.forEach(field -> labels.add(fold(field.label())));
    present.stream()
        .filter(FieldSchema::custom)
        .filter(field -> !field.label().startsWith("qontak_"))
        .forEach(field -> count(field.type()));
    for (int own = 0; own < OWN_FIELDS; own++) {
      count(FieldType.TEXT);
    }
  }

  private void count(FieldType type) {
    used.merge(type, 1, Integer::sum);
    total++;
  }

  /** The field to make, or empty when nothing can hold the values or the plan has no room. */
  Optional<NewField> make(String label, FieldSchema source, @Nullable ValueProfile profile) {
    return FieldKinds.custom(source.type())
        .map(kind -> fitting(kind, source, profile))
        .map(kind -> helpdesk() ? FieldKinds.helpdesk(kind) : kind)
        .flatMap(this::withRoom)
        .map(
            kind -> {
              count(kind);
              return new NewField(free(label, source), kind, choices(kind, source, profile));
            });
  }

  /** Long text wants a text area, a list beyond the target's limit is text. */
  private static FieldType fitting(
      FieldType kind, FieldSchema source, @Nullable ValueProfile profile) {
    if (kind == FieldType.TEXT && profile != null && profile.maxLength() > TEXT_LIMIT) {
      return FieldType.TEXTAREA;
    }
    boolean options = kind == FieldType.DROPDOWN || kind == FieldType.MULTI_SELECT_DROPDOWN;
    int count = choices(kind, source, profile).size();
    return options && (count == 0 || count > OPTIONS_LIMIT) ? FieldType.TEXT : kind;
  }

  private boolean helpdesk() {
    return module.product() == Product.FRESHDESK;
  }

  private Optional<FieldType> withRoom(FieldType kind) {
    if (helpdesk()) {
      // Its plans limit agents and calls, not fields.
      return Optional.of(kind);
    }
    if (total >= plan.customFields()) {
      return Optional.empty();
    }
    if (used.getOrDefault(kind, 0) < plan.customFields(kind)) {
      return Optional.of(kind);
    }
    boolean text = kind == FieldType.TEXT || kind == FieldType.TEXTAREA;
    FieldType other = kind == FieldType.TEXT ? FieldType.TEXTAREA : FieldType.TEXT;
    return text && kind == FieldType.TEXT && used.getOrDefault(other, 0) < plan.customFields(other)
        ? Optional.of(other)
        : Optional.empty();
  }

  /** Labels are unique within a module. */
  private String free(String label, FieldSchema source) {
    String wanted = label.isBlank() ? source.name() : label.strip();
    for (String candidate :
        new String[] {wanted, wanted + " (Qontak)", wanted + " (" + source.key() + ")"}) {
      if (labels.add(fold(candidate))) {
        return candidate;
      }
    }
    return wanted + " " + labels.size();
  }

  private static String fold(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** Every option of the schema and every one that records still carry, in one spelling each. */
  static List<String> choices(FieldType kind, FieldSchema source, @Nullable ValueProfile profile) {
    if (kind != FieldType.DROPDOWN && kind != FieldType.MULTI_SELECT_DROPDOWN) {
      return List.of();
    }
    Map<String, String> choices = new LinkedHashMap<>();
    Stream<String> observed = profile == null ? Stream.empty() : profile.top().keySet().stream();
    Stream.concat(source.choices().stream().map(Choice::label), observed)
        .map(String::strip)
        .filter(choice -> !choice.isEmpty())
        .forEach(choice -> choices.putIfAbsent(fold(choice), choice));
    return List.copyOf(choices.values());
  }
}
