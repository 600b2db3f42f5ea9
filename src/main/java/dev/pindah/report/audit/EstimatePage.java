package dev.pindah.report.audit;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.offer.Effort;
import dev.pindah.model.offer.Estimate;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;

/** An estimate on one page: calls, hours, room, days of people, and forecast against actual. */
public final class EstimatePage {
  private final Html html = new Html();
  private final Estimate estimate;
  private final Words words;

  private EstimatePage(Estimate estimate, Words words) {
    this.estimate = estimate;
    this.words = words;
  }

  public static String page(Estimate estimate, Words words) {
    return new EstimatePage(estimate, words).write();
  }

  private String write() {
    Frame.open(html, words, words.say("estimate.title", estimate.quote().customer()));
    html.small(
        estimate.quote().date()
            + " · "
            + words.say("estimate.basis", words.sentence(estimate.basis())));
    tiles();
    objects();
    ForecastPart.write(html, estimate.forecast(), words);
    estimate.comparison().ifPresent(this::comparison);
    effort();
    GradePart.write(html, estimate.grade(), words);
    html.heading(words.say("quote.title"));
    QuotePage.table(html, estimate.quote(), words);
    html.heading(words.say("estimate.assumptions")).raw("<ul>");
    estimate
        .assumptions()
        .forEach(text -> html.raw("<li>").text(words.sentence(text)).raw("</li>"));
    return Frame.close(html.raw("</ul>"));
  }

  private void tiles() {
    html.raw("<div class=\"tiles\">");
    Frame.tile(html, String.valueOf(estimate.grade().letter()), words.say("grade"));
    Frame.tile(html, Frame.range(words, estimate.volumes().moving()), words.say("audit.records"));
    Frame.tile(
        html, Frame.hours(words, estimate.forecast().totalHours()), words.say("audit.hours"));
    Frame.tile(html, Frame.decimals(words, estimate.effort().days()), words.say("estimate.days"));
    Frame.tile(
        html,
        estimate.quote().individually()
            ? words.say("quote.individually")
            : estimate.quote().currency() + " " + words.money(estimate.quote().total()),
        words.say("quote.title"));
    html.raw("</div>");
  }

  private void objects() {
    html.heading(words.say("estimate.objects"));
    Forecast forecast = estimate.forecast();
    List<List<String>> rows = new ArrayList<>();
    for (ObjectName object : ObjectName.values()) {
      Range number = estimate.volumes().of(object);
      Range source = forecast.calls(Product.QONTAK, object);
      Range target =
          forecast
              .calls(Product.FRESHSALES, object)
              .plus(forecast.calls(Product.FRESHDESK, object));
      if (number.high() + source.high() + target.high() > 0) {
        rows.add(
            List.of(
                object.wire(),
                number.high() > 0 ? Frame.range(words, number) : "",
                Frame.range(words, source),
                Frame.range(words, target)));
      }
    }
    html.table(
        List.of(
            words.say("object"),
            words.say("records"),
            words.say("audit.calls.source"),
            words.say("audit.calls.target")),
        rows,
        1,
        4);
  }

  private void comparison(Comparison comparison) {
    html.heading(words.say("comparison")).paragraph(words.say("comparison.says"));
    html.table(
        List.of(
            words.say("stage.of"),
            words.say("forecast.endpoint"),
            words.say("comparison.foretold"),
            words.say("comparison.actual"),
            words.say("comparison.within")),
        comparison.lines().stream()
            .filter(line -> line.actual() > 0 || line.foretold().likely() > 0)
            .map(
                line ->
                    List.of(
                        line.stage(),
                        line.product().wire() + " " + line.endpoint(),
                        Frame.range(words, line.foretold()),
                        words.number(line.actual()),
                        words.say(line.within() ? "yes" : "no")))
            .toList(),
        2,
        4);
    html.table(
        List.of(
            words.say("stage.of"),
            words.say("comparison.foretold"),
            words.say("comparison.actual")),
        comparison.paces().stream()
            .map(
                pace ->
                    List.of(
                        pace.stage(),
                        Frame.hours(words, pace.foretold()),
                        Frame.hours(words, Range.exactly(pace.actual()))))
            .toList(),
        1,
        3);
  }

  private void effort() {
    html.heading(words.say("effort")).paragraph(words.say("effort.says"));
    List<List<String>> rows = new ArrayList<>();
    for (Effort.Piece piece : estimate.effort().pieces()) {
      rows.add(
          List.of(
              words.code("work", piece.what()),
              Frame.decimals(words, piece.number()),
              Frame.decimal(words, piece.minutes()),
              Frame.decimals(words, piece.days())));
    }
    rows.add(List.of(words.say("sum"), "", "", Frame.decimals(words, estimate.effort().days())));
    html.table(
        List.of(
            words.say("effort.work"),
            words.say("effort.number"),
            words.say("effort.minutes"),
            words.say("estimate.days")),
        rows,
        1,
        4);
  }
}
