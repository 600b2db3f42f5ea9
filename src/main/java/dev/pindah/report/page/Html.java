package dev.pindah.report.page;

import java.util.List;
import java.util.regex.Pattern;

/** Writes a page; every text goes through the one escape. */
public final class Html {
  /** Readers of XML, and so of the pages that become PDF, stop at any of these. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{D800}-\\x{DFFF}\\x{FFFE}\\x{FFFF}]");

  private final StringBuilder page = new StringBuilder();

  /** Markup of ours. */
  public Html raw(String markup) {
    page.append(markup);
    return this;
  }

  public Html text(String text) {
    page.append(escape(text));
    return this;
  }

  public Html heading(String text) {
    return raw("<h2>").text(text).raw("</h2>");
  }

  public Html paragraph(String text) {
    return raw("<p>").text(text).raw("</p>");
  }

  public Html small(String text) {
    return raw("<p><small>").text(text).raw("</small></p>");
  }

  /**
   * A table; columns from {@code firstNumber} up to {@code endNumber} hold numbers.
   *
   * @param rows cells of each row, as many as heads
   */
  public Html table(List<String> heads, List<List<String>> rows, int firstNumber, int endNumber) {
    raw("<table><thead>");
    line("th", heads, firstNumber, endNumber);
    raw("</thead><tbody>");
    rows.forEach(row -> line("td", row, firstNumber, endNumber));
    return raw("</tbody></table>");
  }

  private void line(String tag, List<String> cells, int firstNumber, int endNumber) {
    raw("<tr>");
    for (int column = 0; column < cells.size(); column++) {
      boolean number = column >= firstNumber && column < endNumber;
      raw("<").raw(tag).raw(number ? " class=\"n\">" : ">");
      text(cells.get(column)).raw("</").raw(tag).raw(">");
    }
    raw("</tr>");
  }

  /** The first rows of a table, and how many more there are. */
  static List<List<String>> first(List<List<String>> rows, int limit) {
    return rows.subList(0, Math.min(rows.size(), limit));
  }

  public String done() {
    return page.toString();
  }

  /** What no page may hold, halves of letters among it, becomes a question mark. */
  public static String escape(String text) {
    return UNFIT
        .matcher(text)
        .replaceAll("?")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
