package dev.pindah.report.audit;

import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Grade.Factor;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;

/** The grade, its formula with every input, and what would change it. */
final class GradePart {
  private GradePart() {}

  static void write(Html html, Grade grade, Words words) {
    html.heading(words.say("grade.title", String.valueOf(grade.letter())));
    html.paragraph(words.say("grade.formula", Frame.decimal(words, grade.points())));
    html.raw("<table><thead><tr><th>")
        .text(words.say("grade.factor"))
        .raw("</th><th class=\"n\">")
        .text(words.say("grade.weight"))
        .raw("</th><th class=\"n\">")
        .text(words.say("grade.points"))
        .raw("</th><th>")
        .text(words.say("grade.inputs"))
        .raw("</th></tr></thead><tbody>");
    for (Factor factor : grade.factors()) {
      html.raw("<tr><td>").text(words.code("factor", factor.id())).raw("</td><td class=\"n\">");
      html.text(Integer.toString(factor.weight())).raw("</td><td class=\"n\">");
      html.text(
          factor.known() ? Frame.decimal(words, factor.points()) : words.say("grade.unknown"));
      html.raw("</td><td><ul>");
      factor.inputs().forEach(input -> html.raw("<li>").text(words.sentence(input)).raw("</li>"));
      html.raw("</ul></td></tr>");
    }
    html.raw("</tbody></table>");
    if (!grade.changes().isEmpty()) {
      html.raw("<h3>").text(words.say("grade.changes")).raw("</h3><ul>");
      for (Grade.Change change : grade.changes()) {
        html.raw("<li>")
            .text(
                words.say(
                    "grade.change",
                    words.sentence(change.what()),
                    Frame.decimal(words, change.points()),
                    String.valueOf(change.letter())))
            .raw("</li>");
      }
      html.raw("</ul>");
    }
  }
}
