package dev.pindah.journey.transform;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import dev.pindah.model.mapping.LeadRule;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a source contact whether it becomes a contact or a lead, by the rule of the mapping. */
final class ContactOrLead {
  private final Expression expression;
  private final Set<String> qualified;

  ContactOrLead(LeadRule rule) {
    this.expression = new Expression(rule.contactWhen());
    this.qualified =
        rule.qualifiedStatuses().stream()
            .map(status -> status.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  boolean contact(int deals, String status) {
    try {
      return expression
          .copy()
          .with("deal_count", deals)
          .and("status", status)
          .and("sales_qualified", qualified.contains(status.strip().toLowerCase(Locale.ROOT)))
          .evaluate()
          .getBooleanValue();
    } catch (EvaluationException | ParseException broken) {
      throw new IllegalStateException(
          "the contact rule of the mapping cannot be evaluated: " + broken.getMessage(), broken);
    }
  }
}
