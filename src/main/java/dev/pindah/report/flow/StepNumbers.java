package dev.pindah.report.flow;

import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers steps as a reader meets them, so that diagram, table and checklist say the same. */
public final class StepNumbers {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<FlowStep> steps = new ArrayList<>();

  public StepNumbers(Flow flow) {
    Map<String, FlowStep> known = new HashMap<>();
    flow.steps().forEach(step -> known.putIfAbsent(step.id(), step));
    Set<String> order = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(flow.start()));
    while (!open.isEmpty()) {
      FlowStep step = known.get(open.removeFirst());
      if (step != null && order.add(step.id())) {
        step.ways().forEach(way -> open.add(way.to()));
      }
    }
    flow.steps().forEach(step -> order.add(step.id()));
    for (String id : order) {
      FlowStep step = known.get(id);
      if (step != null) {
        numbers.put(id, numbers.size() + 1);
        steps.add(step);
      }
    }
  }

  /** Zero for a step that does not exist. */
  public int of(String step) {
    return numbers.getOrDefault(step, 0);
  }

  /** In the order of their numbers. */
  public List<FlowStep> steps() {
    return List.copyOf(steps);
  }
}
