package dev.pindah.cli;

import dev.pindah.connect.files.ExportFolder;
import dev.pindah.journey.extract.Extract;
import dev.pindah.journey.extract.MergeExports;
import dev.pindah.journey.extract.MergeExports.Merged;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.report.Summary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "extract",
    description = {
      "Reads everything that the source gives into the ledger, raw; goes on where it was stopped.",
      "When everything had been read, it reads the lists anew, and what is given record by record",
      "for the records that changed."
    })
final class ExtractCommand extends WorkspaceCommand {
  /** Gaps of one kind that are shown one by one. */
  private static final int SHOWN = 20;

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "OBJECT",
      description = {
        "Leave these objects out, for instance timeline,stage_change; remembered for later runs.",
        "'none' leaves nothing out any more."
      })
  List<String> without = List.of();

  @Option(
      names = "--full",
      description = "Read what is given record by record again for every record.")
  boolean full;

  @Option(
      names = "--from-files",
      paramLabel = "DIR",
      description = {
        "Take downloads of the web page (.xlsx, .csv) for what the API leaves blank or does not"
            + " give;",
        "calls nobody once everything else has been read."
      })
  @Nullable Path fromFiles;

  @Override
  int run(Session session) {
    session.inventory(Product.QONTAK);
    if (fromFiles != null) {
      return fromFiles(session, fromFiles);
    }
    if (!without.isEmpty()) {
      Extract.leaveOut(session.ledger, objects());
    }
    if (full) {
      Extract.fromScratch(session.ledger);
    } else if (Extract.finished(session.ledger)) {
      Extract.again(session.ledger);
    }
    new AdminFiles(session).takeIn();
    List<Finding> gaps = session.journey().extract();
    if (session.output.json()) {
      session.flush();
      Output.print(SummaryJson.run(Summary.read(session.ledger)));
    } else {
      say(session, gaps);
      session.output.say(
          "everything that the source gives is in the ledger; next: pindah transform");
    }
    return ExitCode.DONE;
  }

  private int fromFiles(Session session, Path folder) {
    ExportFolder exports = new ExportFolder(folder);
    MergeExports merge = new MergeExports(session.ledger, session.clock, session.progress);
    // What is wrong with a file is said before a call is made.
    merge.check(exports);
    if (!Extract.finished(session.ledger)) {
      session.journey().extract();
    }
    List<Merged> merged = merge.run(exports, true);
    if (session.output.json()) {
      session.flush();
      ObjectNode json = SummaryJson.run(Summary.read(session.ledger));
      ArrayNode tables = json.putArray("files");
      merged.forEach(
          table ->
              tables
                  .addObject()
                  .put("table", table.table())
                  .put("object", table.object().wire())
                  .put("rows", table.rows())
                  .put("matched", table.matched())
                  .put("filled", table.filled())
                  .put("added", table.added())
                  .put("ambiguous", table.ambiguous())
                  .put("unmatched", table.unmatched())
                  .put("unknownHeadings", table.unknownHeadings().size()));
      Output.print(json);
    } else {
      merged.forEach(table -> session.output.say(table.toString()));
      session.output.say("what could not be placed is in the report; next: pindah transform");
    }
    boolean held = merged.stream().anyMatch(table -> table.ambiguous() > 0);
    return held ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  /** Some of each kind; all of them are in the report. */
  private static void say(Session session, List<Finding> gaps) {
    Map<String, List<Finding>> kinds =
        gaps.stream()
            .collect(Collectors.groupingBy(Finding::code, LinkedHashMap::new, Collectors.toList()));
    kinds.forEach(
        (code, found) -> {
          found.stream().limit(SHOWN).forEach(gap -> session.output.say(line(gap)));
          if (found.size() > SHOWN) {
            session.output.say("gap: … and " + (found.size() - SHOWN) + " more: " + code);
          }
        });
  }

  private static String line(Finding gap) {
    String record = gap.id().isEmpty() ? gap.object() : gap.object() + " " + gap.id();
    return "gap: " + record + ": " + gap.detail();
  }

  private Set<ObjectName> objects() {
    Set<ObjectName> objects = EnumSet.noneOf(ObjectName.class);
    for (String name : without) {
      if (!name.equals("none")) {
        objects.add(
            ObjectName.of(name)
                .filter(ExtractCommand::optional)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "--without "
                                + name
                                + ": no such object; choose from "
                                + Arrays.stream(ObjectName.values())
                                    .filter(ExtractCommand::optional)
                                    .map(ObjectName::wire)
                                    .collect(Collectors.joining(", ")))));
      }
    }
    return objects;
  }

  /** What the others hang on is always read. */
  private static boolean optional(ObjectName object) {
    return switch (object) {
      case USER, COMPANY, CONTACT, DEAL, SCHEMA, PIPELINE, TICKET_PIPELINE, TASK_CATEGORY -> false;
      case PRODUCT,
          LINE_ITEM,
          TASK,
          TICKET,
          NOTE,
          CHECK_IN,
          TIMELINE,
          CHAT,
          ROOM,
          LIST,
          LIST_MEMBER,
          TEMPLATE,
          BROADCAST,
          DIVISION,
          CHANNEL,
          CHATBOT,
          STAGE_CHANGE,
          REAL_CREATOR,
          FILE ->
          true;
    };
  }
}
