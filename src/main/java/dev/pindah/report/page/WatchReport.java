package dev.pindah.report.page;

import dev.pindah.ledger.WatchLooks.Look;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The story of the 72 hours, for the file; it names no customer. */
public final class WatchReport {
  /** Looks that are shown one by one. */
  private static final int SHOWN = 200;

  private static final String STYLE =
      """
      body{font:14px/1.5 sans-serif;color:#1c2430;max-width:60rem;margin:2rem auto;padding:0 1rem}
      table{border-collapse:collapse}th,td{padding:.2rem .8rem;border-bottom:1px solid #dde2e9;text-align:left}
      th{background:#f3f5f8}.n{text-align:right}
      """;

  private WatchReport() {}

  /**
   * The page.
   *
   * @param codes findings of the last look by code
   * @param over whether the window has ended
   */
  public static String page(
      String migration,
      Instant signed,
      List<Look> looks,
      Map<String, Long> codes,
      boolean over,
      ZoneId zone) {
    DateTimeFormatter times =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US).withZone(zone);
    Html html = new Html();
    String title = "Watch: " + migration;
    html.raw("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .text(title)
        .raw("</title><style>")
        .raw(STYLE)
        .raw("</style></head><body><h1>")
        .text(title)
        .raw("</h1>")
        .paragraph("Signed off " + times.format(signed) + ". " + verdict(looks, over));
    html.heading("Findings of the last look that nobody explains");
    if (codes.isEmpty()) {
      html.paragraph("none");
    } else {
      html.table(
          List.of("finding", "number"),
          codes.entrySet().stream()
              .map(code -> List.of(code.getKey(), code.getValue().toString()))
              .toList(),
          1,
          2);
    }
    html.heading("Looks").paragraph(looks.size() + " in all");
    List<List<String>> rows = new ArrayList<>();
    looks
        .subList(Math.max(0, looks.size() - SHOWN), looks.size())
        .forEach(look -> rows.add(row(look, times)));
    html.table(
        List.of("when", "cells edited by people", "broken", "late writes in Qontak", ""),
        rows,
        1,
        4);
    return html.raw("</body></html>").done();
  }

  private static String verdict(List<Look> looks, boolean over) {
    boolean quiet = !looks.isEmpty() && looks.getLast().broken() == 0;
    return (over ? "The 72 hours are over. " : "The 72 hours are not over. ")
        + (quiet
            ? "Nothing is broken: what differs was changed by people."
            : "Something is broken; see below.");
  }

  private static List<String> row(Look look, DateTimeFormatter times) {
    return List.of(
        times.format(look.at()),
        Long.toString(look.edited()),
        Long.toString(look.broken()),
        Long.toString(look.lateWrites()),
        look.reached() ? "" : "not reached");
  }
}
