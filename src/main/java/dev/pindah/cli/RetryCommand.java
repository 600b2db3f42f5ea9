package dev.pindah.cli;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Correction;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.CorrectionFile;
import dev.pindah.report.CorrectionFile.Line;
import dev.pindah.report.CorrectionFile.Unusable;
import dev.pindah.report.ErrorRows;
import dev.pindah.report.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "retry",
    description = {
      "Takes a corrected file of records that could not move, and brings them over.",
      "The file is reports/errors-OBJECT.xlsx or .csv. Rows are known by object and id, so "
          + "nothing can be made twice. 'skip' in the column action leaves a record behind for "
          + "good."
    })
final class RetryCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The corrected .xlsx or .csv file.")
  Path file = Path.of("");

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who corrected it; the user of this computer when it is left out.")
  String by = "";

  /** What the rows of the file came to. */
  private static final class Taken {
    private int corrected;
    private int skipped;
    private int settled;
    private final List<RecordKey> rows = new ArrayList<>();
    private final Set<String> strange = new TreeSet<>();
  }

  @Override
  int run(Session session) {
    Mapping mapping = session.requireConfirmed();
    List<Line> lines = lines();
    Map<ObjectName, Set<String>> heads = new HashMap<>();
    for (Line line : lines) {
      heads.computeIfAbsent(
          line.key().object(),
          object -> new HashSet<>(ErrorRows.of(session.ledger, object, key -> "").heads()));
    }
    Taken taken = new Taken();
    session.ledger.record(
        tables -> {
          Map<RecordKey, List<Correction>> before =
              tables.corrections().all().stream().collect(Collectors.groupingBy(Correction::key));
          lines.forEach(
              line ->
                  take(
                      line,
                      before,
                      heads.getOrDefault(line.key().object(), Set.of()),
                      tables,
                      taken));
          tables
              .decisions()
              .append(
                  "corrected",
                  "retry:" + file.getFileName(),
                  by.isBlank() ? System.getProperty("user.name", "unknown") : by,
                  taken.corrected + " values corrected, " + taken.skipped + " records left behind",
                  session.clock.instant());
        });
    taken.strange.forEach(
        head ->
            session.output.say(
                file.getFileName() + ": the column '" + head + "' is no field of these records"));
    session.journey().lookAgain(taken.rows);
    session.journey().transform(mapping);
    session.journey().load();
    Summary summary = Summary.read(session.ledger);
    ReportFiles.write(session, summary);
    if (session.output.json()) {
      session.flush();
      ObjectNode json = SummaryJson.run(Summary.read(session.ledger));
      json.put("rows", taken.rows.size())
          .put("corrected", taken.corrected)
          .put("leftBehind", taken.skipped)
          .put("settledBefore", taken.settled);
      ArrayNode ignored = json.putArray("ignoredColumns");
      taken.strange.forEach(ignored::add);
      Output.print(json);
    } else {
      RowTable.say(session.output, summary);
      session.output.say(
          taken.rows.size()
              + " rows taken, "
              + taken.corrected
              + " values corrected, "
              + taken.skipped
              + " records left behind, "
              + taken.settled
              + " were settled before; next: pindah reconcile");
    }
    return summary.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private List<Line> lines() {
    try {
      return CorrectionFile.read(file);
    } catch (Unusable wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static void take(
      Line line,
      Map<RecordKey, List<Correction>> before,
      Set<String> heads,
      Tables tables,
      Taken taken) {
    RecordKey key = line.key();
    Optional<Stored> stored = tables.candidates().find(key, Step.RECORD);
    RecordState state = stored.map(Stored::state).orElse(RecordState.SKIPPED);
    if (state != RecordState.HELD && state != RecordState.REFUSED) {
      taken.settled++;
      return;
    }
    taken.rows.add(key);
    if (line.cell("action").strip().equalsIgnoreCase(Correction.SKIP)) {
      tables.corrections().save(List.of(Correction.skip(key)));
      taken.skipped++;
      return;
    }
    List<Correction> changed = new ArrayList<>();
    for (Correction correction :
        ErrorRows.changes(
            line,
            tables.sourceRecords().find(key).map(record -> record.json()).orElse("{}"),
            before.getOrDefault(key, List.of()))) {
      if (heads.contains(correction.field())) {
        changed.add(correction);
      } else {
        taken.strange.add(correction.field());
      }
    }
    tables.corrections().save(changed);
    taken.corrected += changed.size();
  }
}
