package dev.pindah.journey.handoff.flow;

import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.model.flow.Talk;
import dev.pindah.model.flow.Talk.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations that between them take every way that can be reached: each starts at the beginning,
 * goes the shortest way to something new, and from there on to an end, by new ways first.
 */
final class GoldenTalks {
  private static final int MOST_TALKS = 150;
  private static final int LONGEST = 60;

  private final Flow flow;
  private final Map<String, FlowStep> steps = new HashMap<>();
  private final Set<Taken> open = new LinkedHashSet<>();
  private final List<Talk> talks = new ArrayList<>();

  /** One way of one step. */
  private record Taken(String step, int way) {}

  GoldenTalks(Flow flow) {
    this.flow = flow;
    flow.steps().forEach(step -> steps.put(step.id(), step));
    if (!flow.start().isEmpty()) {
      Set<String> reached = new Graph(flow).reach(List.of(flow.start()));
      for (FlowStep step : flow.steps()) {
        for (int way = 0; way < step.ways().size(); way++) {
          if (reached.contains(step.id()) && steps.containsKey(step.ways().get(way).to())) {
            open.add(new Taken(step.id(), way));
          }
        }
      }
      do {
        talks.add(talk());
      } while (!open.isEmpty() && talks.size() < MOST_TALKS);
    }
  }

  List<Talk> talks() {
    return talks;
  }

  int untried() {
    return open.size();
  }

  private Talk talk() {
    List<Turn> turns = new ArrayList<>();
    FlowStep at = steps.get(flow.start());
    Deque<Integer> planned = new ArrayDeque<>(wayToNew(flow.start()));
    boolean complete = false;
    while (at != null && turns.size() < LONGEST) {
      bot(at, turns);
      if (at.kind().closes()) {
        complete = true;
        break;
      }
      int way = planned.isEmpty() ? best(at) : planned.removeFirst();
      if (way < 0) {
        break;
      }
      open.remove(new Taken(at.id(), way));
      customer(at, at.ways().get(way), turns);
      at = steps.get(at.ways().get(way).to());
    }
    return new Talk(turns, complete);
  }

  /** A way not taken yet, else the shortest to an end, else none. */
  private int best(FlowStep step) {
    for (int way = 0; way < step.ways().size(); way++) {
      if (open.contains(new Taken(step.id(), way))) {
        return way;
      }
    }
    return path(step.id(), (id, way) -> ends(step(id).ways().get(way).to()))
        .map(Deque::peekFirst)
        .orElse(-1);
  }

  private boolean ends(String id) {
    FlowStep step = steps.get(id);
    return step != null
        && (step.kind().closes()
            || step.ways().stream().noneMatch(way -> steps.containsKey(way.to())));
  }

  private FlowStep step(String id) {
    return java.util.Objects.requireNonNull(steps.get(id));
  }

  private Deque<Integer> wayToNew(String from) {
    return path(from, (id, way) -> open.contains(new Taken(id, way))).orElseGet(ArrayDeque::new);
  }

  private interface Wanted {
    boolean is(String step, int way);
  }

  /** The shortest path whose last way is wanted, as the ways to take. */
  private Optional<Deque<Integer>> path(String from, Wanted wanted) {
    Map<String, Taken> came = new HashMap<>();
    Deque<String> queue = new ArrayDeque<>(List.of(from));
    Set<String> seen = new LinkedHashSet<>(List.of(from));
    while (!queue.isEmpty()) {
      String id = queue.removeFirst();
      List<Way> ways = step(id).ways();
      for (int way = 0; way < ways.size(); way++) {
        String to = ways.get(way).to();
        if (!steps.containsKey(to)) {
          continue;
        }
        if (wanted.is(id, way)) {
          return Optional.of(back(came, from, id, way));
        }
        if (seen.add(to)) {
          came.put(to, new Taken(id, way));
          queue.add(to);
        }
      }
    }
    return Optional.empty();
  }

  private static Deque<Integer> back(
      Map<String, Taken> came, String from, String last, int lastWay) {
    Deque<Integer> ways = new ArrayDeque<>(List.of(lastWay));
    String at = last;
    while (!at.equals(from)) {
      Taken taken = java.util.Objects.requireNonNull(came.get(at));
      ways.addFirst(taken.way());
      at = taken.step();
    }
    return ways;
  }

  private static void bot(FlowStep step, List<Turn> turns) {
    String code =
        switch (step.kind()) {
          case MESSAGE, OTHER -> "said";
          case QUESTION, INPUT -> "asks";
          case CONDITION -> "tests";
          case API_CALL -> "calls";
          case SET -> "sets";
          case HANDOVER -> "hands-over";
          case GO_TO_FLOW -> "goes-to";
          case END -> "ends";
        };
    String text = step.text();
    if (step.kind() == Kind.GO_TO_FLOW) {
      text = step.target();
    } else if (text.isEmpty()) {
      text = step.target();
    }
    turns.add(new Turn(step.id(), code, text));
  }

  private static void customer(FlowStep step, Way way, List<Turn> turns) {
    switch (step.kind()) {
      case QUESTION, INPUT -> {
        if (way.otherwise()) {
          turns.add(new Turn(step.id(), "else", ""));
        } else if (way.label().isEmpty()) {
          turns.add(new Turn(step.id(), "writes", step.variable()));
        } else {
          turns.add(new Turn(step.id(), "chooses", way.label()));
        }
      }
      case CONDITION, API_CALL -> {
        if (way.otherwise()) {
          turns.add(new Turn(step.id(), "holds-not", ""));
        } else if (!way.label().isEmpty()) {
          turns.add(new Turn(step.id(), "holds", way.label()));
        }
      }
      case MESSAGE, SET, OTHER -> {
        if (!way.label().isEmpty()) {
          turns.add(new Turn(step.id(), "chooses", way.label()));
        }
      }
      case HANDOVER, GO_TO_FLOW, END -> {
        // The flow is over.
      }
    }
  }
}
