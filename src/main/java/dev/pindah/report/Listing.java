package dev.pindah.report;

import java.util.List;

/**
 * A list for people to work through: the same parts as a page, as a workbook and as CSV.
 *
 * @param notes sentences that stand above the parts
 */
public record Listing(String title, List<String> notes, List<Part> parts) {
  public Listing {
    notes = List.copyOf(notes);
    parts = List.copyOf(parts);
  }

  /**
   * One table.
   *
   * @param tick whether each row is a thing to do, with a box to tick
   * @param rows cells of each row, as many as heads
   */
  public record Part(
      String heading, String note, boolean tick, List<String> heads, List<List<String>> rows) {
    public Part {
      heads = List.copyOf(heads);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
