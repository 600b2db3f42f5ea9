package dev.pindah.report.kit;

import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Automation.Grade;
import dev.pindah.model.kit.DynamicSegment;
import dev.pindah.model.kit.DynamicSegment.Filter;
import dev.pindah.model.kit.StaticSegment;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;

/** Automations and segments: what they do, and how to make them anew. */
final class RulesPages {
  private RulesPages() {}

  static String automations(List<Automation> automations, Words words) {
    KitPage page = new KitPage(words, words.say("automations.title"), "", false, Scripts.FILTER);
    page.paragraph("automations.note");
    if (automations.isEmpty()) {
      return page.none("automations.none").done();
    }
    page.search();
    Html html = page.html();
    int number = 1;
    for (Automation rule : automations) {
      String kind = rule.kind().wire();
      html.raw("<section class=\"template\" data-row=\"\"><h3>")
          .text(number++ + " · " + rule.name())
          .raw("</h3><p>");
      page.tag(look(rule.grade()), words.say("grade." + rule.grade().wire()));
      page.tag("", words.say("rule." + kind));
      html.raw("<small>").text(rule.origin()).raw("</small></p>");
      page.table(
          List.of("automations.part", "automations.today", "automations.proposal"),
          List.of(
              List.of(
                  words.say("automations.trigger"),
                  trigger(rule, words),
                  words.say("rule." + kind + ".trigger")),
              List.of(
                  words.say("automations.conditions"),
                  dash(rule.conditions()),
                  words.say("rule." + kind + ".condition")),
              List.of(
                  words.say("automations.actions"),
                  dash(rule.actions()),
                  words.say("rule." + kind + ".action"))),
          3,
          3);
      html.raw("<ul class=\"check\">");
      for (String line : List.of("built", "tried", "quiet", "by")) {
        html.raw("<li>").text(words.say("test." + line)).raw("</li>");
      }
      html.raw("</ul></section>");
    }
    return page.done();
  }

  /** What the API tells is a number or a list of names; the sentence around it is ours. */
  private static String trigger(Automation rule, Words words) {
    if (!rule.origin().startsWith("API")) {
      return dash(rule.trigger());
    }
    return words.say("rule." + rule.kind().wire() + ".seen", rule.trigger());
  }

  private static String dash(String text) {
    return text.isEmpty() ? "—" : text;
  }

  private static String look(Grade grade) {
    return switch (grade) {
      case NATIVE -> "good";
      case APPROXIMATE -> "warn";
      case IMPOSSIBLE -> "bad";
    };
  }

  static String segments(
      List<StaticSegment> lists, List<DynamicSegment> segments, Times times, Words words) {
    KitPage page = new KitPage(words, words.say("segments.title"), "", false);
    page.heading("segments.static").paragraph("segments.static.note");
    List<List<String>> rows = new ArrayList<>();
    for (StaticSegment list : lists) {
      rows.add(
          List.of(
              list.name(),
              times.show(list.createdAt()),
              list.claimed() < 0 ? "?" : words.number(list.claimed()),
              words.number(list.failed()),
              words.number(list.read()),
              list.joined() < 0 ? "—" : words.number(list.joined()),
              list.targetId().isEmpty() ? list.state() : list.targetId()));
    }
    if (rows.isEmpty()) {
      page.none("segments.none");
    } else {
      page.table(
          List.of(
              "segments.name",
              "segments.created",
              "segments.claimed",
              "segments.failed",
              "segments.read",
              "segments.joined",
              "segments.target"),
          rows,
          2,
          6);
    }
    page.heading("segments.dynamic").paragraph("segments.dynamic.note");
    if (segments.isEmpty()) {
      return page.none("segments.unanswered").done();
    }
    segments.forEach(segment -> segment(page, segment, words));
    return page.done();
  }

  private static void segment(KitPage page, DynamicSegment segment, Words words) {
    Html html = page.html();
    html.raw("<h3>").text(segment.name()).raw("</h3>");
    html.raw("<p><small>").text(segment.origin()).raw("</small></p>");
    html.paragraph(dash(segment.criteria()));
    html.raw("<ol><li>")
        .text(words.say("segments.open." + (segment.object().equals("deal") ? "deal" : "contact")))
        .raw("</li>");
    for (Filter filter : segment.filters()) {
      html.raw("<li>")
          .text(
              words.say(
                  filter.target().isEmpty() ? "segments.step.unknown" : "segments.step",
                  filter.target().isEmpty() ? filter.field() : filter.target(),
                  words.code("operator", filter.operator()),
                  filter.value()))
          .raw(" <small>")
          .text(filter.field())
          .raw("</small></li>");
    }
    html.raw("<li>").text(words.say("segments.save", segment.name())).raw("</li></ol>");
  }
}
