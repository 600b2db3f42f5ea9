package dev.pindah.report.page;

import dev.pindah.report.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a rollback came to, for the file. It names records and cells, and shows no cell's value. */
public final class UndoneReport {
  /** Records and lines that are shown; the table beside the page has all. */
  private static final int SHOWN = 500;

  private static final String STYLE =
      """
      body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
      h1{font-size:1.6rem;margin-bottom:.3rem}h2{font-size:1.2rem;margin-top:2rem}
      table{border-collapse:collapse}
      th,td{padding:.3rem .8rem;border-bottom:1px solid #dde2e9;text-align:left;vertical-align:top;overflow-wrap:anywhere}
      thead th{background:#f3f5f8}.n{text-align:right}small{color:#5b6675}code{overflow-wrap:anywhere}
      .verdict{font-weight:600;padding:.6rem 1rem;border-radius:.4rem;background:#f3f5f8}
      .good{color:#126b37}.bad{color:#a61b1b}
      """;

  private final Words words;
  private final Html html = new Html();

  private UndoneReport(Words words) {
    this.words = words;
  }

  /** Whose rollback, and whether it only looked. */
  public record Head(String migration, String by, Instant at, ZoneId zone, boolean dry) {}

  /**
   * A record that stays.
   *
   * @param cells names of the cells that somebody changed
   */
  public record Stays(
      String object, String id, String module, String targetId, String reason, List<String> cells) {
    public Stays {
      cells = List.copyOf(cells);
    }
  }

  /** A field that prepare made; the reason is blank where it is removed. */
  public record Field(String module, String label, String reason) {}

  /**
   * What became of everything.
   *
   * @param counts by the word for what became of them
   * @param proof lines about the fingerprints; none where nothing was compared
   */
  public record Undone(
      boolean complete,
      Map<String, Long> counts,
      List<Stays> kept,
      List<Stays> errored,
      List<String> residue,
      List<Field> fields,
      List<String> proof) {
    public Undone {
      kept = List.copyOf(kept);
      errored = List.copyOf(errored);
      residue = List.copyOf(residue);
      fields = List.copyOf(fields);
      proof = List.copyOf(proof);
    }
  }

  public static String page(Head head, Undone undone, Words words) {
    UndoneReport report = new UndoneReport(words);
    report.head(head, undone);
    report.stays("rollback.kept", undone.kept());
    report.stays("rollback.errored", undone.errored());
    report.fields(undone.fields());
    report.lines("rollback.residue", undone.residue());
    report.lines("rollback.proof", undone.proof());
    return report.html.raw("</body></html>\n").done();
  }

  private void head(Head head, Undone undone) {
    DateTimeFormatter times =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.US).withZone(head.zone());
    HtmlReport.open(html, words, words.say("rollback.title", head.migration()), STYLE);
    html.raw("<p><small>")
        .text(
            head.dry()
                ? words.say("rollback.looked", times.format(head.at()))
                : words.say("rollback.done", times.format(head.at()), head.by()))
        .raw("</small></p><p class=\"verdict ")
        .raw(undone.complete() ? "good" : "bad")
        .raw("\">")
        .text(words.say(verdict(head.dry(), undone.complete())))
        .raw("</p>");
    List<List<String>> rows = new ArrayList<>();
    undone
        .counts()
        .forEach(
            (what, count) ->
                rows.add(List.of(words.say("rollback.count." + what), words.number(count))));
    html.table(List.of(words.say("sample.undone.what"), words.say("records")), rows, 1, 2);
  }

  private static String verdict(boolean dry, boolean complete) {
    if (dry) {
      return complete ? "rollback.would" : "rollback.would.not";
    }
    return complete ? "sample.undone" : "sample.undone.not";
  }

  private void stays(String title, List<Stays> records) {
    if (records.isEmpty()) {
      return;
    }
    html.heading(words.say(title, (long) records.size()));
    html.table(
        List.of(
            words.say("object"),
            words.say("id"),
            words.say("target.id"),
            words.say("why"),
            words.say("rollback.cells")),
        records.stream()
            .limit(SHOWN)
            .map(
                one ->
                    List.of(
                        one.object(),
                        one.id(),
                        one.module() + " " + one.targetId(),
                        one.reason(),
                        String.join(", ", one.cells())))
            .toList(),
        5,
        5);
    more(records.size());
  }

  private void fields(List<Field> fields) {
    if (fields.isEmpty()) {
      return;
    }
    html.heading(words.say("rollback.fields"));
    html.table(
        List.of(words.say("object"), words.say("field"), words.say("rollback.became")),
        fields.stream()
            .map(
                field ->
                    List.of(
                        field.module(),
                        field.label(),
                        field.reason().isBlank()
                            ? words.say("rollback.removed")
                            : words.say("rollback.stays", field.reason())))
            .toList(),
        3,
        3);
  }

  private void lines(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    html.heading(words.say(title)).raw("<ul>");
    lines.stream().limit(SHOWN).forEach(line -> html.raw("<li>").text(line).raw("</li>"));
    html.raw("</ul>");
    more(lines.size());
  }

  private void more(int all) {
    if (all > SHOWN) {
      html.small(words.say("rollback.more", (long) all - SHOWN));
    }
  }
}
