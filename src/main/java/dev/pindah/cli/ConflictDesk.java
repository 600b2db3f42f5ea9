package dev.pindah.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.pindah.journey.cutover.Conflicts;
import dev.pindah.journey.cutover.Conflicts.Winner;
import dev.pindah.model.KeptCell;
import dev.pindah.report.ConflictSheet;
import dev.pindah.report.sheet.ConflictWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cells that were changed on both sides: shown, and settled as people say. */
final class ConflictDesk {
  private static final int SHOWN = 20;

  /** Leaves a cell open. */
  private static final String ASK = "ask";

  private static final List<String> RULES = List.of("source", "target", "newest", ASK);

  private final Session session;
  private final Conflicts conflicts;

  ConflictDesk(Session session) {
    this.session = session;
    this.conflicts = new Conflicts(session.ledger, session.clock);
  }

  int list() {
    List<KeptCell> open = conflicts.open();
    Path file = session.workspace.makeReports().resolve(ConflictSheet.FILE);
    Path book = file.resolveSibling(ConflictWorkbook.FILE);
    session.workspace.write(file, ConflictSheet.csv(open));
    try {
      ConflictWorkbook.write(book, open);
    } catch (IOException unwritable) {
      throw new UsageException(book + " cannot be written; check rights and room", unwritable);
    }
    if (session.output.json()) {
      ObjectNode json = Output.object();
      ArrayNode list = json.putArray("conflicts");
      open.forEach(
          cell ->
              list.addObject()
                  .put("object", cell.key().object().wire())
                  .put("id", cell.key().id())
                  .put("field", cell.attribute())
                  .put("source", ConflictSheet.plain(cell.sourceValue()))
                  .put("target", ConflictSheet.plain(cell.targetValue())));
      json.put("file", file.toString()).put("workbook", book.toString());
      Output.print(json);
    } else {
      open.stream()
          .limit(SHOWN)
          .forEach(cell -> session.output.say(cell.key() + ": " + cell.attribute()));
      session.output.say(
          open.isEmpty()
              ? "no cell was changed on both sides"
              : open.size()
                  + " conflicts, with both values, in "
                  + book
                  + " and .csv; settle them with --resolve source|target|newest|FILE --by NAME");
    }
    return open.isEmpty() ? ExitCode.DONE : ExitCode.WAITING;
  }

  /** By one rule for all, or as a file says. */
  int resolve(String how, String by) {
    List<KeptCell> open = conflicts.open();
    int settled = 0;
    Map<String, String> chosen = RULES.contains(how) ? Map.of() : file(Path.of(how));
    for (KeptCell cell : open) {
      String rule = RULES.contains(how) ? how : chosen.get(ConflictSheet.place(cell));
      if (rule != null && !rule.equals(ASK)) {
        conflicts.settle(cell, Winner.valueOf(rule.toUpperCase(Locale.ROOT)), by);
        settled++;
      }
    }
    int left = open.size() - settled;
    if (session.output.json()) {
      Output.print(Output.object().put("settled", settled).put("open", left));
    } else {
      session.output.say(
          settled + " conflicts settled, " + left + " open; next: pindah cutover --delta");
    }
    return left == 0 ? ExitCode.DONE : ExitCode.WAITING;
  }

  private Map<String, String> file(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "'" + file + "' is neither source, target, newest nor ask, nor a file");
    }
    Map<String, String> chosen = read(file);
    List<String> unknown =
        chosen.values().stream().filter(rule -> !RULES.contains(rule)).distinct().toList();
    if (!unknown.isEmpty()) {
      throw new UsageException(
          file + ": 'resolve' takes source, target, newest or ask, not " + unknown);
    }
    return chosen;
  }

  private Map<String, String> read(Path file) {
    try {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")
          ? ConflictWorkbook.choices(file)
          : ConflictSheet.choices(session.workspace.read(file));
    } catch (IOException | ExcelReaderException | CsvParseException | NoSuchElementException bad) {
      throw new UsageException(
          file.getFileName()
              + " is not the file that --conflicts wrote (columns object, id, field, resolve)",
          bad);
    }
  }
}
