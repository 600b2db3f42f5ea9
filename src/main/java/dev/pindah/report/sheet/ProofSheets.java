package dev.pindah.report.sheet;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Finding;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Share;
import dev.pindah.report.Buckets;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/** Sheets about all objects together: fields, totals, shares, findings, decisions. */
final class ProofSheets {
  private final Workbook book;
  private final Summary summary;
  private final Words words;

  ProofSheets(Workbook book, Summary summary, Words words) {
    this.book = book;
    this.summary = summary;
    this.words = words;
  }

  void write() throws IOException {
    cells();
    if (summary.proof().isPresent()) {
      Proof proof = summary.proof().get();
      fields(proof.aggregates());
      totals(proof.business());
      shares(proof.shares());
    }
    findings();
    decisions();
  }

  private void cells() throws IOException {
    List<String> heads = new ArrayList<>(List.of(words.say("field")));
    Buckets.NAMES.forEach(bucket -> heads.add(words.code("bucket", bucket)));
    heads.add(words.say("sum"));
    Sheet sheet = new Sheet(book, words.say("cells"), heads);
    for (Map.Entry<String, List<Long>> field : Buckets.byField(summary.cells()).entrySet()) {
      List<Object> row = new ArrayList<>(List.of(field.getKey()));
      row.addAll(field.getValue());
      row.add(field.getValue().stream().mapToLong(Long::longValue).sum());
      sheet.row(row.toArray());
    }
    sheet.finish();
  }

  private void fields(List<Aggregate> aggregates) throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("sheet.fields"),
            List.of(
                words.say("object"),
                words.say("field"),
                words.say("records"),
                words.say("meant"),
                words.say("found"),
                words.say("distinct"),
                words.say("least"),
                words.say("greatest"),
                words.say("sum"),
                words.say("sum") + ", " + words.say("found"),
                words.say("equal")));
    for (Aggregate aggregate : aggregates) {
      sheet.row(
          aggregate.object(),
          aggregate.attribute(),
          aggregate.meant().records(),
          aggregate.meant().filled(),
          aggregate.found().filled(),
          aggregate.meant().distinct(),
          Sheet.number(aggregate.meant().min()),
          Sheet.number(aggregate.meant().max()),
          Sheet.number(aggregate.meant().sum()),
          Sheet.number(aggregate.found().sum()),
          equal(aggregate.equal()));
    }
    sheet.finish();
    options(aggregates);
  }

  /** How often each option stands on both sides. */
  private void options(List<Aggregate> aggregates) throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("value"),
            List.of(
                words.say("object"),
                words.say("field"),
                words.say("value"),
                words.say("meant"),
                words.say("found")));
    for (Aggregate aggregate : aggregates) {
      Map<String, Long> both = new HashMap<>(aggregate.meant().options());
      aggregate.found().options().keySet().forEach(option -> both.putIfAbsent(option, 0L));
      for (String option : both.keySet().stream().sorted().toList()) {
        sheet.row(
            aggregate.object(),
            aggregate.attribute(),
            summary.names().of(option),
            aggregate.meant().options().getOrDefault(option, 0L),
            aggregate.found().options().getOrDefault(option, 0L));
      }
    }
    sheet.finish();
  }

  private void totals(Business business) throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("sheet.totals"),
            List.of(
                words.say("pipeline"),
                words.say("stage"),
                words.say("owner"),
                words.say("month"),
                words.say("deals.meant"),
                words.say("deals.found"),
                words.say("amount.source"),
                words.say("amount.meant"),
                words.say("amount.found"),
                words.say("equal")));
    for (Business.Line line : business.lines()) {
      sheet.row(
          summary.names().of(line.pipeline()),
          summary.names().of(line.stage()),
          summary.names().of(line.owner()),
          line.month(),
          line.dealsMeant(),
          line.dealsFound(),
          Sheet.number(line.source()),
          Sheet.number(line.meant()),
          Sheet.number(line.found()),
          equal(line.equal()));
    }
    sheet.finish();
  }

  private void shares(List<Share> shares) throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("sheet.shares"),
            List.of(
                words.say("object"),
                words.say("field"),
                words.say("value"),
                words.say("planned"),
                words.say("left"),
                words.say("found"),
                words.say("equal")));
    for (Share share : shares) {
      sheet.row(
          share.object(),
          share.dimension(),
          summary.names().of(share.value()),
          share.planned(),
          share.left(),
          share.found(),
          equal(share.balanced()));
    }
    sheet.finish();
  }

  private void findings() throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("sheet.findings"),
            List.of(
                words.say("stage.of"),
                words.say("severity"),
                words.say("code"),
                words.say("object"),
                words.say("id"),
                words.say("field"),
                words.say("detail")));
    for (Map.Entry<String, List<Finding>> stage : summary.findings().entrySet()) {
      for (Finding finding : stage.getValue()) {
        sheet.row(
            stage.getKey(),
            finding.severity().name().toLowerCase(Locale.ROOT),
            finding.code(),
            finding.object(),
            finding.id(),
            finding.field(),
            finding.detail());
      }
    }
    sheet.finish();
  }

  private void decisions() throws IOException {
    Sheet sheet =
        new Sheet(
            book,
            words.say("sheet.decisions"),
            List.of(
                words.say("when"),
                words.say("what"),
                words.say("about"),
                words.say("by"),
                words.say("why"),
                words.say("hash")));
    for (Decision decision : summary.decisions()) {
      sheet.row(
          decision.at().toString(),
          decision.kind(),
          decision.subject(),
          decision.by(),
          decision.reason(),
          decision.hash());
    }
    sheet.finish();
  }

  private String equal(boolean equal) {
    return words.say(equal ? "yes" : "no");
  }
}
