package dev.pindah.report.flow;

import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.report.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/** A flow as Mermaid source, to be pasted where diagrams are drawn from text. */
public final class FlowMermaid {
  private static final int LONGEST = 80;

  private FlowMermaid() {}

  public static String of(DocumentedFlow documented, Words words) {
    StepNumbers numbers = new StepNumbers(documented.flow());
    StringBuilder source = new StringBuilder("flowchart TD\n");
    source.append("  start([").append(quoted(words.say("flow.start"))).append("])\n");
    Map<String, String> missing = new LinkedHashMap<>();
    for (FlowStep step : numbers.steps()) {
      String text = step.text().isEmpty() ? step.target() : step.text();
      String shown =
          numbers.of(step.id()) + " · " + words.say("kind." + step.kind().wire()) + "\n" + text;
      source.append("  s").append(numbers.of(step.id())).append(shape(step.kind(), quoted(shown)));
      source.append('\n');
      for (Way way : step.ways()) {
        if (numbers.of(way.to()) == 0) {
          missing.computeIfAbsent(way.to(), first -> "x" + (missing.size() + 1));
        }
      }
    }
    missing.forEach(
        (name, id) ->
            source
                .append("  ")
                .append(id)
                .append("{{")
                .append(quoted(words.say("flow.missing") + ": " + (name.isEmpty() ? "?" : name)))
                .append("}}\n"));
    int first = numbers.of(documented.flow().start());
    if (first > 0) {
      source.append("  start --> s").append(first).append('\n');
    }
    for (FlowStep step : numbers.steps()) {
      for (Way way : step.ways()) {
        int to = numbers.of(way.to());
        String label =
            way.otherwise() && way.label().isEmpty() ? words.say("flow.else") : way.label();
        source.append("  s").append(numbers.of(step.id()));
        source.append(way.otherwise() ? " -.->" : " -->");
        source.append(label.isBlank() ? " " : "|" + quoted(label) + "| ");
        source.append(to == 0 ? missing.getOrDefault(way.to(), "x0") : "s" + to).append('\n');
      }
    }
    return source.toString();
  }

  private static String shape(FlowStep.Kind kind, String text) {
    return switch (kind) {
      case MESSAGE, SET, OTHER -> "[" + text + "]";
      case QUESTION, INPUT -> "[/" + text + "/]";
      case CONDITION -> "{" + text + "}";
      case API_CALL -> "[[" + text + "]]";
      case HANDOVER -> ">" + text + "]";
      case GO_TO_FLOW, END -> "([" + text + "])";
    };
  }

  /** Letters, digits and harmless signs as they are; everything else by its number. */
  static String quoted(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    StringBuilder quoted = new StringBuilder("\"");
    shown
        .strip()
        .codePoints()
        .forEach(
            letter -> {
              if (letter == '\n') {
                quoted.append("<br/>");
              } else if (letter >= ' ' && letter != 0x7F && (letter < 0xD800 || letter > 0xDFFF)) {
                boolean plain =
                    letter > 0x7F
                        || Character.isLetterOrDigit(letter)
                        || " .,!?:-+/'".indexOf(letter) >= 0;
                if (plain) {
                  quoted.appendCodePoint(letter);
                } else {
                  quoted.append('#').append(letter).append(';');
                }
              }
            });
    return quoted.append('"').toString();
  }
}
