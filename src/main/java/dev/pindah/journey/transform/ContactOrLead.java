package dev.pindah.journey.transform;

import dev.pindah.model.mapping.Formula;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.row.SourceRow;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a source contact whether it becomes a contact or a lead, by the rule of the mapping. */
final class ContactOrLead {
  private final Formula formula;
  private final Set<String> fields;
  private final Set<String> qualified;

  /**
   * @param fields of the contact, which the rule may ask for beside its own words
   */
  ContactOrLead(LeadRule rule, Set<String> fields) {
    this.formula = new Formula(rule.contactWhen());
    this.fields = formula.asksFor(fields);
    this.qualified =
        rule.qualifiedStatuses().stream().map(ContactOrLead::fold).collect(Collectors.toSet());
  }

  /** For callers without a schema: fields are found by what the rule calls them. */
  ContactOrLead(LeadRule rule) {
    this(rule, Set.of());
  }

  /** By the deals it stands on, its status, and any field that the rule names. */
  boolean contact(int deals, String status, SourceRow row) {
    Map<String, Object> known = new HashMap<>(Recipes.variables(row, fields));
    known.put(LeadRule.DEAL_COUNT, deals);
    known.put(LeadRule.STATUS, status);
    known.put(LeadRule.QUALIFIED, qualified.contains(fold(status)));
    return formula.holds(known);
  }

  /** Whether it names nothing but deals and status. */
  boolean plain() {
    return fields.stream()
        .allMatch(field -> LeadRule.WORDS.contains(field.toLowerCase(Locale.ROOT)));
  }

  private static String fold(String status) {
    return status.strip().toLowerCase(Locale.ROOT);
  }
}
