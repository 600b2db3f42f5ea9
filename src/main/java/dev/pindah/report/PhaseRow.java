package dev.pindah.report;

import dev.pindah.model.Books;
import dev.pindah.model.ObjectName;
import java.util.List;

/**
 * The row counts of one object through the phases.
 *
 * @param gaps records that the source counts and did not give, or 0
 * @param ready what transform passed on to load
 * @param verified records that reconcile found on the target as they should stand
 * @param wrong records that reconcile found missing, doubled or different
 */
public record PhaseRow(
    ObjectName object,
    long read,
    boolean gaps,
    long ready,
    long skipped,
    long held,
    long created,
    long updated,
    long matched,
    long refused,
    long verified,
    long wrong) {
  /** Heads of the columns, in the order of {@link #numbers()}. */
  public static final List<String> HEADS =
      List.of(
          "read",
          "ready",
          "skipped",
          "held",
          "created",
          "updated",
          "matched",
          "refused",
          "verified",
          "wrong");

  static PhaseRow of(Books books, Summary summary) {
    long onTarget = books.created() + books.updated() + books.matched();
    long wrong = summary.wrong(books.object(), "reconcile");
    // Files have no cells of their own.
    ObjectName cells = books.object() == ObjectName.FILE ? ObjectName.CONTACT : books.object();
    boolean compared = summary.cells().stream().anyMatch(count -> count.object() == cells);
    return new PhaseRow(
        books.object(),
        books.read(),
        summary.findings().containsKey("extract:" + books.object().wire()),
        onTarget + books.refused() + books.pending(),
        books.skipped(),
        books.held(),
        books.created(),
        books.updated(),
        books.matched(),
        books.refused(),
        compared ? onTarget - Math.min(wrong, onTarget) : 0,
        wrong);
  }

  public List<Long> numbers() {
    return List.of(read, ready, skipped, held, created, updated, matched, refused, verified, wrong);
  }
}
