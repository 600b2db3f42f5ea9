package dev.pindah.report.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text into lines that fit a width. Letters are measured by rule, not by a font: which fonts
 * a reader has is not known, and the same flow must be drawn alike everywhere.
 */
final class TextFit {
  private static final Pattern LINE_END = Pattern.compile("\\R");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final double LETTER = 7.3;
  private static final double CAPITAL = 9;
  private static final double NARROW = 4.3;
  private static final double WIDE = 13;
  private static final int FIRST_WIDE = 0x1100;

  private TextFit() {}

  /** Width of a line in points, at 12 points of height. */
  static double width(String line) {
    return line.codePoints().mapToDouble(TextFit::width).sum();
  }

  private static double width(int letter) {
    if (letter >= FIRST_WIDE) {
      return WIDE;
    }
    if ("il.,:;!'|()[]{} tfj".indexOf(letter) >= 0) {
      return NARROW;
    }
    return Character.isUpperCase(letter) || letter == 'm' || letter == 'w' || letter == '@'
        ? CAPITAL
        : LETTER;
  }

  /** At most {@code most} lines; what does not fit ends with an ellipsis. */
  static List<String> lines(String text, double width, int most) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : LINE_END.split(text.strip(), -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : BLANKS.split(paragraph.strip(), -1)) {
        String rest = word;
        while (!rest.isEmpty()) {
          String joined = line.isEmpty() ? rest : line + " " + rest;
          if (width(joined) <= width) {
            line.setLength(0);
            line.append(joined);
            rest = "";
          } else if (line.isEmpty()) {
            int end = fitting(rest, width);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
          } else {
            lines.add(line.toString());
            line.setLength(0);
          }
        }
        if (lines.size() > most) {
          return cut(lines, width, most);
        }
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
    }
    return lines.size() > most ? cut(lines, width, most) : lines;
  }

  /** One line. */
  static String line(String text, double width) {
    List<String> lines = lines(text, width, 1);
    return lines.isEmpty() ? "" : lines.getFirst();
  }

  private static List<String> cut(List<String> lines, double width, int most) {
    List<String> kept = new ArrayList<>(lines.subList(0, most));
    String last = kept.getLast();
    while (!last.isEmpty() && width(last + "…") > width) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
    }
    kept.set(most - 1, last + "…");
    return kept;
  }

  /** How many characters fit; at least one letter. */
  private static int fitting(String text, double width) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (width(text.substring(0, next)) > width) {
        break;
      }
      end = next;
    }
    return end;
  }
}
