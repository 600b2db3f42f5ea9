package dev.pindah.report.kit;

import dev.pindah.model.kit.ChatPanel;
import dev.pindah.model.kit.ChatPanel.Month;
import dev.pindah.model.kit.Dictionary;
import dev.pindah.model.kit.RoleRow;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tables of who and what: roles, the field dictionary, broadcasts and channels. */
final class PeoplePages {
  private static final List<String> STATUSES =
      List.of("sent", "delivered", "read", "failed", "pending");

  private PeoplePages() {}

  static String roles(List<RoleRow> roles, Words words) {
    KitPage page = new KitPage(words, words.say("roles.title"), "", false);
    page.paragraph("roles.note");
    if (roles.isEmpty()) {
      return page.none("roles.none").done();
    }
    page.table(
        List.of(
            "roles.name",
            "roles.email",
            "roles.role",
            "roles.active",
            "roles.teams",
            "roles.target",
            "roles.proposal"),
        roles.stream().map(role -> row(role, words)).toList(),
        7,
        7);
    return page.done();
  }

  static List<String> row(RoleRow role, Words words) {
    return List.of(
        role.name(),
        role.email(),
        role.role(),
        words.say(role.active() ? "yes" : "no"),
        String.join(", ", role.teams()),
        role.target().equals("placeholder") ? words.say("roles.placeholder") : role.target(),
        words.say("role." + role.proposal()));
  }

  static String dictionary(Dictionary dictionary, Words words) {
    KitPage page = new KitPage(words, words.say("fields.title"), "", false, Scripts.FILTER);
    Html html = page.html();
    if (dictionary.rows().isEmpty()) {
      return page.none("fields.none").done();
    }
    page.tag(
        dictionary.confirmed() ? "good" : "warn",
        words.say(dictionary.confirmed() ? "fields.confirmed" : "fields.unconfirmed"));
    page.search();
    html.raw("<table><thead><tr>");
    for (String head :
        List.of("object", "old", "type", "decision", "new", "rule", "values", "reason")) {
      html.raw("<th>").text(words.say("fields." + head)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for (Dictionary.Row row : dictionary.rows()) {
      html.raw("<tr data-row=\"\"><td class=\"k\">")
          .text(row.object())
          .raw("</td><td>")
          .text(row.label());
      html.raw("<br><code>")
          .text(row.field())
          .raw("</code></td><td class=\"k\">")
          .text(row.type().replace('_', ' '));
      html.raw("</td><td class=\"k\">")
          .text(words.code("decision", row.decision()))
          .raw("</td><td>");
      if (!row.targetLabel().isEmpty()) {
        html.text(row.targetLabel()).raw("<br><code>").text(row.module()).raw("</code><br><code>");
        html.text(row.target()).raw("</code>");
      }
      html.raw("</td><td class=\"k\">").text(row.rule()).raw("</td><td>");
      html.text(String.join("\n", row.values())).raw("</td><td>").text(row.reason());
      html.raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    return page.done();
  }

  static String panel(ChatPanel panel, Map<String, String> facts, Times times, Words words) {
    KitPage page = new KitPage(words, words.say("panel.title"), "", false);
    Html html = page.html();
    page.paragraph("panel.note").heading("panel.quota").paragraph("panel.quota.note");
    html.raw("<table class=\"facts\"><tbody>");
    for (String key : QuestionnaireSheet.FACTS) {
      html.raw("<tr><th>").text(words.say("fact." + key)).raw("</th><td>");
      html.text(facts.getOrDefault(key, words.say("fact.unanswered"))).raw("</td></tr>");
    }
    html.raw("</tbody></table>");
    List<List<String>> months = new ArrayList<>();
    for (Month month : panel.months()) {
      List<String> cells =
          new ArrayList<>(
              List.of(month.month(), month.channel(), words.number(month.broadcasts())));
      STATUSES.forEach(status -> cells.add(words.number(month.counts().getOrDefault(status, 0L))));
      months.add(cells);
    }
    table(
        page,
        List.of(
            "panel.month",
            "panel.channel",
            "panel.broadcasts",
            "status.sent",
            "status.delivered",
            "status.read",
            "status.failed",
            "status.pending"),
        months,
        2,
        8);
    page.heading("panel.history");
    table(
        page,
        List.of(
            "panel.sent-at",
            "panel.name",
            "panel.channel",
            "panel.template",
            "panel.list",
            "panel.sender",
            "status.sent",
            "status.delivered",
            "status.read",
            "status.failed",
            "status.pending"),
        panel.broadcasts().stream().map(one -> broadcast(one, times, words)).toList(),
        6,
        11);
    page.heading("panel.channels");
    table(
        page,
        List.of(
            "panel.kind",
            "panel.account",
            "panel.number",
            "panel.active",
            "panel.created",
            "panel.divisions"),
        panel.channels().stream()
            .map(
                channel ->
                    List.of(
                        channel.kind(),
                        channel.account(),
                        channel.number(),
                        words.say(channel.active() ? "yes" : "no"),
                        times.show(channel.createdAt()),
                        String.join(", ", channel.divisions())))
            .toList(),
        6,
        6);
    page.heading("panel.divisions");
    table(
        page,
        List.of("panel.name", "panel.users", "panel.channels", "panel.masked"),
        panel.divisions().stream()
            .map(
                division ->
                    List.of(
                        division.name() + (division.standard() ? " *" : ""),
                        String.join("\n", division.users()),
                        String.join("\n", division.channels()),
                        words.say(division.masked() ? "yes" : "no")))
            .toList(),
        4,
        4);
    return page.done();
  }

  static List<String> broadcast(ChatPanel.Broadcast broadcast, Times times, Words words) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                times.show(broadcast.sentAt()),
                broadcast.name(),
                broadcast.channel(),
                broadcast.template(),
                broadcast.list(),
                broadcast.sender()));
    STATUSES.forEach(
        status -> cells.add(words.number(broadcast.counts().getOrDefault(status, 0L))));
    return cells;
  }

  private static void table(
      KitPage page, List<String> heads, List<List<String>> rows, int first, int end) {
    if (rows.isEmpty()) {
      page.none("nothing");
    } else {
      page.table(heads, rows, first, end);
    }
  }
}
