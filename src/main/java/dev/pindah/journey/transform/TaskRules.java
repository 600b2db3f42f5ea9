package dev.pindah.journey.transform;

import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.row.SourceValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What makes a task of the target whole: a title, a due date, open or done, one record that it
 * hangs on, and all that has no field in its text. Tasks come from the source's tasks and, where
 * there is no helpdesk, from its tickets.
 */
final class TaskRules {
  private static final int TEXT = Values.TEXTAREA_LIMIT;

  /** A task hangs on one record only. */
  private static final List<Role> ORDER = List.of(Role.DEAL, Role.CONTACT, Role.ACCOUNT);

  /** The source's own id of the status that means completed. */
  private static final String COMPLETED = "4";

  private final ObjectMapping mapping;
  private final FieldPass pass;
  private final Dates dates;
  private final DoneStages stages;
  private final Predicate<RecordKey> read;

  /**
   * The rules.
   *
   * @param read whether a record was read from the source; tasks outlive what they were about
   */
  TaskRules(
      ObjectMapping mapping,
      FieldPass pass,
      Dates dates,
      DoneStages stages,
      Predicate<RecordKey> read) {
    this.mapping = mapping;
    this.pass = pass;
    this.dates = dates;
    this.stages = stages;
    this.read = read;
  }

  void finish(Draft draft) {
    if (draft.attribute("title").asString("").isBlank()) {
      draft.put(
          "title",
          JsonNodeFactory.instance.stringNode(
              Lines.title(draft.key.object().wire()) + " " + draft.key.id()));
    }
    mapping.fields().stream()
        .filter(rule -> rule.moves() && rule.transform() == Transform.DONE)
        .forEach(rule -> status(rule, draft));
    due(draft);
    parent(draft);
    text(draft);
  }

  private void status(FieldRule rule, Draft draft) {
    SourceValue value = draft.row.value(rule.source());
    if (value.blank()) {
      draft.put("status", JsonNodeFactory.instance.numberNode(0));
      return;
    }
    String label = String.join(", ", pass.labels(rule, value));
    boolean done =
        stages.done(rule.source().contains("stage") ? value.text() : "", label)
            || (rule.source().equals("crm_task_status_id") && value.text().equals(COMPLETED));
    draft.put("status", JsonNodeFactory.instance.numberNode(done ? 1 : 0));
    draft.line(Lines.label(rule) + ": " + label);
    draft.cell(
        rule.source(), "status", new Verdict.Transformed("open or done; its name in the text"));
  }

  /** The target takes no task without a due date. */
  private void due(Draft draft) {
    if (!draft.attribute("due_date").isMissingNode()) {
      return;
    }
    dates
        .dateTime(draft.row.text("created_at"))
        .or(() -> dates.dateTime(draft.row.text("updated_at")))
        .ifPresentOrElse(
            time -> {
              draft.put(
                  "due_date", JsonNodeFactory.instance.stringNode(time.toInstant().toString()));
              draft.recell("due_date", "due_date", new Verdict.Degraded("no-due-date"));
              draft.line("Due date: none in Qontak; the day of creation stands in for it");
            },
            () -> draft.hold("no-due-date: neither a due date nor a time of creation"));
  }

  private void parent(Draft draft) {
    for (Link link : draft.links()) {
      if (!read.test(link.to())) {
        draft.unlink(link);
        draft.line("About " + link.to() + ", which is no longer in Qontak");
        draft.recellTargets(Set.of(target(link)), new Verdict.Degraded("not-in-the-source"));
      }
    }
    draft.orderLinks(ORDER);
    List<Link> links = draft.links();
    if (links.size() < 2) {
      return;
    }
    draft.line(
        "Also about: "
            + links.stream()
                .skip(1)
                .map(link -> link.to().toString())
                .collect(Collectors.joining(", ")));
    Set<String> others = new HashSet<>();
    links.stream().skip(1).map(TaskRules::target).forEach(others::add);
    draft.recellTargets(others, new Verdict.Degraded("hangs-on-one-record"));
  }

  /** What the cell of a link names as its target. */
  private static String target(Link link) {
    return link.role().name().toLowerCase(Locale.ROOT);
  }

  private static void text(Draft draft) {
    String mark = Notes.mark(draft.key);
    String lines = String.join("\n", draft.lines());
    String body = draft.body();
    int room = TEXT - mark.length() - 4;
    if (body.length() + lines.length() > room) {
      draft.overflow("Text", body + "\n\n" + lines);
      draft.recellTargets(Set.of("description"), new Verdict.Degraded(Values.CUT + TEXT));
      lines = lines.length() > room / 2 ? Notes.pieces(lines, room / 2).getFirst() : lines;
      int left = room - lines.length();
      body = body.length() > left ? Notes.pieces(body, left).getFirst() : body;
    }
    StringBuilder text = new StringBuilder(body);
    for (String part : List.of(lines, mark)) {
      if (!part.isEmpty()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(part);
      }
    }
    draft.put("description", JsonNodeFactory.instance.stringNode(text.toString()));
  }
}
