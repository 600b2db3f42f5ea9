package dev.pindah.model.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What happens with one source field.
 *
 * @param source key of the field: its name, or {@code name#id} where the name occurs twice
 * @param label the source's label, for people
 * @param target API name of the target field; blank unless the decision is ACCEPT
 * @param create the field to make; present when the decision is CREATE
 * @param values for options: every value that occurs or may occur
 * @param confidence probability that the proposal is right, 0 to 1; 1 for what a person set
 */
public record FieldRule(
    String source,
    String label,
    Decision decision,
    String target,
    Optional<NewField> create,
    Transform transform,
    List<ValueRule> values,
    double confidence,
    String reason) {
  public FieldRule {
    values = List.copyOf(values);
    if (decision == Decision.ACCEPT && target.isBlank()) {
      throw new IllegalArgumentException(source + " is accepted without a target");
    }
    if (decision == Decision.CREATE && create.isEmpty()) {
      throw new IllegalArgumentException(source + " shall be created without saying what");
    }
  }

  /** Whether its values arrive on the target. */
  public boolean moves() {
    return decision == Decision.ACCEPT || decision == Decision.CREATE;
  }

  public FieldRule decided(Decision newDecision, String newTarget) {
    return new FieldRule(
        source, label, newDecision, newTarget, create, transform, values, confidence, reason);
  }
}
