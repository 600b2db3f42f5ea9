package dev.pindah.report.page;

import dev.pindah.report.Listing;
import dev.pindah.report.Listing.Part;
import dev.pindah.report.Words;
import java.util.List;

/** A list on one page that needs nothing else: to be read, ticked and printed. */
public final class ListingPage {
  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.5rem;margin-bottom:.3rem}h2{font-size:1.1rem;margin-top:2.2rem}
      table{border-collapse:collapse;width:100%;font-size:.92em}
      th,td{padding:.4rem .6rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
      thead th{background:#f3f5f8}td.t,th.t{width:2rem;text-align:center}small{color:#5b6675}
      input{width:1.1rem;height:1.1rem}
      @media print{body{margin:0;max-width:none;font-size:11px}thead{display:table-header-group}tr{break-inside:avoid}h2{break-after:avoid}}
      """;

  private ListingPage() {}

  public static String page(Listing listing, Words words) {
    Html html = new Html();
    HtmlReport.open(html, words, listing.title(), STYLE);
    listing.notes().forEach(html::paragraph);
    for (Part part : listing.parts()) {
      html.heading(part.heading() + " (" + part.rows().size() + ")");
      if (!part.note().isBlank()) {
        html.small(part.note());
      }
      table(html, part);
    }
    return html.raw("</body></html>\n").done();
  }

  private static void table(Html html, Part part) {
    html.raw("<table><thead><tr>");
    if (part.tick()) {
      html.raw("<th class=\"t\"></th>");
    }
    part.heads().forEach(head -> html.raw("<th>").text(head).raw("</th>"));
    html.raw("</tr></thead><tbody>");
    for (List<String> row : part.rows()) {
      html.raw("<tr>");
      if (part.tick()) {
        html.raw("<td class=\"t\"><input type=\"checkbox\" aria-label=\"done\"></td>");
      }
      row.forEach(cell -> html.raw("<td>").text(cell).raw("</td>"));
      html.raw("</tr>");
    }
    html.raw("</tbody></table>");
  }
}
