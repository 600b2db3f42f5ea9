package dev.pindah.cli;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Part;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.offer.Effort;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.offer.Quote;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The estimate as {@code estimate --output json} prints it. */
final class EstimateJson {
  private EstimateJson() {}

  static ObjectNode json(Estimate estimate, List<Path> files) {
    ObjectNode json = Output.object();
    json.put("basis", estimate.basis());
    AuditJson.range(json, "records", estimate.volumes().moving());
    objects(json.putArray("objects"), estimate);
    AuditJson.forecast(json, estimate.forecast());
    ArrayNode parts = json.putArray("parts");
    estimate.forecast().parts().forEach(part -> part(parts.addObject(), part));
    AuditJson.three(json.putObject("personDays"), estimate.effort().days());
    ArrayNode work = json.putArray("work");
    for (Effort.Piece piece : estimate.effort().pieces()) {
      ObjectNode row = work.addObject().put("work", piece.what());
      AuditJson.three(row.putObject("number"), piece.number());
      row.put("minutes", piece.minutes());
      AuditJson.three(row.putObject("days"), piece.days());
    }
    AuditJson.grade(json.putObject("grade"), estimate.grade());
    quote(json.putObject("quote"), estimate.quote());
    ArrayNode assumptions = json.putArray("assumptions");
    estimate.assumptions().forEach(assumptions::add);
    estimate
        .comparison()
        .ifPresent(comparison -> comparison(json.putObject("comparison"), comparison));
    ArrayNode written = json.putArray("files");
    files.forEach(file -> written.add(file.toString()));
    return json;
  }

  private static void objects(ArrayNode json, Estimate estimate) {
    Forecast forecast = estimate.forecast();
    for (ObjectName object : ObjectName.values()) {
      Range source = forecast.calls(Product.QONTAK, object);
      Range target =
          forecast
              .calls(Product.FRESHSALES, object)
              .plus(forecast.calls(Product.FRESHDESK, object));
      if (estimate.volumes().of(object).high() + source.high() + target.high() > 0) {
        ObjectNode row = json.addObject().put("object", object.wire());
        AuditJson.range(row, "records", estimate.volumes().of(object));
        ObjectNode calls = row.putObject("calls");
        AuditJson.three(calls.putObject("source"), source);
        AuditJson.three(calls.putObject("destination"), target);
      }
    }
  }

  private static void part(ObjectNode json, Part part) {
    json.put("stage", part.stage()).put("product", part.product().wire());
    json.put("object", part.object()).put("endpoint", part.endpoint());
    AuditJson.three(json.putObject("calls"), part.calls());
    json.put("rule", part.rule());
  }

  private static void quote(ObjectNode json, Quote quote) {
    json.put("number", quote.number()).put("customer", quote.customer());
    json.put("date", quote.date().toString()).put("validUntil", quote.validUntil().toString());
    ArrayNode path = json.putArray("path");
    quote.path().forEach(path::add);
    json.put("records", quote.records()).put("scopedIndividually", quote.individually());
    json.put("currency", quote.currency());
    if (quote.individually()) {
      return;
    }
    ArrayNode lines = json.putArray("lines");
    quote
        .lines()
        .forEach(line -> lines.addObject().put("what", line.what()).put("amount", line.amount()));
    json.put("net", quote.net()).put("taxName", quote.taxName());
    json.put("taxPercent", quote.taxPercent()).put("tax", quote.tax());
    json.put("total", quote.total());
  }

  static void comparison(ObjectNode json, Comparison comparison) {
    ArrayNode lines = json.putArray("calls");
    for (Comparison.Line line : comparison.lines()) {
      ObjectNode row = lines.addObject().put("stage", line.stage());
      row.put("product", line.product().wire()).put("endpoint", line.endpoint());
      AuditJson.three(row.putObject("forecast"), line.foretold());
      row.put("actual", line.actual()).put("within", line.within());
    }
    ArrayNode hours = json.putArray("hours");
    for (Comparison.Pace pace : comparison.paces()) {
      ObjectNode row = hours.addObject().put("stage", pace.stage());
      AuditJson.three(row.putObject("forecast"), pace.foretold());
      row.put("actual", AuditJson.two(pace.actual()));
    }
  }
}
