package dev.pindah.journey.discover.judge;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.Loss;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.forecast.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What will not come across as it is, counted before anything moves. */
final class Losses {
  private static final String NOTED = "told in a note";

  private final Case account;
  private final List<Loss> losses = new ArrayList<>();

  private Losses(Case account) {
    this.account = account;
  }

  static List<Loss> of(Case account, PlanAdvice advice) {
    Losses ledger = new Losses(account);
    ledger.dates();
    ledger.fields();
    ledger.plan(advice);
    ledger.people();
    ledger.conversations();
    ledger.documented();
    ledger.unreadable();
    return ledger.losses.stream().filter(loss -> loss.number().high() > 0).toList();
  }

  private void add(String code, String object, String what, Range number, String instead) {
    losses.add(new Loss(code, object, what, number, instead));
  }

  private Range number(ObjectName object) {
    return account.number(object);
  }

  private void dates() {
    for (ObjectName object : List.of(ObjectName.CONTACT, ObjectName.COMPANY, ObjectName.DEAL)) {
      add(
          "creation-date",
          object.wire(),
          "the date of creation as the record's own",
          number(object),
          "kept in a custom field");
    }
  }

  /** Cells of fields that no field of the target can hold. */
  private void fields() {
    for (FieldFacts field : account.fields()) {
      if (!field.holdable() && Case.used(field)) {
        Range records = ObjectName.of(field.object()).map(this::number).orElse(Range.ZERO);
        boolean file = field.type() == dev.pindah.model.schema.FieldType.FILE;
        add(
            "field-without-place",
            field.object(),
            field.label() + " (" + field.type().wire() + ")",
            records.times(field.filled()),
            file ? "the files hang on the record itself" : "documented by handoff");
      }
    }
    long retired = account.fields().stream().mapToLong(field -> field.retired().size()).sum();
    add(
        "retired-options",
        "",
        "options that records have and the schema does not list any more",
        Range.exactly(retired),
        "made again as choices, or documented");
  }

  private void plan(PlanAdvice advice) {
    advice.plans().stream()
        .filter(PlanAdvice.Fit::current)
        .flatMap(fit -> fit.loses().stream())
        .forEach(
            lost -> add("plan", "", lost, Range.exactly(1), "fits on " + advice.smallest().wire()));
  }

  private void people() {
    List<OwnerMatch> alone = account.owners().stream().filter(owner -> !owner.matched()).toList();
    add(
        "owners",
        "user",
        "users without an account of the same e-mail",
        Range.exactly(alone.size()),
        "a placeholder owner; name, e-mail and role are kept on the records");
  }

  private void conversations() {
    add(
        "ticket-conversation",
        "ticket",
        "the conversation of a ticket: the API gives none",
        number(ObjectName.TICKET),
        "chats of the ticket's contacts in its time, marked as inferred");
    add("chat", "chat", "chats as messages", number(ObjectName.CHAT), NOTED);
    add(
        "room",
        "room",
        "messages of chat rooms: no public endpoint lists them",
        number(ObjectName.ROOM),
        "what chat-history gives; the rest stays behind");
    add("timeline", "timeline", "entries of timelines", number(ObjectName.TIMELINE), NOTED);
    add(
        "stage-history",
        "stage_change",
        "moves between stages as history",
        number(ObjectName.STAGE_CHANGE),
        NOTED);
    add("line-item", "line_item", "items of deals", number(ObjectName.LINE_ITEM), NOTED);
  }

  private void documented() {
    add(
        "chatbot",
        "chatbot",
        "chatbot flows",
        answered("chatbot-flows"),
        "flow maps and a checklist; rebuilt by hand");
    add(
        "template",
        "template",
        "WhatsApp templates",
        number(ObjectName.TEMPLATE),
        "registered again with Meta");
    add("broadcast", "broadcast", "broadcasts", number(ObjectName.BROADCAST), "listed");
    add(
        "segment",
        "list",
        "dynamic segments: no endpoint lists them",
        answered("dynamic-segments"),
        "criteria written down; rebuilt as views");
    add(
        "automation",
        "",
        "automations: no endpoint lists them",
        answered("automations"),
        "written down; rebuilt by hand");
    add("division", "division", "divisions", number(ObjectName.DIVISION), "listed");
  }

  private Range answered(String question) {
    Optional<String> answer = account.answer(question);
    return answer.map(number -> Range.exactly(Long.parseLong(number))).orElse(Range.ZERO);
  }

  private void unreadable() {
    for (Map.Entry<String, String> part : new TreeMap<>(account.facts().unreadable()).entrySet()) {
      add(
          "unreadable",
          part.getKey(),
          "not readable: " + part.getValue(),
          Range.exactly(1),
          "give the credentials the scope, or add a downloaded file");
    }
  }
}
