package dev.pindah.report.kit;

import dev.pindah.report.Words;
import dev.pindah.report.flow.Drawing;
import dev.pindah.report.page.Html;

/**
 * A large diagram in pieces that can be read on paper; the pieces overlap. They are views of the
 * one drawing in the page, not copies.
 */
final class PrintTiles {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 1400;

  /** A little more than a box, so that each is whole on some sheet. */
  private static final int OVERLAP = 240;

  private PrintTiles() {}

  /** Nothing for a drawing that fits one sheet. */
  static String of(Drawing drawing, Words words) {
    if (drawing.width() <= WIDTH && drawing.height() <= HEIGHT) {
      return "";
    }
    Html html = new Html().raw("<div class=\"tiles\">");
    int sheet = 1;
    for (int y = 0; y < drawing.height(); y += HEIGHT - OVERLAP) {
      for (int x = 0; x < drawing.width(); x += WIDTH - OVERLAP) {
        if (holds(drawing, x, y)) {
          html.raw("<figure><figcaption>")
              .text(words.say("flow.sheet", (long) sheet++))
              .raw("</figcaption><svg class=\"flow\" viewBox=\"")
              .raw(x + " " + y + " " + WIDTH + " " + HEIGHT)
              .raw("\"><use href=\"#drawn\"/></svg></figure>");
        }
      }
    }
    return html.raw("</div>").done();
  }

  private static boolean holds(Drawing drawing, int x, int y) {
    return drawing.boxes().stream()
        .anyMatch(
            box ->
                box.x() < x + WIDTH
                    && box.x() + box.width() > x
                    && box.y() < y + HEIGHT
                    && box.y() + box.height() > y);
  }
}
