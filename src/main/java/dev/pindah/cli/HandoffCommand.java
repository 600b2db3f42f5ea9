package dev.pindah.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.pindah.journey.handoff.LeftBehind;
import dev.pindah.journey.handoff.LeftBehind.Value;
import dev.pindah.model.ObjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "handoff",
    description = {
      "Writes every value that has no place on the target into handoff/, one CSV per object.",
      "Chatbots, automations and templates are not in this version."
    })
final class HandoffCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    Path folder = session.workspace.folder().resolve("handoff");
    Map<ObjectName, Long> written = new LinkedHashMap<>();
    try {
      Files.createDirectories(folder);
      for (ObjectName object :
          new ObjectName[] {ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL}) {
        written.put(object, write(session, object, folder.resolve(object.wire() + ".csv")));
      }
    } catch (IOException unwritable) {
      throw new UsageException(folder + " cannot be written; check rights and room", unwritable);
    }
    if (session.output.json()) {
      ObjectNode json = Output.object();
      json.put("folder", folder.toString());
      ObjectNode values = json.putObject("values");
      written.forEach((object, count) -> values.put(object.wire(), count));
      Output.print(json);
    } else {
      written.forEach(
          (object, count) ->
              session.output.say(count + " values of " + object.wire() + " are in " + folder));
    }
    return ExitCode.DONE;
  }

  private static long write(Session session, ObjectName object, Path file) throws IOException {
    long[] count = {0};
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("object", "source id", "target id", "field", "value", "verdict", "reason");
      new LeftBehind(session.ledger)
          .each(
              object,
              value -> {
                count[0]++;
                write(csv, value);
              });
    }
    return count[0];
  }

  private static void write(CsvWriter csv, Value value) {
    csv.writeRecord(
        value.object().wire(),
        value.sourceId(),
        value.targetId(),
        value.field(),
        harmless(value.value()),
        value.verdict(),
        harmless(value.reason()));
  }

  /** A spreadsheet must not take a customer's text for a formula. */
  static String harmless(String text) {
    return text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
