package dev.pindah.report.flow;

import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowFinding.Kind;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.report.Words;
import dev.pindah.report.flow.Drawing.Box;
import dev.pindah.report.flow.Drawing.Label;
import dev.pindah.report.flow.Drawing.Line;
import dev.pindah.report.flow.Drawing.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Gives the steps of a flow their places: layer by layer, from the beginning downward. */
public final class FlowLayout {
  private static final int BOX = 220;
  private static final int TEXT = BOX - 20;
  private static final int LINES = 4;
  private static final int HEAD = 24;
  private static final int LINE = 16;
  private static final int BOTTOM = 8;
  private static final int LABEL = 150;
  private static final int LABEL_HEIGHT = 18;
  private static final double MARGIN = 24;

  /** A larger flow shows steps that many ways lead to once, and then only by their number. */
  private static final int LARGE = 40;

  private static final int HUB = 3;

  private final DocumentedFlow documented;
  private final Words words;
  private final StepNumbers numbers;
  private final ElkNode graph = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> nodes = new LinkedHashMap<>();
  private final Map<ElkNode, Box> boxes = new LinkedHashMap<>();
  private final Map<ElkEdge, Way> ways = new LinkedHashMap<>();

  private FlowLayout(DocumentedFlow documented, Words words) {
    this.documented = documented;
    this.words = words;
    this.numbers = new StepNumbers(documented.flow());
  }

  public static Drawing of(DocumentedFlow documented, Words words) {
    return new FlowLayout(documented, words).draw();
  }

