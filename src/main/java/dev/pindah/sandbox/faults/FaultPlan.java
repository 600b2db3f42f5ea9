package dev.pindah.sandbox.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults in force. Replaced as a whole, also while requests run. */
public final class FaultPlan {

  private record InForce(String text, List<FaultRule> rules) {}

  private volatile InForce inForce = new InForce("", List.of());

  /**
   * Puts another plan in force; counts start anew.
   *
   * @param text YAML or JSON: {@code {seed, rules: [{name, product, method, path, after, first,
   *     every, rate, times, fault: kind, …}]}}; "" for no faults
   * @param fallbackSeed the seed where the plan names none
   * @throws InvalidFaultPlan with every problem at once
   */
  public void replace(String text, long fallbackSeed) {
    inForce = new InForce(text, FaultPlanText.parse(text, fallbackSeed));
  }

  public void clear() {
    inForce = new InForce("", List.of());
  }

  /** The plan as it was given. */
  public String text() {
    return inForce.text();
  }

  /** For every rule, in order: how many requests it was held against, and how many it struck. */
  public Map<String, long[]> tally() {
    Map<String, long[]> tally = new LinkedHashMap<>();
    for (FaultRule rule : inForce.rules()) {
      tally.put(rule.name(), new long[] {rule.seen(), rule.struck()});
    }
    return tally;
  }

  /** The faults of this request, in the order of the rules. */
  public List<Fault> strike(String product, String method, String requestTarget) {
    List<FaultRule> rules = inForce.rules();
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    for (FaultRule rule : rules) {
      if (rule.strikes(product, method, requestTarget)) {
        faults.add(rule.fault());
      }
    }
    return faults;
  }
}
