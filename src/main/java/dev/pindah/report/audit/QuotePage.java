package dev.pindah.report.audit;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import dev.pindah.model.ObjectName;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.offer.Quote;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A dated quote as a page and as a PDF; both come from the same markup. */
public final class QuotePage {
  private static final String STYLE =
      """
      @page{size:A4;margin:18mm 18mm 16mm;@bottom-right{content:counter(page) "/" counter(pages);font:8pt sans-serif;color:#5b6675}}
      body{font:10pt/1.45 sans-serif;color:#1c2430;max-width:174mm;margin:8mm auto}h1{font-size:17pt;margin:0 0 1mm}h2{font-size:11pt;margin:6mm 0 1mm}
      table{border-collapse:collapse;width:100%;margin:1mm 0 3mm}th,td{padding:1mm 2mm;border-bottom:.2mm solid #dde2e9;text-align:left;vertical-align:top}
      th{background:#f3f5f8}.n{text-align:right}small,.small{color:#5b6675;font-size:8.5pt}.total td{font-weight:bold;border-top:.4mm solid #1c2430}
      .sign td{height:16mm;border:.2mm solid #8a95a5;width:50%}tr{page-break-inside:avoid}
      @media print{body{margin:0;max-width:none}}
      """;

  private final Html html = new Html();
  private final Estimate estimate;
  private final Words words;

  private QuotePage(Estimate estimate, Words words) {
    this.estimate = estimate;
    this.words = words;
  }

  public static String page(Estimate estimate, Words words) {
    return "<!doctype html>\n" + new QuotePage(estimate, words).write();
  }

  public static void pdf(Path file, Estimate estimate, Words words) throws IOException {
    XRLog.setLoggingEnabled(false);
    try (OutputStream out = Files.newOutputStream(file)) {
      new PdfRendererBuilder()
          .withHtmlContent(new QuotePage(estimate, words).write(), null)
          .toStream(out)
          .run();
    }
  }

  /** Well-formed, since the PDF's reader takes nothing else. */
  private String write() {
    Quote quote = estimate.quote();
    String title = words.say("quote.title") + " " + quote.number();
    html.raw("<html lang=\"").raw(words.language().code()).raw("\"><head>");
    html.raw("<meta charset=\"utf-8\"/><title>").text(title).raw("</title><style>");
    html.raw(STYLE).raw("</style></head><body><h1>").text(title).raw("</h1>");
    html.raw("<div class=\"small\">")
        .text(
            words.say(
                "quote.head",
                quote.customer(),
                quote.date().toString(),
                quote.validUntil().toString()))
        .raw("</div>");
    html.heading(words.say("quote.scope")).paragraph(words.say("quote.what"));
    scope();
    html.heading(words.say("quote.price"));
    table(html, quote, words);
    html.heading(words.say("quote.time"));
    html.paragraph(
        words.say(
            "quote.times",
            Frame.hours(words, estimate.forecast().totalHours()),
            Frame.decimals(words, estimate.effort().days())));
    html.paragraph(
        words.say(
            "quote.grade",
            String.valueOf(estimate.grade().letter()),
            Frame.decimal(words, estimate.grade().points())));
    html.heading(words.say("quote.not"));
    html.raw("<ul>");
    for (String key : List.of("quote.not.rebuild", "quote.not.licences", "quote.not.cleaning")) {
      html.raw("<li>").text(words.say(key)).raw("</li>");
    }
    html.raw("</ul>");
    html.raw("<table class=\"sign\"><tr><td>")
        .text(words.say("quote.provider"))
        .raw("</td><td>")
        .text(words.say("quote.client"))
        .raw("</td></tr></table>");
    return html.raw("</body></html>\n").done();
  }

  private void scope() {
    List<List<String>> rows = new ArrayList<>();
    for (ObjectName object : ObjectName.values()) {
      if (object.moves() && estimate.volumes().of(object).high() > 0) {
        rows.add(List.of(object.wire(), Frame.range(words, estimate.volumes().of(object))));
      }
    }
    html.table(List.of(words.say("object"), words.say("records")), rows, 1, 2);
    html.raw("<div class=\"small\">")
        .text(words.say("estimate.basis", words.sentence(estimate.basis())))
        .raw("</div>");
  }

  /** The price and how it was looked up. */
  static void table(Html html, Quote quote, Words words) {
    html.raw("<div class=\"small\">")
        .text(words.say("quote.rule", String.join(" / ", quote.path())))
        .raw("</div>");
    if (quote.individually()) {
      html.paragraph(words.say("quote.individually.says"));
      return;
    }
    html.raw("<table><tbody>");
    quote
        .lines()
        .forEach(line -> row(html, "", words.code("price", line.what()), line.amount(), words));
    if (quote.taxPercent().signum() > 0) {
      row(html, "", words.say("quote.net"), quote.net(), words);
      String tax = quote.taxName() + " " + words.amount(quote.taxPercent().toPlainString()) + " %";
      row(html, "", tax, quote.tax(), words);
    }
    row(html, " class=\"total\"", words.say("quote.total", quote.currency()), quote.total(), words);
    html.raw("</tbody></table>");
  }

  private static void row(
      Html html, String style, String what, java.math.BigDecimal amount, Words words) {
    html.raw("<tr").raw(style).raw("><td>").text(what).raw("</td><td class=\"n\">");
    html.text(words.money(amount)).raw("</td></tr>");
  }
}