  private Drawing draw() {
    Flow flow = documented.flow();
    options();
    Map<String, String> looks = looks();
    String trigger = String.join(", ", flow.keywords());
    ElkNode beginning = node("start", words.say("flow.start"), trigger, List.of());
    beginning.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, LayerConstraint.FIRST);
    Hubs hubs = new Hubs(numbers);
    Map<String, List<Way>> drawn = new HashMap<>();
    for (FlowStep step : numbers.steps()) {
      List<String> references = new ArrayList<>();
      for (Way way : step.ways()) {
        if (hubs.far(way.to())) {
          references.add(reference(way));
        } else {
          drawn.computeIfAbsent(step.id(), first -> new ArrayList<>()).add(way);
        }
      }
      nodes.put(
          step.id(),
          node(
              step.kind().wire() + looks.getOrDefault(step.id(), ""),
              numbers.of(step.id()) + " · " + kind(step),
              text(step),
              references));
    }
    ElkNode first = nodes.get(flow.start());
    if (first != null) {
      way(beginning, first, new Way("", flow.start(), false));
    }
    for (FlowStep step : numbers.steps()) {
      ElkNode from = nodes.get(step.id());
      for (Way way : drawn.getOrDefault(step.id(), List.of())) {
        ElkNode to = nodes.get(way.to());
        if (from != null) {
          way(from, to == null ? missing(way) : to, way);
        }
      }
    }
    new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
    return drawing();
  }

  private void options() {
    graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    // Answers stand in the order in which the bot offers them, and ways back go upward.
    graph.setProperty(
        LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.NODES_AND_EDGES);
    graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 32.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 12.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 18.0);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 48.0);
    graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
  }

  private Map<String, String> looks() {
    Map<String, String> looks = new HashMap<>();
    for (FlowFinding finding : documented.findings()) {
      if (finding.kind() == Kind.UNREACHABLE) {
        looks.merge(finding.step(), " unreachable", String::concat);
      } else if (finding.kind().fault()) {
        looks.merge(finding.step(), " fault", (old, more) -> old.contains(more) ? old : old + more);
      }
    }
    return looks;
  }

  private String kind(FlowStep step) {
    String name = words.say("kind." + step.kind().wire());
    return step.kind() == FlowStep.Kind.OTHER && !step.type().isEmpty()
        ? name + ": " + step.type()
        : name;
  }

  private static String text(FlowStep step) {
    String kept = step.variable().isEmpty() ? "" : "\n→ " + step.variable();
    String target =
        step.target().isEmpty() || step.text().equals(step.target()) ? "" : "\n⇒ " + step.target();
    return (step.text() + target + kept).strip();
  }

  private ElkNode missing(Way way) {
    String name = way.to().isEmpty() ? "?" : way.to();
    return node("missing fault", words.say("flow.missing"), name, List.of());
  }

  /** Instead of a long line: the answer and the number of the step that it leads to. */
  private String reference(Way way) {
    String to =
        documented
            .flow()
            .step(way.to())
            .map(step -> "→ " + numbers.of(step.id()) + " · " + kind(step))
            .orElse("→");
    return TextFit.line((label(way) + " " + to).strip(), TEXT);
  }

  private String label(Way way) {
    return way.otherwise() && way.label().isEmpty() ? words.say("flow.else") : way.label();
  }

  private ElkNode node(String style, String head, String text, List<String> references) {
    List<String> lines = TextFit.lines(text, TEXT, LINES);
    int rows = lines.size() + references.size();
    int height = HEAD + (rows == 0 ? 0 : rows * LINE + BOTTOM);
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(BOX, height);
    boxes.put(
        node, new Box(style, TextFit.line(head, TEXT), lines, references, text, 0, 0, BOX, height));
    return node;
  }

  private void way(ElkNode from, ElkNode to, Way way) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
    ways.put(edge, way);
    String text = label(way);
    if (!text.isBlank()) {
      String shown = TextFit.line(text, LABEL);
      ElkLabel label = ElkGraphUtil.createLabel(shown, edge);
      label.setProperty(CoreOptions.EDGE_LABELS_INLINE, true);
      label.setDimensions(TextFit.width(shown) + 10, LABEL_HEIGHT);
    }
  }

  private Drawing drawing() {
    List<Box> placed = new ArrayList<>();
    boxes.forEach(
        (node, box) ->
            placed.add(
                new Box(
                    box.style(),
                    box.head(),
                    box.lines(),
                    box.references(),
                    box.whole(),
                    round(node.getX()),
                    round(node.getY()),
                    box.width(),
                    box.height())));
    List<Line> lines = new ArrayList<>();
    ways.forEach(
        (edge, way) -> lines.add(new Line(points(edge), label(edge, way), way.otherwise())));
    return new Drawing(round(graph.getWidth()), round(graph.getHeight()), placed, lines);
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(round(section.getStartX()), round(section.getStartY())));
      section
          .getBendPoints()
          .forEach(bend -> points.add(new Point(round(bend.getX()), round(bend.getY()))));
      points.add(new Point(round(section.getEndX()), round(section.getEndY())));
    }
    return points;
  }

  private static Label label(ElkEdge edge, Way way) {
    if (edge.getLabels().isEmpty()) {
      return new Label("", "", 0, 0, 0, 0);
    }
    ElkLabel label = edge.getLabels().getFirst();
    return new Label(
        label.getText(),
        way.label(),
        round(label.getX()),
        round(label.getY()),
        round(label.getWidth()),
        round(label.getHeight()));
  }

  private static int round(double place) {
    return (int) Math.round(place);
  }

  /** Steps of a large flow that many ways lead to, and which of them were drawn already. */
  private static final class Hubs {
    private final Map<String, Integer> open = new HashMap<>();

    private Hubs(StepNumbers numbers) {
      if (numbers.steps().size() > LARGE) {
        numbers.steps().stream()
            .flatMap(step -> step.ways().stream())
            .forEach(way -> open.merge(way.to(), 1, Integer::sum));
        open.values().removeIf(count -> count <= HUB);
      }
    }

    /** Whether the way is drawn as a reference; the first one is drawn in full. */
    private boolean far(String step) {
      Integer ways = open.get(step);
      if (ways == null || ways == 0) {
        return ways != null;
      }
      open.put(step, 0);
      return false;
    }
  }
}
