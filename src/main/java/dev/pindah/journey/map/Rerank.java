package dev.pindah.journey.map;

import dev.pindah.journey.map.Proposal.Option;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes advice on fields whose target is uncertain. The advice puts one of the candidates first and
 * leaves the decision to a person; fields that are sure stay as they are.
 */
public final class Rerank {
  /** Between these confidences advice is worth something. */
  private static final double HOPE = 0.1;

  private static final double SURE = 0.9;

  private final AccountView view;

  public Rerank(AccountView view) {
    this.view = view;
  }

  /** Proposals that advice is wanted for. */
  public static List<Proposal> uncertain(Proposed proposed) {
    return proposed.proposals().stream().filter(Rerank::uncertain).toList();
  }

  private static boolean uncertain(Proposal proposal) {
    Decision decision = proposal.rule().decision();
    List<Option> candidates = proposal.candidates();
    return (decision == Decision.REVIEW || decision == Decision.CREATE)
        && candidates.size() > 1
        && candidates.getFirst().confidence() >= HOPE
        && candidates.getFirst().confidence() < SURE;
  }

  public static String key(Proposal proposal) {
    return proposal.object() + "." + proposal.rule().source();
  }

  /**
   * The same with the advised candidates first.
   *
   * @param advice target field by {@link #key}; blank where none of the candidates is meant
   */
  public Proposed apply(Proposed proposed, Map<String, String> advice) {
    List<Proposal> proposals = new ArrayList<>();
    Mapping mapping = proposed.mapping();
    for (Proposal proposal : proposed.proposals()) {
      String field = uncertain(proposal) ? advice.getOrDefault(key(proposal), "") : "";
      if (field.isBlank()) {
        proposals.add(proposal);
        continue;
      }
      List<Option> candidates = first(proposal.candidates(), field);
      ObjectMapping object =
          mapping.objects().stream()
              .filter(known -> known.object().wire().equals(proposal.object()))
              .findFirst()
              .orElseThrow();
      FieldRule target = new EditMapping(view, List.of()).target(object, proposal.rule(), field);
      FieldRule rule =
          new FieldRule(
              target.source(),
              target.label(),
              Decision.REVIEW,
              field,
              target.create(),
              target.transform(),
              target.recipe(),
              target.values(),
              target.examples(),
              candidates.getFirst().confidence(),
              "the language model takes it for the same as \""
                  + candidates.getFirst().label()
                  + "\"; please look");
      proposals.add(new Proposal(proposal.object(), rule, candidates));
      mapping = EditMapping.replace(mapping, object, rule);
    }
    return new Proposed(mapping, proposals);
  }

  /** The advised one changes places with the first; confidences stay best first. */
  private static List<Option> first(List<Option> candidates, String field) {
    List<Option> order = new ArrayList<>(candidates);
    order.sort(
        (one, other) -> Boolean.compare(other.field().equals(field), one.field().equals(field)));
    List<Option> ranked = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      Option option = order.get(i);
      ranked.add(
          new Option(
              option.module(), option.field(), option.label(), candidates.get(i).confidence()));
    }
    return ranked;
  }
}
