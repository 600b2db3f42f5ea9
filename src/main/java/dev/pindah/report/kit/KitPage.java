package dev.pindah.report.kit;

import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The frame of every page: its head, what it may run, the way back, and its end. */
final class KitPage {
  private static final String STYLE =
      """
      :root{--ink:#1c2430;--soft:#5b6675;--line:#dde2e9;--ground:#f3f5f8;--accent:#0b6b72}
      *{box-sizing:border-box}body{font:15px/1.5 system-ui,sans-serif;max-width:80rem;margin:0 auto;padding:1.2rem 1rem 4rem;color:var(--ink)}
      h1{font-size:1.55rem;margin:.4rem 0}h2{font-size:1.15rem;margin-top:2.2rem;border-bottom:2px solid var(--ink);padding-bottom:.2rem}
      h3{font-size:1rem;margin:1.4rem 0 .3rem}a{color:var(--accent)}small,.soft{color:var(--soft)}
      nav{font-size:.9em;color:var(--soft)}table{border-collapse:collapse;width:100%;font-size:.92em;margin:.6rem 0}
      th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;overflow-wrap:anywhere}
      td,p,li,.pre{white-space:pre-line}
      td.k,th{overflow-wrap:normal}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}thead th{background:var(--ground);white-space:normal}
      .tag{display:inline-block;padding:0 .55em;border-radius:1em;font-size:.85em;font-weight:600;background:var(--ground);border:1px solid var(--line);white-space:nowrap}
      .good{color:#126b37;border-color:#9fcbb0}.warn{color:#7a5a00;border-color:#e0c07a}.bad{color:#a61b1b;border-color:#e2a5a0}
      .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem;margin:1rem 0;padding:0;list-style:none}
      .cards li{border:1px solid var(--line);border-radius:.5rem;padding:.7rem .9rem;white-space:normal}.cards b{display:block;font-size:1.35rem;font-variant-numeric:tabular-nums}
      .cards a{font-weight:600}.template{border:1px solid var(--line);border-radius:.5rem;padding:.2rem 1rem .8rem;margin:1rem 0}
      .bubble{background:var(--ground);border-radius:.5rem;padding:.6rem .8rem;max-width:34rem;white-space:pre-wrap;overflow-wrap:anywhere}
      ul.check{list-style:none;padding-left:0}ul.check li{padding:.15rem 0 .15rem 1.7rem;position:relative}
      ul.check li::before{content:"";position:absolute;left:0;top:.35rem;width:.95rem;height:.95rem;border:1.5px solid var(--ink);border-radius:.15rem}
      input[type=search]{font:inherit;width:100%;max-width:30rem;padding:.4rem .6rem;border:1px solid var(--soft);border-radius:.4rem}
      .facts th{width:16rem}.none{color:var(--soft);font-style:italic}code{font-size:.9em;overflow-wrap:anywhere}
      .message{margin:.35rem 0;padding:.45rem .7rem;border-radius:.5rem;background:var(--ground);max-width:44rem;overflow-wrap:anywhere;white-space:pre-wrap}
      .message.agent{margin-left:auto;background:#e3f1f1}.message small{display:block}
      .viewer{position:relative;border:1px solid var(--line);border-radius:.5rem;height:70vh;max-height:52rem;overflow:hidden;touch-action:none;cursor:grab;background:#fff}
      .viewer svg{width:100%;height:100%;display:block}.tools{display:flex;gap:.3rem;margin:.6rem 0 .4rem}
      .tools button{font:inherit;min-width:2.2rem;padding:.2rem .6rem;border:1px solid var(--soft);border-radius:.35rem;background:#fff;cursor:pointer}
      .tiles{display:none}
      @media print{body{max-width:none;padding:0;font-size:11px}nav,.tools,input[type=search]{display:none}thead{display:table-header-group}
      tr,.message,.template,.cards li{break-inside:avoid}h2,h3{break-after:avoid}.viewer{height:auto;border:0;overflow:visible}.viewer svg{height:auto;max-height:95vh}
      .tiles{display:block}.tiles figure{break-before:page;margin:0}.tiles svg{width:100%;max-height:92vh}
      *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
      """;

  private final Html html = new Html();
  private final Words words;
  private final List<Scripts> scripts;

  /**
   * Opens a page.
   *
   * @param up the way to the folder of the index: blank or {@code ../}; the index itself has none
   */
  KitPage(Words words, String title, String up, boolean index, Scripts... scripts) {
    this.words = words;
    this.scripts = List.of(scripts);
    String allowed =
        this.scripts.isEmpty()
            ? "'none'"
            : Stream.of(scripts).map(Scripts::allowed).collect(Collectors.joining(" "));
    html.raw("<!doctype html><html lang=\"")
        .raw(words.language().code())
        .raw("\"><head><meta charset=\"utf-8\">")
        .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .raw("style-src 'unsafe-inline'; script-src " + allowed + "; form-action 'none'\">")
        .raw("<meta name=\"viewport\" content=\"width=device-width\"><title>")
        .text(title)
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body>");
    if (!index) {
      html.raw("<nav><a href=\"" + up + "index.html\">")
          .text(words.say("index.title"))
          .raw("</a> › ")
          .text(title)
          .raw("</nav>");
    }
    html.raw("<h1>").text(title).raw("</h1>");
  }

  Html html() {
    return html;
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  KitPage heading(String key, Object... arguments) {
    html.heading(words.say(key, arguments));
    return this;
  }

  KitPage paragraph(String key, Object... arguments) {
    html.paragraph(words.say(key, arguments));
    return this;
  }

  KitPage small(String key, Object... arguments) {
    html.small(words.say(key, arguments));
    return this;
  }

  /** Says that there is nothing. */
  KitPage none(String key) {
    html.raw("<p class=\"none\">").text(words.say(key)).raw("</p>");
    return this;
  }

  /** A box to search the rows of the page with. */
  KitPage search() {
    html.raw("<p><input type=\"search\" id=\"search\" placeholder=\"")
        .text(words.say("search"))
        .raw("\" aria-label=\"")
        .text(words.say("search"))
        .raw("\"> <small id=\"shown\"></small></p>");
    return this;
  }

  /** A table whose heads are words. */
  KitPage table(List<String> heads, List<List<String>> rows, int firstNumber, int endNumber) {
    html.table(heads.stream().map(words::say).toList(), rows, firstNumber, endNumber);
    return this;
  }

  KitPage tag(String look, String text) {
    html.raw("<span class=\"tag " + look + "\">").text(text).raw("</span> ");
    return this;
  }

  /** A link to a file of ours; its name is made by us. */
  KitPage link(String file, String text) {
    html.raw("<a href=\"").text(file).raw("\">").text(text).raw("</a>");
    return this;
  }

  String done() {
    scripts.forEach(script -> html.raw("<script>").raw(script.source()).raw("</script>"));
    return html.raw("</body></html>\n").done();
  }
}
