package dev.pindah.journey.transform;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a source contact whether it becomes a contact or a lead, by the rule of the mapping. */
final class ContactOrLead {
  private static final Set<String> PLAIN = Set.of("deal_count", "status", "sales_qualified");

  private final Expression expression;
  private final Set<String> qualified;

  ContactOrLead(LeadRule rule) {
    this.expression = new Expression(rule.contactWhen());
    this.qualified =
        rule.qualifiedStatuses().stream()
            .map(status -> status.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
  }

  /** By the deals it stands on, its status, and any field that the rule names. */
  boolean contact(int deals, String status, SourceRow row) {
    try {
      Expression rule = expression.copy();
      for (String variable : expression.getUsedVariables()) {
        switch (variable.toLowerCase(Locale.ROOT)) {
          case "deal_count" -> rule.with(variable, deals);
          case "status" -> rule.with(variable, status);
          case "sales_qualified" ->
              rule.with(variable, qualified.contains(status.strip().toLowerCase(Locale.ROOT)));
          default -> rule.with(variable, field(row, variable));
        }
      }
      return rule.evaluate().getBooleanValue();
    } catch (EvaluationException | ParseException broken) {
      throw new IllegalStateException(
          "the contact rule of the mapping cannot be evaluated: " + broken.getMessage(), broken);
    }
  }

  /** Whether it names nothing but deals and status. */
  boolean plain() {
    try {
      return expression.getUsedVariables().stream()
          .allMatch(variable -> PLAIN.contains(variable.toLowerCase(Locale.ROOT)));
    } catch (ParseException broken) {
      return true;
    }
  }

  /** As people read it: the label of a choice, a number as a number. */
  private static Object field(SourceRow row, String name) {
    SourceValue value = row.value(name);
    String text = value.labels().isEmpty() ? value.text() : String.join(", ", value.labels());
    return Values.decimal(text).<Object>map(number -> number).orElse(text);
  }
}
