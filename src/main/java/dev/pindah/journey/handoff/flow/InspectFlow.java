package dev.pindah.journey.handoff.flow;

import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.FlowStep.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds what a flow suffers from, so that it is not rebuilt with it. */
final class InspectFlow {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}\\s]{1,80})\\s*}}");

  private final Flow flow;
  private final Set<String> flows;
  private final Graph graph;
  private final List<FlowFinding> findings = new ArrayList<>();

  InspectFlow(Flow flow, Set<String> flows) {
    this.flow = flow;
    this.flows = flows;
    this.graph = new Graph(flow);
  }

  List<FlowFinding> findings() {
    flow.steps().forEach(this::step);
    Set<String> reached = graph.reach(List.of(flow.start()));
    for (FlowStep step : flow.steps()) {
      if (!reached.contains(step.id())) {
        add(FlowFinding.Kind.UNREACHABLE, step, "");
      }
    }
    loops();
    variables();
    // Stable: steps stay in their order.
    findings.sort(Comparator.comparing(FlowFinding::kind));
    return findings;
  }

  private void step(FlowStep step) {
    for (Way way : step.ways()) {
      if (flow.step(way.to()).isEmpty()) {
        add(
            FlowFinding.Kind.BROKEN_WAY,
            step,
            (way.label() + " → " + (way.to().isEmpty() ? "?" : way.to())).strip());
      }
    }
    if (step.ways().isEmpty() && !step.kind().closes()) {
      add(FlowFinding.Kind.DEAD_END, step, "");
    }
    if (step.kind() == Kind.GO_TO_FLOW && !flows.contains(step.target())) {
      add(FlowFinding.Kind.UNKNOWN_FLOW, step, step.target());
    }
    if (step.kind() == Kind.HANDOVER) {
      add(FlowFinding.Kind.HANDOVER, step, step.target());
    }
    if (step.kind().decides() && !step.ways().isEmpty() && !fallsBack(step)) {
      add(FlowFinding.Kind.NO_FALLBACK, step, "");
    }
  }

  /** A written answer that simply goes on fits everything; a choice does not. */
  private static boolean fallsBack(FlowStep step) {
    boolean open = step.ways().stream().anyMatch(way -> way.otherwise() || way.label().isEmpty());
    return step.kind() == Kind.API_CALL
        ? step.ways().stream().anyMatch(Way::otherwise) || step.ways().size() > 1
        : open || (step.kind() == Kind.CONDITION && bothSides(step));
  }

  /** Two ways out of one test: yes and no. */
  private static boolean bothSides(FlowStep step) {
    return step.ways().size() == 2;
  }

  private void loops() {
    for (List<String> loop : graph.loops()) {
      boolean left =
          graph.reach(loop).stream()
                  .anyMatch(id -> flow.step(id).map(step -> step.kind().closes()).orElse(false))
              || graph.reach(loop).size() > loop.size();
      findings.add(
          new FlowFinding(
              left ? FlowFinding.Kind.LOOP : FlowFinding.Kind.ENDLESS_LOOP,
              loop.getFirst(),
              String.join(" → ", loop)));
    }
  }

  private void variables() {
    Set<String> set =
        flow.steps().stream()
            .map(FlowStep::variable)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (FlowStep step : flow.steps()) {
      for (String name :
          VARIABLE
              .matcher(step.text())
              .results()
              .map(found -> found.group(1))
              .distinct()
              .toList()) {
        if (!set.contains(name)) {
          add(FlowFinding.Kind.UNSET_VARIABLE, step, name);
        }
      }
    }
  }

  private void add(FlowFinding.Kind kind, FlowStep step, String detail) {
    findings.add(new FlowFinding(kind, step.id(), detail));
  }
}
