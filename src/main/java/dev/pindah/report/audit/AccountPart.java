package dev.pindah.report.audit;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Chat;
import dev.pindah.model.audit.Count;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stands in both accounts: records, fields, data quality, people, pipelines, messaging. */
final class AccountPart {
  private static final int OPTIONS = 12;

  private final Html html;
  private final Audit audit;
  private final Words words;

  AccountPart(Html html, Audit audit, Words words) {
    this.html = html;
    this.audit = audit;
    this.words = words;
  }

  void write() {
    objects();
    quality();
    fields();
    people();
    pipelines();
    chat();
    target();
  }

  private void objects() {
    html.heading(words.say("objects"));
    List<List<String>> rows = new ArrayList<>();
    for (ObjectName object : ObjectName.values()) {
      Count count = audit.facts().counts().get(object);
      if (count != null) {
        rows.add(
            List.of(
                object.wire(),
                Frame.range(words, count.number()),
                words.code("basis", count.basis().name()),
                audit
                    .source()
                    .object(object.wire())
                    .map(schema -> words.number(schema.fields().size()))
                    .orElse("")));
      }
    }
    html.table(
        List.of(
            words.say("object"),
            words.say("records"),
            words.say("objects.basis"),
            words.say("objects.fields")),
        rows,
        1,
        2);
    new TreeMap<>(audit.facts().unreadable())
        .forEach((object, why) -> html.paragraph(object + ": " + why));
  }

  private void quality() {
    html.heading(words.say("quality")).paragraph(words.say("quality.says"));
    if (audit.facts().issues().isEmpty()) {
      html.paragraph(words.say("quality.none"));
      return;
    }
    html.table(
        List.of(
            words.say("object"),
            words.say("quality.issue"),
            words.say("quality.found"),
            words.say("quality.looked"),
            words.say("quality.share"),
            words.say("quality.examples")),
        audit.facts().issues().stream().map(this::issue).toList(),
        2,
        5);
  }

  private List<String> issue(Issue issue) {
    return List.of(
        issue.object(),
        words.code("issue", issue.code()),
        words.number(issue.records()),
        words.number(issue.looked()),
        words.percent(issue.share()),
        String.join(", ", issue.examples()));
  }

  private void fields() {
    html.heading(words.say("fields")).paragraph(words.say("fields.says"));
    Map<String, List<FieldFacts>> objects =
        audit.fields().stream()
            .collect(
                Collectors.groupingBy(
                    FieldFacts::object, java.util.LinkedHashMap::new, Collectors.toList()));
    objects.forEach(
        (object, fields) -> {
          html.raw("<details><summary>")
              .text(words.say("fields.of", object, (long) fields.size()))
              .raw("</summary>");
          html.table(
              List.of(
                  words.say("field"),
                  words.say("fields.label"),
                  words.say("fields.type"),
                  words.say("fields.filled"),
                  words.say("fields.distinct"),
                  words.say("fields.options"),
                  words.say("fields.personal")),
              fields.stream().map(this::field).toList(),
              3,
              5);
          html.raw("</details>");
        });
  }

  private List<String> field(FieldFacts field) {
    return List.of(
        field.key(),
        field.label(),
        field.type().wire() + (field.custom() ? " +" : "") + (field.holdable() ? "" : " ✗"),
        (field.sampled() ? "~" : "") + words.percent(field.filled()),
        words.number(field.distinct()),
        options(field),
        words.code("personal", field.personal().name()));
  }

  private String options(FieldFacts field) {
    if (field.options() == 0) {
      return "";
    }
    String used =
        words.say(
            "fields.used",
            (long) (field.options() - field.unused().size()),
            (long) field.options());
    String unused =
        field.unused().isEmpty()
            ? ""
            : "; " + words.say("fields.unused", shortened(field.unused()));
    String retired =
        field.retired().isEmpty()
            ? ""
            : "; " + words.say("fields.retired", shortened(field.retired()));
    return used + unused + retired;
  }

  private static String shortened(List<String> labels) {
    String first = String.join(", ", labels.subList(0, Math.min(OPTIONS, labels.size())));
    return labels.size() > OPTIONS ? first + " … +" + (labels.size() - OPTIONS) : first;
  }

