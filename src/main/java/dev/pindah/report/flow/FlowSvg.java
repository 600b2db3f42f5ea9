package dev.pindah.report.flow;

import dev.pindah.report.flow.Drawing.Box;
import dev.pindah.report.flow.Drawing.Line;
import dev.pindah.report.flow.Drawing.Point;
import dev.pindah.report.page.Html;
import java.util.List;

/** A drawing as SVG that needs nothing from anywhere: no font, no script, no link. */
public final class FlowSvg {
  private static final int HEAD = 24;
  private static final int LINE = 16;
  private static final int INDENT = 10;
  private static final int BASE = 17;
  private static final int TEXT_BASE = 14;
  private static final double BEND = 6;

  /** Looks tell kinds apart by colour, but never alone: each box says its kind in words. */
  private static final String STYLE =
      """
      .flow text{font:12px system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;fill:#1c2430}
      .flow .head{font-weight:600;fill:#fff}
      .flow .box{fill:#fff;stroke:#3d5a80;stroke-width:1.4}.flow .band{fill:#3d5a80}
      .flow .question .box,.flow .input .box{stroke:#5b4b8a}.flow .question .band,.flow .input .band{fill:#5b4b8a}
      .flow .condition .box,.flow .api-call .box,.flow .set .box{stroke:#7a5a00}
      .flow .condition .band,.flow .api-call .band,.flow .set .band{fill:#7a5a00}
      .flow .handover .box{stroke:#b0471b;stroke-width:2.4}.flow .handover .band{fill:#b0471b}
      .flow .go-to-flow .box{stroke:#0b6b72}.flow .go-to-flow .band{fill:#0b6b72}
      .flow .start .box,.flow .end .box{stroke:#1c2430}.flow .start .band,.flow .end .band{fill:#1c2430}
      .flow .fault .box{stroke:#b3261e;stroke-width:3}.flow .missing .box{stroke-dasharray:6 4}
      .flow .missing .band{fill:#b3261e}.flow .unreachable{opacity:.62}.flow .unreachable .box{stroke-dasharray:6 4}
      .flow .ref{fill:#0b6b72;font-style:italic}
      .flow .way{fill:none;stroke:#4a5568;stroke-width:1.4}.flow .else{stroke-dasharray:5 4}
      .flow .tip{fill:#4a5568}.flow .label{fill:#fff;fill-opacity:.92}
      .flow .mark{fill:#b3261e}.flow .bang{font-weight:700;fill:#fff;text-anchor:middle}
      """;

  private FlowSvg() {}

