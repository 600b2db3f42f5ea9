package dev.pindah.report.kit;

import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.Flow.Slot;
import dev.pindah.model.flow.FlowFinding;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.model.flow.Remark;
import dev.pindah.model.flow.Talk;
import dev.pindah.report.Words;
import dev.pindah.report.flow.Drawing;
import dev.pindah.report.flow.FlowSvg;
import dev.pindah.report.flow.StepNumbers;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One chatbot flow on one page: drawn, told step by step, inspected, and ready to be tried. */
final class FlowPage {
  private final DocumentedFlow documented;
  private final Flow flow;
  private final StepNumbers numbers;
  private final Words words;
  private final KitPage page;
  private final Html html;

  private FlowPage(DocumentedFlow documented, Words words) {
    this.documented = documented;
    this.flow = documented.flow();
    this.numbers = new StepNumbers(flow);
    this.words = words;
    this.page = new KitPage(words, flow.name(), "../", false, Scripts.VIEWER);
    this.html = page.html();
  }

  /**
   * Writes the page.
   *
   * @param file name of the diagram's own files, without ending
   */
  static String of(
      DocumentedFlow documented, Drawing drawing, String mermaid, String file, Words words) {
    FlowPage page = new FlowPage(documented, words);
    page.facts();
    page.diagram(drawing, file);
    page.findings();
    page.steps();
    page.talks();
    page.notes("flow.rebuild", "rebuild.", documented.notes());
    page.notes("flow.doubts", "doubt.", documented.flow().doubts());
    page.source(mermaid);
    page.html.raw(PrintTiles.of(drawing, words));
    return page.page.done();
  }

  private void facts() {
    long faults = documented.faults();
    page.tag(
        faults == 0 ? "good" : "bad",
        faults == 0 ? words.say("flow.sound") : words.say("flow.faults", faults));
    html.raw("<table class=\"facts\"><tbody>");
    fact("flow.id", flow.id());
    fact("flow.origin", flow.origin());
    fact("flow.keywords", String.join(", ", flow.keywords()));
    fact("flow.channels", String.join(", ", flow.channels()));
    fact("flow.hours", hours());
    fact("flow.steps", words.number(flow.steps().size()));
    html.raw("</tbody></table>");
  }

  private void fact(String key, String value) {
    html.raw("<tr><th>").text(words.say(key)).raw("</th><td>");
    html.text(value.isEmpty() ? "—" : value).raw("</td></tr>");
  }

  private String hours() {
    List<String> lines = new ArrayList<>();
    lines.add((words.code("hours", flow.hours().type()) + " " + flow.hours().zone()).strip());
    for (Slot slot : flow.hours().slots()) {
      String day = slot.day().isEmpty() ? "" : words.code("day", slot.day()) + " ";
      lines.add(day + slot.from() + " – " + slot.to());
    }
    return String.join("\n", lines);
  }

  private void diagram(Drawing drawing, String file) {
    page.heading("flow.diagram");
    html.raw("<div class=\"tools\">");
    button("in", "+");
    button("out", "−");
    button("fit", words.say("flow.fit"));
    button("real", "1:1");
    html.raw("</div><div class=\"viewer\" id=\"viewer\" tabindex=\"0\">")
        .raw(FlowSvg.inline(drawing, flow.name()))
        .raw("</div>");
    html.raw("<p><small>").text(words.say("flow.viewer")).raw("</small> ");
    page.link(file + ".svg", "SVG").html().raw(" · ");
    page.link(file + ".mmd", "Mermaid").html().raw("</p>");
  }

  private void button(String what, String label) {
    html.raw("<button type=\"button\" value=\"" + what + "\">").text(label).raw("</button>");
  }

