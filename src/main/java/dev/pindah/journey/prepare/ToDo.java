package dev.pindah.journey.prepare;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.FieldType;
import java.util.List;

/**
 * One thing that the target needs, in the words of the place where an admin makes it.
 *
 * @param kind field, choices, pipeline, stage, user, reason, source, status …
 * @param label the field's, entry's or pipeline's name
 * @param type kind of field; blank for other kinds
 * @param choices options of the field, or those that are missing
 * @param stages stages that are missing
 */
public record ToDo(
    TargetModule module,
    String kind,
    String label,
    String type,
    List<String> choices,
    List<StageToDo> stages,
    String email) {
  public ToDo {
    choices = List.copyOf(choices);
    stages = List.copyOf(stages);
  }

  /**
   * A stage to make.
   *
   * @param type open, won or lost
   * @param probability of winning, 0 to 100
   */
  public record StageToDo(String name, String type, int probability) {}

  /** The helpdesk makes fields and their choices by API, the CRM makes nothing. */
  public boolean madeByApi() {
    return module.product() == Product.FRESHDESK
        && (kind.equals("field") || kind.equals("choices"));
  }

  /** What the module is called within its product. */
  public String moduleName() {
    return switch (module) {
      case DESK_CONTACTS -> "contacts";
      case DESK_COMPANIES -> "companies";
      default -> module.wire();
    };
  }

  static ToDo field(TargetModule module, String label, FieldType type, List<String> choices) {
    return new ToDo(module, "field", label, type.wire(), choices, List.of(), "");
  }

  static ToDo choices(TargetModule module, String label, List<String> missing) {
    return new ToDo(module, "choices", label, "", missing, List.of(), "");
  }

  static ToDo entry(TargetModule module, String kind, String label) {
    return new ToDo(module, kind, label, "", List.of(), List.of(), "");
  }

  static ToDo stages(String kind, String pipeline, List<StageToDo> missing) {
    return new ToDo(TargetModule.DEALS, kind, pipeline, "", List.of(), missing, "");
  }

  static ToDo user(String email) {
    return new ToDo(TargetModule.USERS, "user", email, "", List.of(), List.of(), email);
  }
}
