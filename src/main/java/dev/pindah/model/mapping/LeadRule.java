package dev.pindah.model.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which contacts become contacts and which become leads.
 *
 * @param contactWhen expression over {@code deal_count}, {@code sales_qualified}, {@code status}
 *     and the contact's fields
 * @param qualifiedStatuses source statuses that mean sales-qualified
 */
public record LeadRule(String contactWhen, List<String> qualifiedStatuses, List<Test> tests) {
  /** The published rule: a deal in any stage, or a status that means sales-qualified. */
  public static final String DEFAULT = "deal_count > 0 || sales_qualified";

  public static final String DEAL_COUNT = "deal_count";
  public static final String QUALIFIED = "sales_qualified";
  public static final String STATUS = "status";

  /** What the expression knows beside the contact's fields. */
  public static final Set<String> WORDS = Set.of(DEAL_COUNT, QUALIFIED, STATUS);

  public LeadRule {
    qualifiedStatuses = List.copyOf(qualifiedStatuses);
    tests = List.copyOf(tests);
  }

  public LeadRule(String contactWhen, List<String> qualifiedStatuses) {
    this(contactWhen, qualifiedStatuses, List.of());
  }

  /** Another rule, with the examples that it has to pass. */
  public LeadRule changed(String when, List<String> statuses) {
    return new LeadRule(when, statuses, tests);
  }

  /**
   * An example that {@code map --check} runs.
   *
   * @param given deal_count, status and fields of a contact
   */
  public record Test(Map<String, String> given, boolean contact) {
    public Test {
      given = Map.copyOf(given);
    }
  }
}
