package dev.pindah.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a plan's text. JSON is read by the YAML reader, which knows it as a part of YAML. */
final class FaultPlanText {

  private FaultPlanText() {}

  static List<FaultRule> parse(String text, long fallbackSeed) {
    List<String> problems = new ArrayList<>();
    Object document = load(text, problems);
    List<FaultRule> rules = new ArrayList<>();
    if (document instanceof Map<?, ?> plan) {
      long seed = plan.get("seed") instanceof Number number ? number.longValue() : fallbackSeed;
      unknownKeys(plan, problems);
      if (plan.get("rules") instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          rules.add(rule(list.get(i), i, seed, problems));
        }
      } else if (plan.get("rules") != null) {
        problems.add("rules: a list is needed");
      }
    } else if (document != null) {
      problems.add("a map with seed and rules is needed");
    }
    if (!problems.isEmpty()) {
      throw new InvalidFaultPlan(problems);
    }
    return List.copyOf(rules);
  }

  private static @Nullable Object load(String text, List<String> problems) {
    try {
      return text.isBlank() ? null : new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (YamlEngineException broken) {
      problems.add(String.valueOf(broken.getMessage()));
      return null;
    }
  }

  private static void unknownKeys(Map<?, ?> plan, List<String> problems) {
    for (Object key : plan.keySet()) {
      if (!"seed".equals(key) && !"rules".equals(key)) {
        problems.add("unknown key '" + key + "'");
      }
    }
  }

  private static FaultRule rule(
      @Nullable Object given, int index, long seed, List<String> problems) {
    Settings settings = new Settings("rules[" + index + "]", given, problems);
    FaultRule.When when =
        new FaultRule.When(
            settings.text("product", ""),
            settings.text("method", ""),
            settings.text("path", ""),
            settings.count("after"),
            settings.count("first"),
            settings.count("every"),
            settings.number("rate", 1),
            settings.count("times"));
    String kind = settings.text("fault", "");
    Fault fault = FaultKinds.read(kind, settings);
    String name = settings.text("name", kind + "-" + index);
    settings.refuseUnread();
    return new FaultRule(name, when, fault, seed + index);
  }
}
