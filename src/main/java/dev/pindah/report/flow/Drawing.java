package dev.pindah.report.flow;

import java.util.List;

/** A diagram whose parts have their places, in points. */
public record Drawing(int width, int height, List<Box> boxes, List<Line> lines) {
  public Drawing {
    boxes = List.copyOf(boxes);
    lines = List.copyOf(lines);
  }

  /**
   * One step, the beginning, or a step that is missing.
   *
   * @param style names of its looks: the step's kind, {@code fault}, {@code unreachable}
   * @param head what it is, on its first line
   * @param lines its text, cut to fit
   * @param references ways that are not drawn, each as a line
   * @param whole its text in full
   */
  public record Box(
      String style,
      String head,
      List<String> lines,
      List<String> references,
      String whole,
      int x,
      int y,
      int width,
      int height) {
    public Box {
      lines = List.copyOf(lines);
      references = List.copyOf(references);
    }
  }

  /**
   * A way from one box to another.
   *
   * @param points where it turns, both ends included
   * @param label with its place; empty text for none
   * @param otherwise whether it is taken when nothing else fits
   */
  public record Line(List<Point> points, Label label, boolean otherwise) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** A place. */
  public record Point(int x, int y) {}

  /** A text and the place of its box. */
  public record Label(String text, String whole, int x, int y, int width, int height) {}
}
