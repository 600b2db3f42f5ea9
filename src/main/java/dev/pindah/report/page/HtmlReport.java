package dev.pindah.report.page;

import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The report on one self-contained page. */
public final class HtmlReport {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:76rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2.2rem}h3{font-size:1rem}
      table{border-collapse:collapse;width:100%;font-size:.92em}
      th,td{padding:.3rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      td.claim,td.good,td.bad,td.open{white-space:nowrap}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
      thead th{background:#f3f5f8}.good{color:#126b37}.bad{color:#a61b1b}.open{color:#7a5a00}
      .verdict{font-size:1.1rem;font-weight:600;padding:.6rem 1rem;border-radius:.4rem;background:#f3f5f8}
      svg.bar{width:100%;height:1.4rem;border-radius:.3rem;display:block}svg.months{width:100%;height:auto}
      small{color:#5b6675}.legend span{margin-right:1rem}.legend i{display:inline-block;width:.8em;height:.8em;margin-right:.3em;border-radius:.15em}
      code{font-size:.85em;overflow-wrap:anywhere}
      @media print{body{margin:0;max-width:none;font-size:11px}thead{display:table-header-group}tr,svg{break-inside:avoid}h2{break-after:avoid}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
      """;

  private HtmlReport() {}

  public static String page(
      String migration, Summary summary, Instant now, ZoneId zone, Words words) {
    DateTimeFormatter times =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", words.language().locale())
            .withZone(zone);
    Html html = new Html();
    open(html, words, words.say("title", migration), STYLE);
    html.small(times.format(now));
    BooksPart books = new BooksPart(html, summary, words);
    books.verdict();
    new ProofPart(html, summary, words).ladder();
    books.phases();
    books.reasons();
    books.calls();
    books.cells();
    new BusinessPart(html, summary, words).write();
    new ProofPart(html, summary, words).rest();
    new TrailPart(html, summary, words, times).write();
    return html.raw("</body></html>\n").done();
  }

  /** Head and title; what follows stands in the body. */
  static void open(Html html, Words words, String title, String style) {
    html.raw("<!doctype html><html lang=\"")
        .raw(words.language().code())
        .raw("\"><head><meta charset=\"utf-8\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .text(title)
        .raw("</title><style>")
        .raw(style)
        .raw("</style></head><body><h1>")
        .text(title)
        .raw("</h1>");
  }
}
