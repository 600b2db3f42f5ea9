package dev.pindah.report.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Drawings as inline SVG: they need nothing from anywhere. */
final class Charts {
  private static final Map<String, String> COLOURS =
      Map.of(
          "exact", "#2c7a4b",
          "transformed", "#6fae86",
          "degraded", "#e0a63a",
          "documented", "#7f93ad",
          "dropped", "#b9c2ce",
          "failed", "#b3261e",
          "created", "#2c7a4b",
          "updated", "#6fae86",
          "matched", "#9fcbb0",
          "skipped", "#b9c2ce");

  private static final Map<String, String> MORE = Map.of("refused", "#b3261e", "held", "#e0a63a");

  private static final int WIDTH = 1000;
  private static final int BAR = 20;

  private Charts() {}

  static String colour(String name) {
    return COLOURS.getOrDefault(name, MORE.getOrDefault(name, "#5b6675"));
  }

  /** Parts of one whole as one bar; titles name them for whoever points at them. */
  static String bar(List<String> names, List<Long> counts, List<String> labels) {
    double all = Math.max(1, counts.stream().mapToLong(Long::longValue).sum());
    double from = 0;
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"bar\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\"")
        .append(" role=\"img\">");
    for (int part = 0; part < names.size(); part++) {
      double width = counts.get(part) / all * WIDTH;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.2f\" width=\"%.2f\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>",
              from,
              width,
              BAR,
              colour(names.get(part)),
              Html.escape(labels.get(part))));
      from += width;
    }
    return svg.append("</svg>").toString();
  }

  /** What the colours of the cell books mean. */
  static String legend(List<String> names, List<String> labels) {
    StringBuilder legend = new StringBuilder("<p class=\"legend\">");
    for (int part = 0; part < names.size(); part++) {
      legend
          .append("<span><i style=\"background:")
          .append(colour(names.get(part)))
          .append("\"></i>")
          .append(Html.escape(labels.get(part)))
          .append("</span> ");
    }
    return legend.append("</p>").toString();
  }

  /** Amounts per month as columns, planned behind found: what is missing shows as a pale rest. */
  static String months(Map<String, BigDecimal[]> months) {
    int height = 160;
    int foot = 26;
    BigDecimal most =
        months.values().stream()
            .map(pair -> pair[0].max(pair[1]))
            .reduce(BigDecimal.ONE, BigDecimal::max);
    double step = WIDTH / (double) Math.max(1, months.size());
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"months\" viewBox=\"0 0 1000 ")
        .append(height + foot)
        .append("\" role=\"img\">");
    int number = 0;
    int every = Math.max(1, months.size() / 12);
    for (Map.Entry<String, BigDecimal[]> month : months.entrySet()) {
      double x = number * step;
      column(svg, x, step, height, month.getValue()[0], most, "#cfd6df");
      column(svg, x, step, height, month.getValue()[1], most, "#2c7a4b");
      if (number % every == 0) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" font-size=\"13\" fill=\"#5b6675\">%s</text>",
                x,
                height + foot - 8,
                Html.escape(month.getKey().isEmpty() ? "–" : month.getKey())));
      }
      number++;
    }
    return svg.append("</svg>").toString();
  }

  private static void column(
      StringBuilder svg,
      double x,
      double step,
      int height,
      BigDecimal amount,
      BigDecimal most,
      String colour) {
    double tall =
        amount
            .multiply(BigDecimal.valueOf(height))
            .divide(most, 2, RoundingMode.HALF_UP)
            .doubleValue();
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"/>",
            x,
            height - tall,
            step * 0.8,
            Math.max(0, tall),
            colour));
  }
}
