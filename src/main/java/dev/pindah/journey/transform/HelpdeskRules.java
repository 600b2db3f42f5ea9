package dev.pindah.journey.transform;

import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What makes a ticket of the helpdesk whole: a subject, who asks, codes for status and priority,
 * and all that has no field in its text, under it what was said to the customer meanwhile.
 */
final class HelpdeskRules {
  /** Longest text; the API does not say its own limit. */
  private static final int TEXT = Notes.LIMIT;

  /** Resolved and closed, which have the same codes in every account. */
  private static final Set<Integer> CLOSED = Set.of(4, 5);

  private final ObjectMapping mapping;
  private final FieldPass pass;
  private final Target target;
  private final Dates dates;
  private final DoneStages stages;
  private final NoteRules notes;
  private final Predicate<RecordKey> read;

  /**
   * The rules.
   *
   * @param read whether a record was read from the source; tickets outlive whom they were about
   */
  HelpdeskRules(
      ObjectMapping mapping,
      FieldPass pass,
      Target target,
      Dates dates,
      DoneStages stages,
      NoteRules notes,
      Predicate<RecordKey> read) {
    this.mapping = mapping;
    this.pass = pass;
    this.target = target;
    this.dates = dates;
    this.stages = stages;
    this.notes = notes;
    this.read = read;
  }

  void finish(Draft draft) {
    if (draft.attribute("subject").asString("").isBlank()) {
      draft.put("subject", JsonNodeFactory.instance.stringNode("Qontak ticket " + draft.key.id()));
    }
    List<RecordKey> contacts = contacts(draft);
    requester(draft, contacts);
    boolean done = status(draft);
    code(draft, "status");
    code(draft, "priority");
    closing(draft);
    String created = draft.row.text("created_at");
    if (!created.isEmpty()) {
      draft.line("Created in Qontak: " + dates.stamp(created));
    }
    TaskRules.text(draft, TEXT);
    conversation(draft, contacts, done);
  }

  private List<RecordKey> contacts(Draft draft) {
    List<RecordKey> named =
        draft.links().stream().filter(link -> link.role() == Role.CONTACT).map(Link::to).toList();
    draft.links().forEach(draft::unlink);
    List<RecordKey> there = named.stream().filter(read).toList();
    named.stream()
        .filter(contact -> !there.contains(contact))
        .forEach(contact -> draft.line("About " + contact + ", which is no longer in Qontak"));
    return there;
  }

  private static void requester(Draft draft, List<RecordKey> contacts) {
    if (contacts.isEmpty()) {
      draft.link(Role.REQUESTER, Requesters.nobody().to());
      draft.also(Requesters.standIn());
      draft.recellTargets(Set.of("contact"), new Verdict.Degraded("not-in-the-source"));
      return;
    }
    draft.link(Role.REQUESTER, Requesters.link(contacts.getFirst()).to());
    contacts.stream().skip(1).forEach(contact -> draft.line("Also about: " + contact));
    if (contacts.size() > 1) {
      draft.recellTargets(Set.of("contact"), new Verdict.Degraded("one-requester"));
    }
  }

  /** The source's own word stays readable; answers whether the ticket is done. */
  private boolean status(Draft draft) {
    Optional<FieldRule> rule =
        mapping.fields().stream()
            .filter(field -> field.moves() && field.target().equals("status"))
            .findFirst();
    SourceValue value =
        rule.map(field -> draft.row.value(field.source()))
            .orElseGet(() -> draft.row.value("ticket_stage_id"));
    if (rule.isEmpty() || value.blank()) {
      return false;
    }
    String label = String.join(", ", pass.labels(rule.get(), value));
    draft.line(Lines.label(rule.get()) + ": " + label);
    return stages.done(value.text(), label);
  }

  /** What the helpdesk asks for only when a ticket is resolved or closed. */
  private void closing(Draft draft) {
    if (!CLOSED.contains(draft.attribute("status").asInt(0))) {
      return;
    }
    for (FieldRule rule : mapping.fields()) {
      if (rule.moves()) {
        target
            .field(mapping.target(), rule)
            .filter(FieldSchema::requiredToClose)
            .filter(field -> draft.attribute(field.name()).isMissingNode())
            .ifPresent(
                field ->
                    draft.hold(
                        Draft.REQUIRED + ": to close it, the target wants " + field.label()));
      }
    }
  }

  /** The target's word for a choice, to the code that the API wants. */
  private void code(Draft draft, String attribute) {
    String label = draft.attribute(attribute).asString("");
    if (label.isEmpty()) {
      return;
    }
    target.named(TargetModule.TICKETS, attribute).stream()
        .map(FieldSchema::choices)
        .flatMap(List::stream)
        .filter(choice -> choice.label().strip().equalsIgnoreCase(label.strip()))
        .map(Choice::id)
        .filter(id -> id.matches("\\d{1,9}"))
        .findFirst()
        .ifPresentOrElse(id -> draft.put(attribute, Target.id(id)), () -> draft.remove(attribute));
  }

  /**
   * The source links no conversation to a ticket. What its contacts wrote between its opening and
   * its closing is the nearest there is, and the note says that it was inferred.
   */
  private void conversation(Draft draft, List<RecordKey> contacts, boolean done) {
    Optional<OffsetDateTime> from = dates.dateTime(draft.row.text("created_at"));
    if (from.isEmpty()) {
      return;
    }
    Optional<OffsetDateTime> until =
        done ? dates.dateTime(draft.row.text("updated_at")) : Optional.empty();
    List<String> said =
        contacts.stream()
            .flatMap(contact -> notes.said(contact, from.get(), until).stream())
            .toList();
    if (!said.isEmpty()) {
      Notes.onTicket(
              new RecordKey(ObjectName.TICKET, draft.key.id() + "-chat"),
              "chat history of the contact while the ticket was open (inferred: Qontak links no chat"
                  + " to a ticket)",
              String.join("\n", said),
              draft.key)
          .forEach(draft::also);
    }
  }
}
