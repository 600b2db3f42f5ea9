package dev.pindah.cli;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.RecordKey;
import dev.pindah.report.Explanation;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = {
      "Tells everything that the ledger knows about one record.",
      "Values as received, what each rule made of them, calls and answers, and what was read "
          + "back from the target."
    })
final class ExplainCommand extends WorkspaceCommand {
  @Parameters(index = "0", paramLabel = "OBJECT", description = "contact, company, deal, user, …")
  String object = "";

  @Parameters(index = "1", paramLabel = "SOURCE_ID", description = "id in Qontak")
  String id = "";

  @Override
  int run(Session session) {
    ObjectName name =
        ObjectName.of(object)
            .orElseThrow(
                () ->
                    new UsageException(
                        "no object is called '"
                            + object
                            + "'"
                            + Problems.nearest(
                                    object,
                                    Arrays.stream(ObjectName.values()).map(ObjectName::wire))
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("")));
    Explanation explanation =
        Explanation.of(new RecordKey(name, id), session.ledger, ReportFiles.links(session))
            .orElseThrow(
                () ->
                    new UsageException(
                        "no " + name.wire() + " with the id " + id + " was read from the source"));
    if (session.output.json()) {
      Output.print(explanation.json());
    } else {
      explanation.lines().forEach(session.output::say);
    }
    return ExitCode.DONE;
  }
}
