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
 * @param recipe what the transform needs beside its name
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
    Optional<Recipe> recipe,
    List<ValueRule> values,
    List<Example> examples,
    double confidence,
    String reason) {
  public FieldRule {
    values = List.copyOf(values);
    examples = List.copyOf(examples);
    if (decision == Decision.ACCEPT && target.isBlank()) {
      throw new IllegalArgumentException(source + " is accepted without a target");
    }
    if (decision == Decision.CREATE && create.isEmpty()) {
      throw new IllegalArgumentException(source + " shall be created without saying what");
    }
  }

  /** A rule whose transform needs no more than its name. */
  public FieldRule(
      String source,
      String label,
      Decision decision,
      String target,
      Optional<NewField> create,
      Transform transform,
      List<ValueRule> values,
      double confidence,
      String reason) {
    this(
        source,
        label,
        decision,
        target,
        create,
        transform,
        Optional.empty(),
        values,
        List.of(),
        confidence,
        reason);
  }

  /** The rule of a constant, which no source field fills. */
  public static FieldRule constant(ObjectMapping.Constant constant) {
    return new FieldRule(
        "",
        constant.target(),
        Decision.ACCEPT,
        constant.target(),
        Optional.empty(),
        Transform.TEXT,
        List.of(),
        1,
        "constant");
  }

  public FieldRule withValues(List<ValueRule> changed) {
    return new FieldRule(
        source,
        label,
        decision,
        target,
        create,
        transform,
        recipe,
        changed,
        examples,
        confidence,
        reason);
  }

  public FieldRule withExamples(List<Example> tests) {
    return new FieldRule(
        source,
        label,
        decision,
        target,
        create,
        transform,
        recipe,
        values,
        tests,
        confidence,
        reason);
  }

  /** Whether its values arrive on the target. */
  public boolean moves() {
    return decision == Decision.ACCEPT || decision == Decision.CREATE;
  }

  /** The same with another field to make. */
  public FieldRule creating(NewField field, Transform newTransform) {
    return new FieldRule(
        source,
        label,
        decision,
        target,
        Optional.of(field),
        newTransform,
        recipe,
        values,
        examples,
        confidence,
        reason);
  }

  public FieldRule decided(Decision newDecision, String newTarget) {
    return new FieldRule(
        source,
        label,
        newDecision,
        newTarget,
        create,
        transform,
        recipe,
        values,
        examples,
        confidence,
        reason);
  }
}
