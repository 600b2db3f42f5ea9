package dev.pindah.cli;

import dev.pindah.journey.transform.Fix;
import dev.pindah.report.Language;
import dev.pindah.report.Listing;
import dev.pindah.report.Listing.Part;
import dev.pindah.report.Words;
import dev.pindah.report.page.ListingPage;
import dev.pindah.report.sheet.ListingSheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fix-list of transform: as a page, as a workbook, for scripts and for the terminal. */
final class FixList {
  static final String FILE = "fix-list";

  private static final int SHOWN = 20;
  private static final List<String> HEADS =
      List.of("object", "field", "reason", "records", "for instance", "next step");

  private FixList() {}

  static Path file(Session session) {
    return session.workspace.reports().resolve(FILE + ".xlsx");
  }

  static void write(Session session, List<Fix> fixes) {
    Path folder = session.workspace.makeReports();
    Listing listing = listing(session.config.migration(), fixes);
    session.workspace.write(
        folder.resolve(FILE + ".html"), ListingPage.page(listing, Words.of(Language.EN)));
    try {
      ListingSheets.write(file(session), listing);
    } catch (IOException unwritable) {
      throw new UsageException(folder + " cannot be written; check rights and room", unwritable);
    }
  }

  static Listing listing(String migration, List<Fix> fixes) {
    List<Part> parts = new ArrayList<>();
    part(
        parts,
        "To fix",
        "The migration waits until these are closed or waived by name.",
        fixes,
        true);
    part(
        parts,
        "To know",
        "These records are held by a rule or only looked at; they hold nothing else up.",
        fixes,
        false);
    return new Listing(
        "What keeps records from arriving whole: " + migration,
        parts.isEmpty()
            ? List.of("Nothing does.")
            : List.of(
                "Ids are those of Qontak. When the source is corrected, run 'pindah extract' and"
                    + " 'pindah transform' again. To go on as it is: pindah gate waive validation"
                    + " --by NAME --reason TEXT"),
        parts);
  }

  private static void part(
      List<Part> parts, String heading, String note, List<Fix> fixes, boolean pausing) {
    List<List<String>> rows =
        fixes.stream()
            .filter(fix -> fix.pauses() == pausing)
            .map(
                fix ->
                    List.of(
                        fix.object(),
                        fix.field(),
                        fix.code(),
                        Long.toString(fix.count()),
                        String.join(", ", fix.examples()),
                        fix.remedy()))
            .toList();
    if (!rows.isEmpty()) {
      parts.add(new Part(heading, note, pausing, HEADS, rows));
    }
  }

  static ArrayNode json(List<Fix> fixes) {
    ArrayNode rows = Output.object().putArray("fixes");
    for (Fix fix : fixes) {
      ObjectNode row =
          rows.addObject()
              .put("reason", fix.code())
              .put("severity", fix.severity().name().toLowerCase(Locale.ROOT))
              .put("object", fix.object())
              .put("field", fix.field())
              .put("count", fix.count());
      ArrayNode examples = row.putArray("examples");
      fix.examples().forEach(examples::add);
      row.put("remedy", fix.remedy());
    }
    return rows;
  }

  static void say(Output output, List<Fix> fixes) {
    for (Fix fix : fixes.subList(0, Math.min(SHOWN, fixes.size()))) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %s: %,d %s%s %s, for instance %s",
              fix.pauses() ? "fix" : "note",
              fix.count(),
              fix.object(),
              fix.field().isBlank() ? "" : " " + fix.field(),
              fix.code(),
              String.join(", ", fix.examples())));
      output.say("       " + fix.remedy());
    }
    if (fixes.size() > SHOWN) {
      output.say("  … and " + (fixes.size() - SHOWN) + " more");
    }
  }
}
