package dev.pindah.journey.handoff.flow;

import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.model.flow.Remark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to build for each kind of step, and where WhatsApp's own limits force a change. */
final class RebuildNotes {
  /** WhatsApp shows up to three answers as buttons, up to ten as a list. */
  private static final int BUTTONS = 3;

  private static final int ROWS = 10;
  private static final int BUTTON_LETTERS = 20;
  private static final int ROW_LETTERS = 24;

  private RebuildNotes() {}

  static List<Remark> of(Flow flow) {
    List<Remark> notes = new ArrayList<>();
    if (!flow.keywords().isEmpty()) {
      notes.add(Remark.of("keywords", String.join(", ", flow.keywords())));
    } else {
      notes.add(Remark.of("no-keywords"));
    }
    if (!flow.hours().type().equals("24hours")) {
      notes.add(Remark.of("hours"));
    }
    if (flow.channels().size() > 1) {
      notes.add(Remark.of("channels", String.join(", ", flow.channels())));
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    flow.steps().forEach(step -> kinds.add(step.kind()));
    kinds.forEach(kind -> notes.add(Remark.of("kind-" + kind.wire(), ids(flow, kind))));
    Set<String> variables =
        flow.steps().stream()
            .map(FlowStep::variable)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    if (!variables.isEmpty()) {
      notes.add(Remark.of("variables", String.join(", ", variables)));
    }
    flow.steps().stream()
        .filter(step -> step.kind() == Kind.QUESTION)
        .forEach(step -> limits(step, notes));
    return notes;
  }

  private static void limits(FlowStep step, List<Remark> notes) {
    List<String> labels =
        step.ways().stream().map(Way::label).filter(label -> !label.isEmpty()).toList();
    String count = Integer.toString(labels.size());
    if (labels.size() > ROWS) {
      notes.add(Remark.of("too-many", step.id(), count));
    } else if (labels.size() > BUTTONS) {
      notes.add(Remark.of("as-list", step.id(), count));
    }
    int longest = labels.size() > BUTTONS ? ROW_LETTERS : BUTTON_LETTERS;
    labels.stream()
        .filter(label -> label.codePointCount(0, label.length()) > longest)
        .forEach(
            label -> notes.add(Remark.of("too-long", step.id(), label, Integer.toString(longest))));
  }

  private static String ids(Flow flow, Kind kind) {
    return flow.steps().stream()
        .filter(step -> step.kind() == kind)
        .map(FlowStep::id)
        .collect(Collectors.joining(", "));
  }
}
