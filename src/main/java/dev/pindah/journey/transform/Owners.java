package dev.pindah.journey.transform;

import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Who owns a record on the target. An owner without an active user there becomes the placeholder
 * owner, and the original stays readable on the record.
 */
final class Owners {
  /** Label of the custom field that keeps the owner's role. */
  static final String ROLE_LABEL = "qontak_role__c";

  /** Label of the custom field that keeps an owner who has no user on the target. */
  static final String OWNER_LABEL = "qontak_owner__c";

  private final Target target;
  private final Map<String, OwnerRule> rules;
  private final Optional<Person> placeholder;

  Owners(Target target, List<OwnerRule> rules, String placeholderOwner) {
    this.target = target;
    this.rules =
        rules.stream()
            .collect(Collectors.toMap(OwnerRule::id, Function.identity(), (first, again) -> first));
    this.placeholder =
        placeholderOwner.isBlank() ? Optional.empty() : target.activeUser(placeholderOwner);
  }

  Optional<Person> user(OwnerRule rule) {
    return rule.placeholder() ? Optional.empty() : target.activeUser(rule.to());
  }

  void own(Draft draft, TargetModule module, String field, SourceValue owner) {
    Optional<OwnerRule> rule = Optional.ofNullable(rules.get(owner.texts().getFirst()));
    rule.filter(known -> !known.role().isBlank())
        .ifPresent(known -> keep(draft, module, ROLE_LABEL, known.role()));
    if (module.product() == Product.FRESHDESK) {
      agent(draft, module, field, rule, owner);
      return;
    }
    Optional<Person> user = rule.flatMap(this::user);
    if (user.isPresent()) {
      draft.put("owner_id", Target.id(user.get().id()));
      draft.cell(field, "owner_id", new Verdict.Transformed("owner by e-mail"));
      return;
    }
    placeholder.ifPresent(person -> draft.put("owner_id", Target.id(person.id())));
    boolean kept = keep(draft, module, OWNER_LABEL, original(rule, owner));
    if (!kept && FieldPass.text(module)) {
      draft.line("Owner in Qontak: " + original(rule, owner));
      kept = true;
    }
    draft.cell(
        field,
        "owner_id",
        kept
            ? new Verdict.Degraded("placeholder-owner")
            : new Verdict.Documented("placeholder-owner"));
  }

  /** The helpdesk has people of its own; who is none there is named in the ticket. */
  private void agent(
      Draft draft, TargetModule module, String field, Optional<OwnerRule> rule, SourceValue owner) {
    Optional<Term> agent =
        rule.stream()
            .flatMap(known -> Stream.of(known.to(), known.email()))
            .flatMap(email -> target.agent(email).stream())
            .findFirst();
    if (agent.isPresent()) {
      draft.put("responder_id", Target.id(agent.get().id()));
      draft.cell(field, "responder_id", new Verdict.Transformed("agent by e-mail"));
      return;
    }
    if (!keep(draft, module, OWNER_LABEL, original(rule, owner))) {
      draft.line("Owner in Qontak: " + original(rule, owner));
    }
    draft.cell(field, "responder_id", new Verdict.Degraded("no-agent"));
  }

  /** The name of a source user; the id where the source does not tell. */
  String name(String id) {
    OwnerRule rule = rules.get(id);
    return rule == null || rule.name().isBlank() ? "Qontak user " + id : rule.name();
  }

  boolean knows(String id) {
    return rules.containsKey(id);
  }

  private static String original(Optional<OwnerRule> rule, SourceValue owner) {
    return rule.map(
            known ->
                known.email().isBlank() ? known.name() : known.name() + " <" + known.email() + ">")
        .orElseGet(
            () ->
                owner.labels().isEmpty()
                    ? "Qontak user " + owner.texts().getFirst()
                    : owner.labels().getFirst());
  }

  private boolean keep(Draft draft, TargetModule module, String label, String value) {
    Optional<FieldSchema> field = target.labelled(module, label);
    String fitting = Clean.cut(Clean.text(value), Values.TEXT_LIMIT);
    field.ifPresent(found -> draft.put(found.name(), JsonNodeFactory.instance.stringNode(fitting)));
    return field.isPresent();
  }
}
