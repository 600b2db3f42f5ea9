package dev.pindah.report.kit;

import dev.pindah.model.Problems.Problem;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.kit.Kit;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The page that everything is reached from. */
final class IndexPage {
  private IndexPage() {}

  /**
   * Writes the page.
   *
   * @param flows file of each flow, in their order
   * @param values left-behind values by object
   */
  static String of(
      String migration,
      Kit kit,
      List<String> flows,
      long conversations,
      Map<String, Long> values,
      List<Problem> problems,
      Instant now,
      ZoneId zone,
      Words words) {
    KitPage page = new KitPage(words, words.say("index.heading", migration), "", true);
    Html html = page.html();
    html.small(
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", words.language().locale())
            .withZone(zone)
            .format(now));
    page.paragraph("index.note");
    problems(page, problems);
    html.raw("<ul class=\"cards\">");
    card(page, "automations.html", "automations.title", kit.automations().size());
    card(page, "templates.html", "templates.title", kit.templates().size());
    card(page, "segments.html", "segments.title", kit.lists().size() + kit.segments().size());
    card(page, "roles.html", "roles.title", kit.roles().size());
    card(page, "fields.html", "fields.title", kit.dictionary().rows().size());
    card(page, "panel.html", "panel.title", kit.panel().broadcasts().size());
    card(page, "conversations/index.html", "chat.title", conversations);
    html.raw("</ul>");
    page.heading("index.flows");
    if (kit.flows().isEmpty()) {
      page.none("index.no-flows");
    } else {
      flows(page, kit.flows(), flows, words);
    }
    page.heading("index.values").paragraph("index.values.note");
    html.raw("<ul>");
    values.forEach(
        (object, count) -> {
          html.raw("<li>");
          page.link(object + ".csv", object + ".csv");
          html.raw(" ").text(words.number(count)).raw("</li>");
        });
    html.raw("</ul>");
    return page.small("index.personal").done();
  }

  private static void flows(
      KitPage page, List<DocumentedFlow> flows, List<String> files, Words words) {
    Html html = page.html();
    html.raw("<table><thead><tr>");
    for (String head : List.of("flow.name", "flow.keywords", "flow.steps", "flow.state")) {
      html.raw("<th>").text(words.say(head)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for (int number = 0; number < flows.size(); number++) {
      DocumentedFlow flow = flows.get(number);
      html.raw("<tr><td>");
      page.link(files.get(number), flow.flow().name());
      html.raw("</td><td>").text(String.join(", ", flow.flow().keywords())).raw("</td><td>");
      html.text(words.number(flow.flow().steps().size())).raw("</td><td>");
      page.tag(
          flow.faults() == 0 ? "good" : "bad",
          flow.faults() == 0 ? words.say("flow.sound") : words.say("flow.faults", flow.faults()));
      html.raw("</td></tr>");
    }
    html.raw("</tbody></table>");
  }

  private static void problems(KitPage page, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    page.heading("index.problems");
    page.html().raw("<ul>");
    problems.forEach(
        problem -> page.html().raw("<li class=\"bad\">").text(problem.toString()).raw("</li>"));
    page.html().raw("</ul>");
  }

  private static void card(KitPage page, String file, String title, long count) {
    page.html().raw("<li><b>").text(page.say("index.count", count)).raw("</b>");
    page.link(file, page.say(title)).html().raw("</li>");
  }
}
