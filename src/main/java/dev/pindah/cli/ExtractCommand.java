package dev.pindah.cli;

import dev.pindah.journey.extract.Extract;
import dev.pindah.model.Finding;
import dev.pindah.report.Summary;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "extract",
    description = {
      "Reads every record of the source into the ledger, raw; goes on where it was stopped.",
      "When everything had been read, it reads everything anew."
    })
final class ExtractCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    session.inventory(dev.pindah.model.Product.QONTAK);
    if (Extract.finished(session.ledger)) {
      Extract.again(session.ledger);
    }
    List<Finding> gaps = session.journey().extract();
    if (session.output.json()) {
      Output.print(SummaryJson.run(Summary.read(session.ledger)));
    } else {
      gaps.forEach(gap -> session.output.say("gap: " + gap.object() + ": " + gap.detail()));
      session.output.say(
          "everything that the source gives is in the ledger; next: pindah transform");
    }
    return ExitCode.DONE;
  }
}