  private void people() {
    html.heading(words.say("people"));
    html.paragraph(
        words.say(
            "people.says",
            audit.owners().stream().filter(OwnerMatch::matched).count(),
            (long) audit.owners().size()));
    html.table(
        List.of(
            words.say("people.name"),
            words.say("people.email"),
            words.say("people.role"),
            words.say("people.user")),
        audit.owners().stream()
            .map(
                owner ->
                    List.of(
                        owner.name(),
                        owner.email(),
                        owner.role(),
                        owner.matched() ? owner.user() : words.say("people.nobody")))
            .toList(),
        4,
        4);
  }

  private void pipelines() {
    html.heading(words.say("pipelines"));
    pipelines(audit.source());
    pipelines(audit.destination());
  }

  private void pipelines(Inventory inventory) {
    List<List<String>> rows = new ArrayList<>();
    for (Pipeline pipeline : inventory.pipelines()) {
      rows.add(
          List.of(
              inventory.product().wire(),
              pipeline.name() + (pipeline.active() ? "" : " ✗"),
              pipeline.stages().stream()
                  .map(
                      stage ->
                          stage.name()
                              + switch (stage.outcome()) {
                                case OPEN -> "";
                                case WON -> " (" + words.say("outcome.won") + ")";
                                case LOST -> " (" + words.say("outcome.lost") + ")";
                              })
                  .collect(Collectors.joining(" → "))));
    }
    html.table(List.of("", words.say("pipeline"), words.say("pipelines.stages")), rows, 3, 3);
  }

  private void chat() {
    Chat chat = audit.facts().chat();
    html.heading(words.say("chat"));
    html.paragraph(
        words.say(
            "chat.broadcasts",
            chat.broadcasts(),
            chat.broadcastsThisMonth(),
            chat.recipientsThisMonth()));
    List<List<String>> rows = new ArrayList<>();
    sorted(chat.channels())
        .forEach((kind, count) -> rows.add(List.of(words.say("chat.channel"), kind, count)));
    sorted(chat.templates())
        .forEach((status, count) -> rows.add(List.of(words.say("chat.template"), status, count)));
    sorted(chat.categories())
        .forEach((kind, count) -> rows.add(List.of(words.say("chat.category"), kind, count)));
    html.table(List.of("", "", words.say("records")), rows, 2, 3);
    flows();
  }

  /** No API lists them: they are those of the imported files. */
  private void flows() {
    html.raw("<h3>").text(words.say("flows")).raw("</h3>");
    if (audit.flows().isEmpty()) {
      html.paragraph(words.say("flows.none"));
      return;
    }
    html.paragraph(words.say("flows.says", (long) audit.flows().size()));
    html.table(
        List.of(
            words.say("flows.name"),
            words.say("flows.keywords"),
            words.say("flows.channels"),
            words.say("flows.file"),
            words.say("flows.steps"),
            words.say("flows.faults")),
        audit.flows().stream()
            .map(
                flow ->
                    List.of(
                        flow.name(),
                        shortened(flow.keywords()),
                        String.join(", ", flow.channels()),
                        flow.origin(),
                        words.number(flow.steps()),
                        words.number(flow.faults())))
            .toList(),
        4,
        6);
  }

  private Map<String, String> sorted(Map<String, Long> counts) {
    Map<String, String> sorted = new TreeMap<>();
    counts.forEach((name, count) -> sorted.put(name, words.number(count)));
    return sorted;
  }

  private void target() {
    html.heading(words.say("target"));
    Inventory target = audit.destination();
    html.paragraph(
        words.say(
            "target.says",
            target.people().stream().filter(person -> person.active()).count(),
            (long) target.people().size(),
            (long) target.pipelines().size()));
    html.table(
        List.of(
            words.say("object"),
            words.say("target.existing"),
            words.say("objects.fields"),
            words.say("target.custom")),
        target.objects().stream().map(this::module).toList(),
        1,
        4);
  }

  private List<String> module(ObjectSchema module) {
    return List.of(
        module.name(),
        module.count() < 0 ? "?" : words.number(module.count()),
        String.format(Locale.ROOT, "%d", module.fields().size()),
        words.number(module.fields().stream().filter(field -> field.custom()).count()));
  }
}
