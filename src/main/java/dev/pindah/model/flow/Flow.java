package dev.pindah.model.flow;

import java.util.List;
import java.util.Optional;

/**
 * One chatbot flow.
 *
 * @param start id of the step that it begins with; blank when it has no steps
 * @param origin the file it was read from
 * @param doubts what had to be assumed or could not be understood
 */
public record Flow(
    String id,
    String name,
    List<String> keywords,
    List<String> channels,
    Hours hours,
    String start,
    List<FlowStep> steps,
    String origin,
    List<Remark> doubts) {
  public Flow {
    keywords = List.copyOf(keywords);
    channels = List.copyOf(channels);
    steps = List.copyOf(steps);
    doubts = List.copyOf(doubts);
  }

  public Optional<FlowStep> step(String stepId) {
    return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
  }

  /**
   * When the flow answers.
   *
   * @param type {@code 24hours}, {@code schedule}, {@code date_range}, or what the file says
   * @param zone blank when the file does not say
   * @param slots days with their times, or one range of dates
   */
  public record Hours(String type, String zone, List<Slot> slots) {
    public Hours {
      slots = List.copyOf(slots);
    }
  }

  /** From when to when; {@code day} is blank for a range of dates. */
  public record Slot(String day, String from, String to) {}
}
