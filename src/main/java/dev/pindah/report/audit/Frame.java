package dev.pindah.report.audit;

import dev.pindah.model.forecast.Range;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.time.Duration;

/** What all pages of this package share: head, style, and how ranges are written. */
final class Frame {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:78rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin-top:2.2rem}h3{font-size:1rem;margin-bottom:.3rem}
      table{border-collapse:collapse;width:100%;font-size:.92em;margin:.4rem 0 1rem}
      th,td{padding:.3rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:break-word;max-width:26rem}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
      thead th{background:#f3f5f8}.good{color:#126b37}.bad{color:#a61b1b}.open{color:#7a5a00}
      .tiles{display:flex;flex-wrap:wrap;gap:.8rem;margin:1rem 0}.tile{background:#f3f5f8;border-radius:.4rem;padding:.6rem 1rem;min-width:9rem}
      .tile b{display:block;font-size:1.35rem}.tile span{color:#5b6675;font-size:.85em}
      small{color:#5b6675}details{margin:.4rem 0}summary{cursor:pointer;font-weight:600}
      td ul{margin:0;padding-left:1.1em}code{font-size:.85em}
      @media print{body{margin:0;max-width:none;font-size:11px}thead{display:table-header-group}tr{break-inside:avoid}h2,h3{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
      """;

  private Frame() {}

  /** Nothing is loaded from anywhere, whatever a customer's text contains. */
  static void open(Html html, Words words, String title) {
    html.raw("<!doctype html><html lang=\"")
        .raw(words.language().code())
        .raw("\"><head><meta charset=\"utf-8\">")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .raw(" style-src 'unsafe-inline'\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .text(title)
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body><h1>")
        .text(title)
        .raw("</h1>");
  }

  static String close(Html html) {
    return html.raw("</body></html>\n").done();
  }

  static void tile(Html html, String number, String what) {
    html.raw("<div class=\"tile\"><b>")
        .text(number)
        .raw("</b><span>")
        .text(what)
        .raw("</span></div>");
  }

  /** The likely number, and the range where it is not known. */
  static String range(Words words, Range range) {
    boolean same = Math.round(range.low()) == Math.round(range.high());
    return same
        ? words.number(range.rounded())
        : words.number(range.rounded())
            + " ("
            + words.number(Math.round(range.low()))
            + "–"
            + words.number(Math.round(range.high()))
            + ")";
  }

  static String decimals(Words words, Range range) {
    String likely = decimal(words, range.likely());
    boolean same = Math.round(range.low() * 10) == Math.round(range.high() * 10);
    return same
        ? likely
        : likely + " (" + decimal(words, range.low()) + "–" + decimal(words, range.high()) + ")";
  }

  static String decimal(Words words, double number) {
    return words.amount(Double.toString(Math.round(number * 10) / 10.0));
  }

  static String hours(Words words, Range hours) {
    String likely = hours(words, hours.likely());
    String low = hours(words, hours.low());
    String high = hours(words, hours.high());
    return low.equals(high) ? likely : likely + " (" + low + "–" + high + ")";
  }

  private static String hours(Words words, double hours) {
    Duration time = Duration.ofSeconds(Math.round(hours * 3_600));
    return time.toMinutes() < 60
        ? words.say("minutes", Math.max(time.isZero() ? 0L : 1L, time.toMinutes()))
        : words.say("hours", decimal(words, hours));
  }

  static String bytes(Words words, Range bytes) {
    double unit = bytes.likely() >= 1e9 ? 1e9 : 1e6;
    return decimals(words, bytes.times(1 / unit)) + (unit == 1e9 ? " GB" : " MB");
  }
}
