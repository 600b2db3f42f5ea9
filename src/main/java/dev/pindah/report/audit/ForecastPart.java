package dev.pindah.report.audit;

import dev.pindah.model.Product;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Hours;
import dev.pindah.model.forecast.Part;
import dev.pindah.model.forecast.Range;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.ArrayList;
import java.util.List;

/** Calls and hours per stage, and every kind of call behind them. */
final class ForecastPart {
  private ForecastPart() {}

  static void write(Html html, Forecast forecast, Words words) {
    html.heading(words.say("forecast")).paragraph(words.say("forecast.says"));
    List<List<String>> rows = new ArrayList<>();
    for (Hours stage : forecast.hours()) {
      rows.add(
          List.of(
              stage.stage(),
              Frame.range(words, stage.sourceCalls()),
              Frame.range(words, stage.targetCalls().plus(stage.deskCalls())),
              Frame.hours(words, stage.hours())));
    }
    Range target = forecast.calls(Product.FRESHSALES).plus(forecast.calls(Product.FRESHDESK));
    rows.add(
        List.of(
            words.say("sum"),
            Frame.range(words, forecast.calls(Product.QONTAK)),
            Frame.range(words, target),
            Frame.hours(words, forecast.totalHours())));
    html.table(
        List.of(
            words.say("stage.of"),
            words.say("audit.calls.source"),
            words.say("audit.calls.target"),
            words.say("audit.hours")),
        rows,
        1,
        4);
    html.paragraph(
        words.say(
            "forecast.room",
            Frame.bytes(words, forecast.ledgerBytes()),
            Frame.bytes(words, forecast.fileBytes())));
    parts(html, forecast, words);
  }

  private static void parts(Html html, Forecast forecast, Words words) {
    html.raw("<details><summary>").text(words.say("forecast.parts")).raw("</summary>");
    html.table(
        List.of(
            words.say("stage.of"),
            words.say("object"),
            words.say("forecast.endpoint"),
            words.say("forecast.calls"),
            words.say("compatibility.rule")),
        forecast.parts().stream().map(part -> row(part, words)).toList(),
        3,
        4);
    html.raw("</details>");
  }

  private static List<String> row(Part part, Words words) {
    return List.of(
        part.stage(),
        part.object(),
        part.product().wire() + " " + part.endpoint(),
        Frame.range(words, part.calls()),
        words.sentence(part.rule()));
  }
}
