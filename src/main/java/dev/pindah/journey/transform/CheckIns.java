package dev.pindah.journey.transform;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.Step;
import dev.pindah.model.Verdict;
import dev.pindah.model.row.SourceRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A GPS check-in as a note of the record that it names: who, when, where, and until when. */
final class CheckIns {
  private static final Set<String> TECHNICAL = Set.of("id", "slug");

  /** Members that the note tells. */
  private static final Set<String> TOLD =
      Set.of("creator_name", "email", "date", "timestamp", "checkin", "checkout");

  private CheckIns() {}

  static List<Candidate> note(SourceRecord record, List<Link> parents, Dates dates) {
    SourceRow row = new SourceRow(record.json());
    String author = row.text("creator_name");
    String stamp = dates.stamp(time(row));
    List<String> lines = new ArrayList<>();
    line("Check-in", row.member("checkin"), lines);
    line("Check-out", row.member("checkout"), lines);
    List<Cell> cells = new ArrayList<>();
    for (String member : row.filled()) {
      if (!TECHNICAL.contains(member)) {
        boolean link = member.startsWith("crm_");
        cells.add(
            link
                ? new Cell(member, null, new Verdict.Transformed("link"))
                : TOLD.contains(member)
                    ? new Cell(member, "description", new Verdict.Transformed("a line of the text"))
                    : new Cell(
                        member, null, new Verdict.Documented("no place on a note of the target")));
      }
    }
    return Notes.of(
        record.key(),
        Step.RECORD,
        stamp + ", " + (author.isEmpty() ? "unknown author" : author),
        lines.isEmpty() ? "GPS check-in" : String.join("\n", lines),
        parents,
        cells);
  }

  /** Milliseconds since 1970, or the day alone. */
  private static String time(SourceRow row) {
    String stamp = row.text("timestamp");
    return stamp.matches("\\d{13}")
        ? Instant.ofEpochMilli(Long.parseLong(stamp)).toString()
        : stamp.isEmpty() ? row.text("date") : stamp;
  }

  /** Coordinates are the number 0 where they are not known. */
  private static void line(String what, JsonNode place, List<String> lines) {
    String latitude = place.path("latitude").asString("").strip();
    if (!latitude.isEmpty() && !latitude.equals("0")) {
      lines.add(
          what
              + ": "
              + place.path("address").asString("").strip()
              + " ("
              + latitude
              + ", "
              + place.path("longitude").asString("")
              + ") "
              + place.path("time").asString("").strip());
    }
  }
}
