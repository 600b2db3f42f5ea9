package dev.pindah.cli;

import dev.pindah.connect.Suggester;
import dev.pindah.connect.Suggester.Choice;
import dev.pindah.connect.Suggester.Question;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.Proposal;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.journey.map.Rerank;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.List;
import java.util.Optional;

/** Asks the language model of the configuration about uncertain fields, where there is one. */
final class Advice {
  private final AccountView view;
  private final Output output;

  Advice(AccountView view, Output output) {
    this.view = view;
    this.output = output;
  }

  Proposed on(Proposed proposed, Optional<Suggester> suggester, boolean samples) {
    List<Proposal> uncertain = Rerank.uncertain(proposed);
    if (suggester.isEmpty() || uncertain.isEmpty()) {
      return proposed;
    }
    Suggester.Answer answer =
        suggester.get().ask(uncertain.stream().map(one -> question(one, samples)).toList());
    if (!answer.note().isBlank()) {
      output.say("note: " + answer.note());
    }
    return new Rerank(view).apply(proposed, answer.chosen());
  }

  private Question question(Proposal proposal, boolean samples) {
    String source = proposal.rule().source();
    Optional<ValueProfile> profile =
        Optional.ofNullable(view.profiles().get(proposal.object()))
            .flatMap(profiles -> Optional.ofNullable(profiles.get(source)));
    String type =
        view.source()
            .object(proposal.object())
            .flatMap(object -> object.field(source))
            .map(field -> field.type().wire())
            .orElse("text");
    return new Question(
        Rerank.key(proposal),
        proposal.object(),
        proposal.rule().label(),
        type,
        samples ? profile.map(ValueProfile::samples).orElse(List.of()) : List.of(),
        proposal.candidates().stream().map(this::choice).toList());
  }

  private Choice choice(Proposal.Option option) {
    String type =
        view.destination().object(option.module()).stream()
            .flatMap(object -> object.fields().stream())
            .filter(field -> field.name().equals(option.field()))
            .map(FieldSchema::type)
            .map(kind -> kind.wire())
            .findFirst()
            .orElse("text");
    return new Choice(option.field(), option.label(), type);
  }
}
