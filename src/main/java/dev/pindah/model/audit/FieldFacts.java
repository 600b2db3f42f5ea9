package dev.pindah.model.audit;

import dev.pindah.model.schema.FieldType;
import java.util.List;

/**
 * One field of the source and how it is used.
 *
 * @param key as the mapping names it
 * @param filled share of the records looked at that have a value, 0 to 1
 * @param distinct different values, counted up to a cap
 * @param unused options that no record looked at has
 * @param retired values that records have and the schema does not list any more
 * @param sampled whether only a part of the records was looked at
 * @param personal what kind of personal data it may hold
 * @param holdable whether a field of the target can hold it
 */
public record FieldFacts(
    String object,
    String key,
    String label,
    FieldType type,
    boolean custom,
    double filled,
    long distinct,
    int options,
    List<String> unused,
    List<String> retired,
    boolean sampled,
    Personal personal,
    boolean holdable) {
  public FieldFacts {
    unused = List.copyOf(unused);
    retired = List.copyOf(retired);
  }

  /** Classes of Indonesia's law on personal data, and what cannot be said. */
  public enum Personal {
    /** Health, biometrics, beliefs, finances, children: the law's specific data. */
    SPECIFIC,
    /** Names, numbers, addresses: whatever points to a person. */
    GENERAL,
    /** Free text in which anything may stand. */
    POSSIBLE,
    NONE
  }
}
