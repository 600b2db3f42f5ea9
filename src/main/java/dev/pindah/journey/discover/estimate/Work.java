package dev.pindah.journey.discover.estimate;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.Question;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.offer.Effort;
import dev.pindah.model.offer.Effort.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * What people have their hands on.
 *
 * @param toMake fields that an admin makes by hand
 * @param findings records that somebody has to look at
 */
public record Work(
    Range customFields,
    Range toMake,
    Range pipelines,
    Range unmatchedUsers,
    Range findings,
    Range templates,
    Range chatbotFlows) {
  /** Gates that a person passes. */
  private static final int GATES = 13;

  private static final int WATCH_DAYS = 3;

  /** Records that nobody has looked at have findings all the same: seldom, often, at worst. */
  private static final Range USUAL_FINDINGS = Range.of(0.005, 0.02, 0.1);

  /** Findings of one kind are mostly corrected together. */
  private static final Range BY_HAND = Range.of(0.02, 0.1, 0.5);

  /** From what discover saw. */
  public static Work of(Audit audit) {
    double custom = audit.fields().stream().filter(field -> field.custom()).count();
    double unmatched =
        audit.owners().stream()
            .filter(OwnerMatch::active)
            .filter(owner -> !owner.matched())
            .count();
    Range findings = Range.ZERO;
    for (Issue issue : audit.facts().issues()) {
      Range of = ObjectName.of(issue.object()).map(audit.facts()::number).orElse(Range.ZERO);
      findings = findings.plus(of.times(issue.share()));
    }
    return new Work(
        Range.exactly(custom),
        Range.exactly(audit.toMake()),
        Range.exactly(audit.source().pipelines().size()),
        Range.exactly(unmatched),
        findings,
        audit.facts().number(ObjectName.TEMPLATE),
        answered(audit, "chatbot-flows"));
  }

  /** Nobody has said how many: none, or a few. */
  private static Range answered(Audit audit, String id) {
    return audit.questions().stream()
        .filter(question -> question.id().equals(id) && question.answered())
        .map(Question::answer)
        .map(answer -> Range.exactly(Long.parseLong(answer)))
        .findFirst()
        .orElseGet(() -> Range.of(0, 0, 5));
  }

  /** From counts; what was not said of the data is taken as usual. */
  public static Work of(
      double customFields,
      double pipelines,
      double users,
      double templates,
      double chatbotFlows,
      Range records) {
    return new Work(
        Range.exactly(customFields),
        Range.exactly(customFields),
        Range.exactly(pipelines),
        Range.exactly(users).times(Range.of(0, 0.2, 1)),
        records.times(USUAL_FINDINGS),
        Range.exactly(templates),
        Range.exactly(chatbotFlows));
  }

  Effort effort(Pricing pricing, Forecast forecast) {
    List<Piece> pieces = new ArrayList<>();
    add(pieces, pricing, "start", Range.exactly(1));
    add(pieces, pricing, "custom-field", customFields);
    add(pieces, pricing, "field-by-hand", toMake);
    add(pieces, pricing, "pipeline", pipelines);
    add(pieces, pricing, "unmatched-user", unmatchedUsers);
    add(pieces, pricing, "data-finding", findings.times(BY_HAND));
    add(pieces, pricing, "template", templates);
    add(pieces, pricing, "chatbot-flow", chatbotFlows);
    add(pieces, pricing, "gate", Range.exactly(GATES));
    add(pieces, pricing, "machine-hour", forecast.totalHours());
    add(pieces, pricing, "watch-day", Range.exactly(WATCH_DAYS));
    return new Effort(pieces);
  }

  private static void add(List<Piece> pieces, Pricing pricing, String work, Range number) {
    if (number.high() > 0) {
      pieces.add(new Piece(work, number, pricing.minutes(work)));
    }
  }
}
