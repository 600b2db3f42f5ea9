package dev.pindah.report.page;

import dev.pindah.model.proof.Business;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the deals are worth on both sides. */
final class BusinessPart {
  private static final int SHOWN = 300;

  private final Html html;
  private final Summary summary;
  private final Words words;

  BusinessPart(Html html, Summary summary, Words words) {
    this.html = html;
    this.summary = summary;
    this.words = words;
  }

  void write() {
    summary
        .proof()
        .map(proof -> proof.business())
        .filter(business -> !business.lines().isEmpty())
        .ifPresent(this::write);
  }

  private void write(Business business) {
    html.heading(words.say("business")).small(words.say("business.note"));
    if (business.left() > 0) {
      html.paragraph(words.say("business.left", business.left()));
    }
    html.table(
        List.of(words.say("outcome"), words.say("deals.meant"), words.say("deals.found")),
        business.outcomes().stream()
            .map(
                outcome ->
                    List.of(
                        words.code("outcome", outcome.outcome()),
                        words.number(outcome.meant()),
                        words.number(outcome.found())))
            .toList(),
        1,
        3);
    business.lines().stream()
        .map(Business.Line::currency)
        .distinct()
        .forEach(
            currency ->
                html.raw("<h3>")
                    .text(words.say("business.month") + ", " + summary.names().of(currency))
                    .raw("</h3>")
                    .raw(Charts.months(months(business, currency))));
    lines(business);
    top(business);
  }

  private static Map<String, BigDecimal[]> months(Business business, String currency) {
    Map<String, BigDecimal[]> months = new TreeMap<>();
    for (Business.Line line : business.lines()) {
      if (!line.currency().equals(currency)) {
        continue;
      }
      BigDecimal[] pair =
          months.computeIfAbsent(
              line.month(), any -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      pair[0] = pair[0].add(new BigDecimal(line.meant()));
      pair[1] = pair[1].add(new BigDecimal(line.found()));
    }
    return months;
  }

  private void lines(Business business) {
    List<List<String>> rows =
        business.lines().stream()
            .map(
                line ->
                    List.of(
                        summary.names().of(line.pipeline()),
                        summary.names().of(line.stage()),
                        summary.names().of(line.owner()),
                        line.month(),
                        summary.names().of(line.currency()),
                        words.number(line.dealsFound()),
                        words.amount(line.source()),
                        words.amount(line.found()),
                        words.say(line.equal() ? "yes" : "no")))
            .toList();
    html.table(
        List.of(
            words.say("pipeline"),
            words.say("stage"),
            words.say("owner"),
            words.say("month"),
            "",
            words.say("deals.found"),
            words.say("amount.source"),
            words.say("amount.found"),
            words.say("equal")),
        Html.first(rows, SHOWN),
        5,
        8);
    if (rows.size() > SHOWN) {
      html.paragraph(words.say("more", (long) rows.size() - SHOWN));
    }
  }

  private void top(Business business) {
    html.raw("<h3>").text(words.say("top")).raw("</h3>");
    html.table(
        List.of(
            words.say("rank"),
            words.say("source.id"),
            words.say("target.id"),
            words.say("amount.source"),
            words.say("amount.found"),
            words.say("equal")),
        business.top().stream()
            .map(
                deal ->
                    List.of(
                        words.number(deal.rank()),
                        deal.sourceId(),
                        deal.targetId(),
                        words.amount(deal.source()),
                        words.amount(deal.found()),
                        words.say(deal.source().equals(deal.found()) ? "yes" : "no")))
            .toList(),
        3,
        5);
  }
}