  /** A file of its own. */
  public static String file(Drawing drawing, String title) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + inline(drawing, title) + "\n";
  }

  /** The same to stand in a page; what is drawn has the id {@code drawn}. */
  public static String inline(Drawing drawing, String title) {
    Html svg = new Html();
    svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"flow\" role=\"img\" viewBox=\"0 0 ")
        .raw(drawing.width() + " " + drawing.height())
        .raw("\" width=\"" + drawing.width() + "\" height=\"" + drawing.height() + "\">\n<title>")
        .text(clean(title))
        .raw("</title>\n<style>")
        .raw(STYLE)
        .raw("</style>\n<g id=\"drawn\" class=\"flow\">\n");
    drawing.lines().forEach(line -> way(svg, line));
    drawing.boxes().forEach(box -> box(svg, box));
    drawing.lines().forEach(line -> label(svg, line));
    return svg.raw("</g>\n</svg>").done();
  }

  private static void way(Html svg, Line line) {
    if (line.points().size() < 2) {
      return;
    }
    svg.raw("<path class=\"way" + (line.otherwise() ? " else" : "") + "\" d=\"")
        .raw(path(line.points()))
        .raw("\"/>");
    Point end = line.points().getLast();
    Point before = line.points().get(line.points().size() - 2);
    svg.raw("<path class=\"tip\" d=\"").raw(tip(before, end)).raw("\"/>\n");
  }

  /** With rounded corners, so that the eye follows the way around them. */
  private static String path(List<Point> points) {
    StringBuilder path = new StringBuilder("M" + place(points.getFirst()));
    for (int at = 1; at < points.size() - 1; at++) {
      Point corner = points.get(at);
      path.append(" L").append(place(toward(corner, points.get(at - 1))));
      path.append(" Q").append(place(corner));
      path.append(' ').append(place(toward(corner, points.get(at + 1))));
    }
    return path.append(" L").append(place(points.getLast())).toString();
  }

  private static Point toward(Point from, Point to) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    double part = length == 0 ? 0 : Math.min(BEND, length / 2) / length;
    return new Point(
        (int) Math.round(from.x() + (to.x() - from.x()) * part),
        (int) Math.round(from.y() + (to.y() - from.y()) * part));
  }

  private static String place(Point point) {
    return point.x() + "," + point.y();
  }

  private static String tip(Point before, Point end) {
    int x = Integer.signum(end.x() - before.x());
    int y = Integer.signum(end.y() - before.y());
    int backX = end.x() - 8 * x;
    int backY = end.y() - 8 * y;
    return "M"
        + place(end)
        + " L"
        + (backX + 4 * y)
        + ","
        + (backY + 4 * x)
        + " L"
        + (backX - 4 * y)
        + ","
        + (backY - 4 * x)
        + " Z";
  }

  private static void box(Html svg, Box box) {
    svg.raw("<g class=\"").text(box.style()).raw("\"><title>").text(clean(box.whole()));
    svg.raw("</title>");
    rectangle(svg, "box", box.x(), box.y(), box.width(), box.height(), 6);
    svg.raw("<path class=\"band\" d=\"M")
        .raw(box.x() + "," + (box.y() + HEAD))
        .raw(" v" + -(HEAD - 6) + " q0,-6 6,-6 h" + (box.width() - 12) + " q6,0 6,6 v")
        .raw((HEAD - 6) + " Z\"/>");
    line(svg, "head", box.x() + INDENT, box.y() + BASE, box.head());
    int y = box.y() + HEAD + TEXT_BASE;
    for (String text : box.lines()) {
      line(svg, "text", box.x() + INDENT, y, text);
      y += LINE;
    }
    for (String text : box.references()) {
      line(svg, "ref", box.x() + INDENT, y, text);
      y += LINE;
    }
    if (box.style().contains("fault")) {
      int x = box.x() + box.width() - 2;
      svg.raw("<circle class=\"mark\" cx=\"" + x + "\" cy=\"" + (box.y() + 2) + "\" r=\"9\"/>");
      line(svg, "bang", x, box.y() + 6, "!");
    }
    svg.raw("</g>\n");
  }

  private static void label(Html svg, Line line) {
    if (line.label().text().isEmpty()) {
      return;
    }
    svg.raw("<g><title>").text(clean(line.label().whole())).raw("</title>");
    rectangle(
        svg,
        "label",
        line.label().x(),
        line.label().y(),
        line.label().width(),
        line.label().height(),
        3);
    line(svg, "text", line.label().x() + 5, line.label().y() + 13, line.label().text());
    svg.raw("</g>\n");
  }

  private static void rectangle(
      Html svg, String look, int x, int y, int width, int height, int round) {
    svg.raw("<rect class=\"" + look + "\" x=\"" + x + "\" y=\"" + y)
        .raw("\" width=\"" + width + "\" height=\"" + height + "\" rx=\"" + round + "\"/>");
  }

  private static void line(Html svg, String look, int x, int y, String text) {
    svg.raw("<text class=\"" + look + "\" x=\"" + x + "\" y=\"" + y + "\">")
        .text(clean(text))
        .raw("</text>");
  }

  /** XML has no place for most control characters and for halves of letters. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().filter(FlowSvg::allowed).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int letter) {
    if (letter < ' ') {
      return letter == '\n' || letter == '\t';
    }
    boolean half = letter >= 0xD800 && letter <= 0xDFFF;
    return letter != 0x7F && letter != 0xFFFE && letter != 0xFFFF && !half;
  }
}
