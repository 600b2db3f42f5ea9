package dev.pindah.report.kit;

import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The library of WhatsApp templates, what becomes of each, and how to register them again. */
final class TemplatesPage {
  private static final int GUIDE = 8;

  private final KitPage page;
  private final Html html;
  private final Words words;

  private TemplatesPage(Words words) {
    this.words = words;
    this.page = new KitPage(words, words.say("templates.title"), "", false, Scripts.FILTER);
    this.html = page.html();
  }

  /**
   * Writes the page.
   *
   * @param payloads file of each template's call, by the template's id
   */
  static String of(List<TriagedTemplate> templates, Map<String, String> payloads, Words words) {
    TemplatesPage page = new TemplatesPage(words);
    page.summary(templates);
    page.guide();
    page.page.heading("templates.library").search();
    if (templates.isEmpty()) {
      page.page.none("templates.none");
    }
    templates.forEach(one -> page.template(one, payloads.getOrDefault(one.template().id(), "")));
    return page.page.done();
  }

  private void summary(List<TriagedTemplate> templates) {
    page.paragraph("templates.rule");
    Map<String, Long> counts =
        templates.stream()
            .collect(
                Collectors.groupingBy(
                    one -> one.triage().wire(), TreeMap::new, Collectors.counting()));
    List<List<String>> rows = new ArrayList<>();
    for (TriagedTemplate.Triage triage : TriagedTemplate.Triage.values()) {
      rows.add(
          List.of(
              words.say("triage." + triage.wire()),
              words.number(counts.getOrDefault(triage.wire(), 0L)),
              words.say("triage." + triage.wire() + ".next")));
    }
    page.table(List.of("templates.triage", "templates.count", "templates.next"), rows, 1, 2);
  }

  private void guide() {
    page.heading("templates.guide");
    html.raw("<ol>");
    for (int step = 1; step <= GUIDE; step++) {
      html.raw("<li>").text(words.say("templates.guide." + step)).raw("</li>");
    }
    html.raw("</ol>");
  }

  private void template(TriagedTemplate triaged, String payload) {
    Template template = triaged.template();
    html.raw("<section class=\"template\" data-row=\"\"><h3>")
        .text(template.name())
        .raw(" <small>");
    html.text(template.language()).raw("</small></h3><p>");
    page.tag(look(triaged.triage()), words.say("triage." + triaged.triage().wire()));
    page.tag("", template.category()).tag("", template.status());
    page.tag(
        template.quality().equals("GREEN") ? "good" : "",
        template.quality().isEmpty()
            ? words.say("templates.quality-unknown", shown(template))
            : template.quality());
    html.raw("</p>").paragraph(words.say("reason." + triaged.reason()));
    html.raw("<div class=\"bubble\">").text(bubble(template)).raw("</div>");
    buttons(template);
    variables(template);
    if (!triaged.lint().isEmpty()) {
      html.raw("<ul>");
      triaged
          .lint()
          .forEach(
              remark ->
                  html.raw("<li>")
                      .text(words.say("lint." + remark.code(), remark.arguments().toArray()))
                      .raw("</li>"));
      html.raw("</ul>");
    }
    html.raw("<p><small>")
        .text(words.say("templates.used", template.broadcasts()))
        .raw("</small> ");
    if (!payload.isEmpty()) {
      page.link(payload, words.say("templates.payload"));
    }
    html.raw("</p></section>");
  }

  private static String shown(Template template) {
    return template.shownQuality().isEmpty() ? "—" : template.shownQuality();
  }

  private static String look(TriagedTemplate.Triage triage) {
    return switch (triage) {
      case COPIED -> "good";
      case RESUBMIT -> "warn";
      case BLOCKED -> "bad";
    };
  }

  private static String bubble(Template template) {
    List<String> parts = new ArrayList<>();
    Template.Header header = template.header();
    if (!header.format().isEmpty()) {
      parts.add(
          header.format().equals("TEXT")
              ? header.text()
              : "[" + header.format() + "] " + header.example());
    }
    parts.add(template.body());
    if (!template.footer().isEmpty()) {
      parts.add(template.footer());
    }
    return String.join("\n\n", parts);
  }

  private void buttons(Template template) {
    if (template.buttons().isEmpty()) {
      return;
    }
    html.raw("<p>");
    template
        .buttons()
        .forEach(
            button ->
                page.tag(
                    "", (button.type() + ": " + button.text() + " " + button.value()).strip()));
    html.raw("</p>");
  }

  private void variables(Template template) {
    if (template.meanings().isEmpty()) {
      return;
    }
    html.raw("<p><small>")
        .text(
            words.say("templates.variables")
                + " "
                + new TreeMap<>(template.meanings())
                    .entrySet().stream()
                        .map(entry -> "{{" + entry.getKey() + "}} = " + entry.getValue())
                        .collect(Collectors.joining(", ")))
        .raw("</small></p>");
  }
}
