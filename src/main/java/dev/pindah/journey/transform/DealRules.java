package dev.pindah.journey.transform;

import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.schema.Pipeline.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What makes a deal whole: a name, an amount, its stage, and the day it was really closed. */
final class DealRules {
  private static final String CLOSED = "closed_date";
  private static final String EXPECTED = "expected_close";

  private static final String AMOUNT = "amount";
  private static final String CURRENCY = "currency_id";

  private final List<FieldRule> rules;
  private final Target target;
  private final Stages stages;
  private final Dates dates;

  /**
   * The rules.
   *
   * @param rules of the fields of deals
   */
  DealRules(List<FieldRule> rules, Target target, Stages stages, Dates dates) {
    this.rules = List.copyOf(rules);
    this.target = target;
    this.stages = stages;
    this.dates = dates;
  }

  void finish(Draft draft) {
    if (draft.attribute("name").asString("").isBlank()) {
      draft.hold("no-name: the target takes no deal without a name");
    }
    money(draft);
    if (draft.attribute(AMOUNT).isMissingNode() && target.required(TargetModule.DEALS, AMOUNT)) {
      // An empty amount counts as nothing in every total, so 0 keeps the totals equal.
      draft.put(AMOUNT, JsonNodeFactory.instance.numberNode(0));
    }
    Optional<Stages.Place> place =
        stages.place(draft.row.text("crm_pipeline_id"), draft.row.text("crm_stage_id"));
    if (place.isEmpty()) {
      draft.cell("crm_stage_id", "", new Verdict.Failed("stage-not-on-target"));
      draft.hold("stage-not-on-target: pindah prepare says what is missing");
      return;
    }
    draft.put("deal_pipeline_id", Target.id(place.get().pipeline().id()));
    draft.put("deal_stage_id", Target.id(place.get().stage().id()));
    draft.cell("crm_pipeline_id", "deal_pipeline_id", new Verdict.Transformed("pipeline by rule"));
    draft.cell("crm_stage_id", "deal_stage_id", new Verdict.Transformed("stage by rule"));
    dates(draft, place.get().stage().outcome());
  }

  /**
   * Without its currency the target would take the amount for its own one, without its amount it
   * would count as nothing: such a deal waits, whoever waived the fix-list. A target that tells no
   * currency at all has one only, which nobody can be asked to add to.
   */
  private void money(Draft draft) {
    boolean told = target.terms(PickList.CURRENCY).findAny().isPresent();
    for (FieldRule rule : rules) {
      Optional<String> failed = draft.failed(rule.source());
      if (failed.isPresent() && rule.target().equals(CURRENCY) && told) {
        draft.recell(rule.source(), "", new Verdict.Failed("currency-not-on-target"));
        draft.hold("currency-not-on-target: an amount is never converted");
      } else if (failed.isPresent() && rule.target().equals(AMOUNT)) {
        draft.hold(failed.get() + ": a deal does not move without its amount");
      }
    }
  }

  private void dates(Draft draft, Outcome outcome) {
    Optional<LocalDate> closed = dates.day(draft.attribute(CLOSED).asString(""));
    draft.remove(CLOSED);
    if (outcome == Outcome.OPEN) {
      if (closed.isPresent()) {
        boolean free = draft.attribute(EXPECTED).isMissingNode();
        if (free) {
          draft.put(EXPECTED, JsonNodeFactory.instance.stringNode(closed.get().toString()));
        }
        draft.recell(
            CLOSED,
            free ? EXPECTED : "",
            free
                ? new Verdict.Transformed("close date of an open deal is its expected close")
                : new Verdict.Documented("close date of an open deal"));
      }
      return;
    }
    // Without a close date the last change is the best witness; today would be a lie.
    closed
        .or(() -> dates.day(draft.row.text("updated_at")))
        .ifPresent(day -> closeAfterwards(draft, day));
  }

  /** Creation in a closed stage stamps today, so the true day is written once the deal stands. */
  private static void closeAfterwards(Draft draft, LocalDate day) {
    ObjectNode later = JsonNodeFactory.instance.objectNode();
    later.put(CLOSED, day.toString());
    draft.afterwards(Step.CLOSING, later);
  }
}
