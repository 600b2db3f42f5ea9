package dev.pindah.journey.handoff.flow;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.flow.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the chatbot files of the ledger; a file that cannot be read is a problem, not an end. */
public final class ReadFlows {
  private static final int MOST = 2_000;

  private final Problems problems;
  private final List<Flow> flows = new ArrayList<>();

  /** Rows of the admin pages' exports, by table. */
  private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();

  private final List<String> tableFiles = new ArrayList<>();

  private ReadFlows(Problems problems) {
    this.problems = problems;
  }

  /** All flows, documented, in the order of their files. */
  public static List<DocumentedFlow> read(Ledger ledger, Problems problems) {
    ReadFlows read = new ReadFlows(problems);
    ledger
        .read(tables -> tables.sourceRecords().page(ObjectName.CHATBOT, "", MOST))
        .forEach(read::file);
    if (!read.tables.isEmpty()) {
      read.flows.addAll(
          new AdminTables(read.tables, String.join(", ", read.tableFiles)).flows(problems));
    }
    List<Flow> all = read.unique();
    Set<String> known = new LinkedHashSet<>();
    all.forEach(
        flow -> {
          known.add(flow.id());
          known.add(flow.name());
        });
    return all.stream().map(flow -> document(flow, known)).toList();
  }

  /**
   * Inspects a flow.
   *
   * @param known ids and names of all flows
   */
  public static DocumentedFlow document(Flow flow, Set<String> known) {
    GoldenTalks talks = new GoldenTalks(flow);
    return new DocumentedFlow(
        flow,
        new InspectFlow(flow, known).findings(),
        talks.talks(),
        talks.untried(),
        RebuildNotes.of(flow));
  }

  private void file(SourceRecord record) {
    JsonNode json = JsonMapper.shared().readTree(record.json());
    String file = json.path("file").asString(record.key().id());
    String kind = json.path("kind").asString("");
    if (json.path("problem").asString("").equals("too-large")) {
      problems.add(file, "this file is larger than 16 MB", "export fewer rows");
      return;
    }
    try {
      String text = json.path("text").asString("");
      if (kind.equals("flows")) {
        flows.addAll(OwnFormat.flows(file, text, problems));
      } else if (kind.startsWith("path") || kind.startsWith("response") || kind.equals("intent")) {
        tables.computeIfAbsent(kind, first -> new ArrayList<>()).addAll(TableText.rows(file, text));
        tableFiles.add(file);
      }
    } catch (JacksonException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
      problems.add(
          line > 0 ? file + ":" + line : file,
          "this is not JSON: " + broken.getOriginalMessage().lines().findFirst().orElse(""),
          "export or save it again, then run pindah handoff");
    } catch (TableText.Unreadable broken) {
      problems.add(
          file, String.valueOf(broken.getMessage()), "export it again, then run pindah handoff");
    }
  }

  /** The same id in two files: both are kept, since nobody knows which one is right. */
  private List<Flow> unique() {
    Map<String, Long> counts =
        flows.stream().collect(Collectors.groupingBy(Flow::id, Collectors.counting()));
    counts.forEach(
        (id, count) -> {
          if (count > 1) {
            problems.add(
                flows.stream()
                    .filter(flow -> flow.id().equals(id))
                    .map(Flow::origin)
                    .distinct()
                    .collect(Collectors.joining(", ")),
                "the flow '" + id + "' is there " + count + " times; all of them are documented",
                "remove the files that are out of date");
          }
        });
    return List.copyOf(flows);
  }
}