  private void findings() {
    page.heading("flow.analysis");
    if (documented.findings().isEmpty()) {
      page.none("flow.no-findings");
      return;
    }
    html.raw("<table><thead><tr><th>").text(words.say("flow.finding")).raw("</th><th>");
    html.text(words.say("flow.step")).raw("</th><th>").text(words.say("flow.detail"));
    html.raw("</th></tr></thead><tbody>");
    for (FlowFinding finding : documented.findings()) {
      html.raw("<tr><td>");
      page.tag(look(finding.kind()), words.say("finding." + finding.kind().wire()));
      html.raw("</td><td class=\"k\">").text(step(finding.step())).raw("</td><td>");
      String detail =
          finding.kind() == FlowFinding.Kind.LOOP || finding.kind() == FlowFinding.Kind.ENDLESS_LOOP
              ? loop(finding.detail())
              : finding.detail();
      html.text((words.say("advice." + finding.kind().wire()) + " " + detail).strip());
      html.raw("</td></tr>");
    }
    html.raw("</tbody></table>");
  }

  private static String look(FlowFinding.Kind kind) {
    if (kind.fault()) {
      return "bad";
    }
    return kind == FlowFinding.Kind.HANDOVER ? "" : "warn";
  }

  private String loop(String ids) {
    return Arrays.stream(ids.split(" → "))
        .map(id -> numbers.of(id) == 0 ? id : Integer.toString(numbers.of(id)))
        .collect(Collectors.joining(" → "));
  }

  /** A step by its number and its text's beginning. */
  private String step(String id) {
    return numbers.of(id) == 0 ? id : numbers.of(id) + " (" + id + ")";
  }

  private void steps() {
    page.heading("flow.table");
    List<List<String>> rows = new ArrayList<>();
    for (FlowStep step : numbers.steps()) {
      String kind = words.say("kind." + step.kind().wire());
      rows.add(
          List.of(
              Integer.toString(numbers.of(step.id())),
              step.id(),
              step.kind() == FlowStep.Kind.OTHER ? kind + ": " + step.type() : kind,
              text(step),
              step.variable(),
              step.ways().stream().map(this::way).collect(Collectors.joining("\n")),
              flags(step)));
    }
    page.table(
        List.of(
            "flow.number",
            "flow.id",
            "flow.kind",
            "flow.text",
            "flow.variable",
            "flow.ways",
            "flow.remarks"),
        rows,
        0,
        1);
  }

  private static String text(FlowStep step) {
    boolean same = step.target().isEmpty() || step.target().equals(step.text());
    return same ? step.text() : (step.text() + "\n⇒ " + step.target()).strip();
  }

  private String way(Way way) {
    String label = way.otherwise() && way.label().isEmpty() ? words.say("flow.else") : way.label();
    int to = numbers.of(way.to());
    String where =
        to > 0
            ? Integer.toString(to)
            : words.say("flow.missing") + " " + (way.to().isEmpty() ? "?" : way.to());
    return (label + " → " + where).strip();
  }

  private String flags(FlowStep step) {
    return documented.findings().stream()
        .filter(finding -> finding.step().equals(step.id()))
        .map(finding -> words.say("finding." + finding.kind().wire()))
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  private void talks() {
    page.heading("flow.talks").paragraph("flow.talks.note");
    if (documented.untried() > 0) {
      page.paragraph("flow.untried", (long) documented.untried());
    }
    int number = 1;
    for (Talk talk : documented.talks()) {
      html.raw("<h3>").text(words.say("flow.talk", (long) number++)).raw("</h3>");
      html.raw("<ul class=\"check\">");
      for (Talk.Turn turn : talk.turns()) {
        html.raw("<li><b>").text(words.say("turn." + turn.code())).raw("</b> ");
        html.text(turn.text()).raw(" <small>").text(step(turn.step())).raw("</small></li>");
      }
      if (!talk.complete()) {
        html.raw("<li>").text(words.say("flow.talk.open")).raw("</li>");
      }
      html.raw("</ul>");
    }
  }

  private void notes(String heading, String prefix, List<Remark> remarks) {
    if (remarks.isEmpty()) {
      return;
    }
    page.heading(heading);
    html.raw("<ul>");
    for (Remark remark : remarks) {
      html.raw("<li>")
          .text(words.say(prefix + remark.code(), remark.arguments().toArray()))
          .raw("</li>");
    }
    html.raw("</ul>");
  }

  private void source(String mermaid) {
    html.raw("<details><summary>Mermaid</summary><pre>").text(mermaid).raw("</pre></details>");
  }
}
