package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Types of sales activities: the built-in ones, and custom ones on the enterprise plan. */
public final class ActivityTypes {

  private static final long FIRST_TYPE = 402_000_004_401L;
  private static final long FIRST_OUTCOME = 402_000_009_901L;
  private static final List<String> BUILT_IN =
      List.of("Task", "Appointment", "Phone", "Email", "SMS", "Chat");

  /** A type; only a custom one takes activities through the API. */
  public record Type(long id, String name, int position, boolean builtIn) {
    public ObjectNode shown() {
      return Json.object()
          .put("partial", true)
          .put("id", id)
          .put("name", name)
          .put("internal_name", name.toLowerCase(Locale.ROOT).replace(' ', '_'))
          .put("show_in_conversation", true)
          .put("position", position)
          .put("is_default", builtIn)
          .put("is_checkedin", false);
    }
  }

  /** How an activity of a type ended. */
  public record Outcome(long id, String name, long typeId, int position) {
    public ObjectNode shown() {
      return Json.object()
          .put("partial", true)
          .put("id", id)
          .put("name", name)
          .put("sales_activity_type_id", typeId)
          .put("position", position);
    }
  }

  private final List<Type> types = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Plan plan;

  ActivityTypes(Plan plan) {
    this.plan = plan;
    BUILT_IN.forEach(name -> put(name, true));
    if (plan == Plan.ENTERPRISE) {
      put("Visit", false);
    }
  }

  public List<Type> types() {
    return List.copyOf(types);
  }

  public List<Outcome> outcomes() {
    return List.copyOf(outcomes);
  }

  public Optional<Type> find(long id) {
    return types.stream().filter(type -> type.id() == id).findFirst();
  }

  /**
   * Adds a custom type.
   *
   * @param unlimited whether the plan's limit is set aside
   * @throws Unacceptable below the enterprise plan, or when the name is taken
   */
  public Type add(String name, boolean unlimited) {
    if (plan != Plan.ENTERPRISE && !unlimited) {
      throw new Unacceptable("custom sales activities need the enterprise plan");
    }
    if (name.isBlank() || types.stream().anyMatch(type -> type.name().equalsIgnoreCase(name))) {
      throw new Unacceptable("an activity type needs a new name, not '" + name + "'");
    }
    return put(name, false);
  }

  private Type put(String name, boolean builtIn) {
    Type type = new Type(FIRST_TYPE + types.size(), name, types.size() + 1, builtIn);
    types.add(type);
    for (String outcome : List.of("Interested", "No response", "Done")) {
      outcomes.add(
          new Outcome(
              FIRST_OUTCOME + outcomes.size(), outcome, type.id(), outcomes.size() % 3 + 1));
    }
    return type;
  }
}
