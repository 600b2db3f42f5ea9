package dev.pindah.model.kit;

import java.util.List;

/**
 * A segment that its criteria make, as the admin describes it.
 *
 * @param criteria in words
 * @param filters step by step; all of them must hold
 */
public record DynamicSegment(
    String name, String object, String criteria, List<Filter> filters, String origin) {
  public DynamicSegment {
    filters = List.copyOf(filters);
  }

  /**
   * One step of a filter.
   *
   * @param field as the source calls it
   * @param target as the target calls it; blank where the mapping knows no such field
   * @param operator a code: is, is-not, contains, after, before, more, less, empty, not-empty
   */
  public record Filter(String field, String target, String operator, String value) {}
}
