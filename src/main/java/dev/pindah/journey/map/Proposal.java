package dev.pindah.journey.map;

import dev.pindah.model.mapping.FieldRule;
import java.util.List;

/**
 * What is proposed for one source field.
 *
 * @param candidates best first
 */
public record Proposal(String object, FieldRule rule, List<Option> candidates) {
  public Proposal {
    candidates = List.copyOf(candidates);
  }

  /** A target field that may be the right one; {@code confidence} is a probability. */
  public record Option(String module, String field, String label, double confidence) {}
}
