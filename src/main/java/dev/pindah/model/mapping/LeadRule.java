package dev.pindah.model.mapping;

import java.util.List;

/**
 * Which contacts become contacts and which become leads.
 *
 * @param contactWhen expression over {@code deal_count}, {@code sales_qualified}, {@code status}
 *     and the contact's fields
 * @param qualifiedStatuses source statuses that mean sales-qualified
 */
public record LeadRule(String contactWhen, List<String> qualifiedStatuses) {
  /** The published rule: a deal in any stage, or a status that means sales-qualified. */
  public static final String DEFAULT = "deal_count > 0 || sales_qualified";

  public LeadRule {
    qualifiedStatuses = List.copyOf(qualifiedStatuses);
  }
}
