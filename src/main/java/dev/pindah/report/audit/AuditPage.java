package dev.pindah.report.audit;

import dev.pindah.model.Product;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Loss;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.audit.Trap;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The audit of both accounts on one page. */
public final class AuditPage {
  private static final List<String> SIDES = List.of("source", "target", "pair");

  private final Html html = new Html();
  private final Audit audit;
  private final Words words;

  private AuditPage(Audit audit, Words words) {
    this.audit = audit;
    this.words = words;
  }

  public static String page(String migration, Audit audit, ZoneId zone, Words words) {
    return new AuditPage(audit, words).write(migration, zone);
  }

  private String write(String migration, ZoneId zone) {
    DateTimeFormatter times =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", words.language().locale())
            .withZone(zone);
    Frame.open(html, words, words.say("audit.title", migration));
    html.small(
        times.format(audit.facts().readAt())
            + " · "
            + words.say(audit.facts().exact() ? "audit.exact" : "audit.sampled"));
    tiles();
    GradePart.write(html, audit.grade(), words);
    compatibility();
    traps();
    losses();
    plans();
    new AccountPart(html, audit, words).write();
    ForecastPart.write(html, audit.forecast(), words);
    questions();
    return Frame.close(html);
  }

  private void tiles() {
    html.raw("<div class=\"tiles\">");
    Frame.tile(html, String.valueOf(audit.grade().letter()), words.say("grade"));
    Frame.tile(
        html,
        Frame.range(words, audit.facts().volumes(java.util.Map.of()).moving()),
        words.say("audit.records"));
    Frame.tile(html, Frame.hours(words, audit.forecast().totalHours()), words.say("audit.hours"));
    Frame.tile(
        html,
        Frame.range(words, audit.forecast().calls(Product.QONTAK)),
        words.say("audit.calls.source"));
    Frame.tile(
        html,
        Frame.range(
            words,
            audit
                .forecast()
                .calls(Product.FRESHSALES)
                .plus(audit.forecast().calls(Product.FRESHDESK))),
        words.say("audit.calls.target"));
    Frame.tile(html, audit.advice().smallest().wire(), words.say("audit.plan"));
    html.raw("</div>");
  }

  private void compatibility() {
    html.heading(words.say("compatibility"));
    long same = audit.published().stream().filter(row -> row.relation().equals("1:1")).count();
    html.paragraph(words.say("compatibility.published", same, (long) audit.published().size()));
    table(html, audit.published(), words, true);
    html.paragraph(words.say("compatibility.ours"));
    table(html, audit.ours(), words, true);
  }

  /** One table of objects; with numbers where an account is known. */
  static void table(Html html, List<Compatibility> rows, Words words, boolean numbers) {
    html.table(
        numbers
            ? List.of(
                "",
                words.say("compatibility.source"),
                words.say("compatibility.target"),
                words.say("compatibility.relation"),
                words.say("compatibility.support"),
                words.say("compatibility.rule"),
                words.say("records"))
            : List.of(
                "",
                words.say("compatibility.source"),
                words.say("compatibility.target"),
                words.say("compatibility.relation"),
                words.say("compatibility.support"),
                words.say("compatibility.rule")),
        rows.stream()
            .map(
                row ->
                    numbers
                        ? List.of(
                            row.id(),
                            words.sentence(row.source()),
                            words.sentence(row.target()),
                            row.relation(),
                            row.support(),
                            words.sentence(row.rule()),
                            row.number())
                        : List.of(
                            row.id(),
                            words.sentence(row.source()),
                            words.sentence(row.target()),
                            row.relation(),
                            row.support(),
                            words.sentence(row.rule())))
            .toList(),
        6,
        7);
  }

  private void traps() {
    long bite = audit.traps().stream().filter(trap -> trap.state() == Trap.State.BITES).count();
    html.heading(words.say("traps"));
    html.paragraph(words.say("traps.says", bite, (long) audit.traps().size()));
    traps(html, audit.traps(), words, true);
  }

  /** By side; with what was found where an account is known. */
  static void traps(Html html, List<Trap> traps, Words words, boolean found) {
    for (String side : SIDES) {
      html.raw("<h3>").text(words.code("side", side)).raw("</h3><table><thead><tr>");
      if (found) {
        html.raw("<th>").text(words.say("traps.here")).raw("</th>");
      }
      html.raw("<th>")
          .text(words.say("traps.trap"))
          .raw("</th><th>")
          .text(words.say("traps.remedy"))
          .raw("</th></tr></thead><tbody>");
      for (Trap trap : traps) {
        if (trap.side().equals(side)) {
          html.raw("<tr>");
          if (found) {
            html.raw("<td><b class=\"").raw(style(trap.state())).raw("\">");
            html.text(words.code("trap", trap.state().name())).raw("</b><br>");
            html.text(words.sentence(trap.detail())).raw("</td>");
          }
          html.raw("<td>").text(words.translated("trap", trap.id(), trap.trap()));
          html.raw("</td><td>").text(words.translated("remedy", trap.id(), trap.remedy()));
          html.raw("</td></tr>");
        }
      }
      html.raw("</tbody></table>");
    }
  }

  private static String style(Trap.State state) {
    return switch (state) {
      case BITES -> "bad";
      case CLEAR -> "good";
      case ASKED -> "open";
    };
  }

  private void losses() {
    html.heading(words.say("losses")).paragraph(words.say("losses.says"));
    html.table(
        List.of(
            words.say("object"),
            words.say("losses.what"),
            words.say("records"),
            words.say("losses.instead")),
        audit.losses().stream().map(this::loss).toList(),
        2,
        3);
  }

  private List<String> loss(Loss loss) {
    return List.of(
        loss.object(),
        words.sentence(loss.what()),
        Frame.range(words, loss.number()),
        words.sentence(loss.instead()));
  }

  private void plans() {
    html.heading(words.say("plans"));
    html.paragraph(words.say("plans.smallest", audit.advice().smallest().wire()));
    html.raw("<ul>");
    audit
        .advice()
        .needs()
        .forEach(need -> html.raw("<li>").text(words.sentence(need)).raw("</li>"));
    html.raw("</ul>");
    html.table(
        List.of(
            words.say("plans.plan"),
            words.say("plans.calls"),
            words.say("plans.hours"),
            words.say("plans.loses")),
        audit.advice().plans().stream().map(this::fit).toList(),
        1,
        3);
  }

  private List<String> fit(PlanAdvice.Fit fit) {
    return List.of(
        fit.plan().wire() + (fit.current() ? " *" : ""),
        words.number(fit.plan().callsPerHour()),
        Frame.hours(words, fit.hours()),
        fit.loses().isEmpty()
            ? words.say("plans.nothing")
            : fit.loses().stream().map(words::sentence).collect(Collectors.joining("; ")));
  }

  private void questions() {
    html.heading(words.say("questions")).paragraph(words.say("questions.says"));
    html.table(
        List.of("", words.say("questions.question"), words.say("questions.answer")),
        audit.questions().stream()
            .map(
                question ->
                    List.of(
                        question.id(),
                        words.sentence(question.question()),
                        question.answered()
                            ? question.answer() + " (" + question.by() + ")"
                            : words.say("questions.open")))
            .toList(),
        3,
        3);
  }
}
