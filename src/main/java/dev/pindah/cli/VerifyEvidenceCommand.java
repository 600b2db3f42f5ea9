package dev.pindah.cli;

import dev.pindah.report.evidence.EvidenceCheck;
import dev.pindah.report.evidence.EvidenceCheck.Result;
import dev.pindah.report.evidence.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "verify",
    description = {
      "Checks evidence: every byte, the seal, the decision chain, the hashes of records.",
      "Needs no workspace and no network. Ends with 4 when something is not as it was packed."
    })
final class VerifyEvidenceCommand implements Callable<Integer> {
  @ParentCommand EvidenceCommand parent = new EvidenceCommand();

  @Parameters(paramLabel = "FILE", description = "the zip")
  Path file = Path.of("evidence.zip");

  @Option(
      names = "--seal",
      paramLabel = "HEX",
      description = "the seal as it was written down when the evidence was packed")
  String seal = "";

  @Override
  public Integer call() {
    Output output = Output.of(parent.root);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("there is no file " + file);
    }
    Result result;
    try {
      result = EvidenceCheck.check(file, seal);
    } catch (IOException unreadable) {
      throw new UsageException(file + " cannot be read; check its rights", unreadable);
    }
    if (output.json()) {
      Output.print(json(result));
    } else {
      say(output, result);
    }
    return result.intact() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private void say(Output output, Result result) {
    if (!result.seal().isEmpty()) {
      output.say(
          "migration "
              + clean(result.migration())
              + ", packed "
              + clean(result.packedAt())
              + " by pindah "
              + clean(result.version())
              + ", "
              + result.files()
              + " files");
      output.say("seal: " + result.seal());
    }
    for (Problem problem : result.problems()) {
      output.say(
          "  "
              + word(problem)
              + (problem.name().isEmpty() ? "" : " " + clean(problem.name()))
              + ": "
              + clean(problem.detail()));
    }
    output.say(
        result.intact()
            ? seal.isBlank()
                ? "nothing was altered since it was packed, if this is the seal that was written"
                    + " down"
                : "nothing was altered since it was packed"
            : "this evidence is NOT as it was packed");
  }

  private static ObjectNode json(Result result) {
    ObjectNode json = Output.object();
    json.put("intact", result.intact());
    json.put("migration", result.migration());
    json.put("version", result.version());
    json.put("packedAt", result.packedAt());
    json.put("seal", result.seal());
    json.put("files", result.files());
    ArrayNode problems = json.putArray("problems");
    for (Problem problem : result.problems()) {
      problems
          .addObject()
          .put("kind", word(problem))
          .put("name", problem.name())
          .put("detail", problem.detail());
    }
    return json;
  }

  private static String word(Problem problem) {
    return problem.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Names in a strange zip are somebody's text. */
  private static String clean(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
