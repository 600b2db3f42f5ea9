package dev.pindah.journey.handoff.flow;

import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of a flow as a graph; ways to steps that do not exist are left out. */
final class Graph {
  private final Map<String, FlowStep> steps = new LinkedHashMap<>();
  private final Map<String, List<String>> next = new HashMap<>();

  Graph(Flow flow) {
    flow.steps().forEach(step -> steps.put(step.id(), step));
    steps
        .values()
        .forEach(
            step ->
                next.put(
                    step.id(),
                    step.ways().stream()
                        .map(FlowStep.Way::to)
                        .filter(steps::containsKey)
                        .distinct()
                        .toList()));
  }

  List<String> next(String step) {
    return next.getOrDefault(step, List.of());
  }

  /** Everything that can be reached, the beginning included. */
  Set<String> reach(Collection<String> from) {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      String step = open.removeFirst();
      if (steps.containsKey(step) && reached.add(step)) {
        open.addAll(next(step));
      }
    }
    return reached;
  }

  /** Sets of steps that lead to each other; a single step only if it leads to itself. */
  List<List<String>> loops() {
    List<List<String>> loops = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (String step : steps.keySet()) {
      if (done.contains(step)) {
        continue;
      }
      Set<String> forward = reach(next(step));
      if (!forward.contains(step)) {
        done.add(step);
        continue;
      }
      List<String> loop =
          forward.stream().filter(other -> reach(next(other)).contains(step)).toList();
      List<String> ordered = steps.keySet().stream().filter(loop::contains).toList();
      done.addAll(ordered);
      loops.add(ordered);
    }
    return loops;
  }
}
