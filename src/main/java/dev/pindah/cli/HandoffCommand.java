package dev.pindah.cli;

import dev.pindah.journey.handoff.AssembleKit;
import dev.pindah.journey.handoff.LeftBehind;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.Words;
import dev.pindah.report.kit.Folder;
import dev.pindah.report.kit.KitFiles;
import dev.pindah.report.kit.QuestionnaireSheet;
import dev.pindah.report.kit.ValueTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "handoff",
    description = {
      "Writes into handoff/ what does not move by itself, for people to rebuild.",
      "Chatbot flows as diagrams, automations, WhatsApp templates, segments, roles, the "
          + "field dictionary, conversations, and every value that has no place on the target. "
          + "Start with handoff/index.html; it opens offline."
    })
final class HandoffCommand extends WorkspaceCommand {
  private static final String FOLDER = "handoff";

  @Option(
      names = "--questionnaire",
      description = {
        "Write questionnaire.xlsx for an admin to fill in (automations, segments, template quality,",
        "facts of the account) into the folder source.qontak.files, and nothing else."
      })
  boolean questionnaire;

  @Override
  int run(Session session) {
    AdminFiles files = new AdminFiles(session);
    Problems problems = new Problems();
    Kit kit = kit(session, files, problems);
    Words words = Words.ofHandoff(session.output.language());
    if (questionnaire) {
      return ask(session, files.home(), kit, words);
    }
    HandoffJson result = write(session, kit, problems, words);
    if (session.output.json()) {
      Output.print(result.json());
    } else {
      result.lines().forEach(session.output::say);
    }
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  /** Writes the papers without a word. */
  static void papers(Session session) {
    Problems problems = new Problems();
    Kit kit = kit(session, new AdminFiles(session), problems);
    write(session, kit, problems, Words.ofHandoff(session.output.language()));
  }

  private static Kit kit(Session session, AdminFiles files, Problems problems) {
    files.takeIn();
    Answers answers = files.answers(problems);
    Optional<Mapping> confirmed = session.confirmedMapping();
    return AssembleKit.read(
        session.ledger,
        answers,
        confirmed.or(() -> draft(session)),
        confirmed.isPresent(),
        session.config.transform().zone(),
        problems);
  }

  /** The mapping as it lies there; one with problems counts as none. */
  private static Optional<Mapping> draft(Session session) {
    Path file = session.workspace.mappingFile();
    return Files.exists(file)
        ? MappingReader.read(session.workspace.read(file), new Problems())
        : Optional.empty();
  }

  private static int ask(Session session, Path home, Kit kit, Words words) {
    Path file = home.resolve(QuestionnaireSheet.FILE).toAbsolutePath().normalize();
    try {
      QuestionnaireSheet.write(file, kit.templates(), words);
    } catch (FileAlreadyExistsException there) {
      throw new UsageException(
          file + " is there already and may hold answers; move it away first", there);
    } catch (IOException unwritable) {
      throw new UsageException(file + " cannot be written; check rights and room", unwritable);
    }
    if (session.output.json()) {
      Output.print(Output.object().put("questionnaire", file.toString()));
    } else {
      session.output.say("wrote " + file);
      session.output.say("next: let the admin fill it in, then: pindah handoff");
      if (session.config.files().isBlank()) {
        session.output.say(
            "it is read from the folder that pindah.yaml names as source.qontak.files: name one");
      }
    }
    return ExitCode.DONE;
  }

  private static HandoffJson write(Session session, Kit kit, Problems problems, Words words) {
    Folder folder =
        new Folder(session.workspace.folder().resolve(FOLDER).toAbsolutePath().normalize());
    Map<String, Long> values = new LinkedHashMap<>();
    try {
      Files.createDirectories(folder.root());
      for (ObjectName object : ObjectName.values()) {
        if (object.moves()) {
          values(session, object, folder).ifPresent(count -> values.put(object.wire(), count));
        }
      }
      new KitFiles(kit, folder, words, session.config.transform().zone())
          .write(
              session.config.migration(),
              session.ledger,
              values,
              problems.list(),
              session.clock.instant());
    } catch (IOException | UncheckedIOException unwritable) {
      throw new UsageException(
          folder.root() + " cannot be written; check rights and room", unwritable);
    }
    return new HandoffJson(kit, folder, values, problems);
  }

  /** A table for each object that has something; companies, contacts and deals always have one. */
  private static Optional<Long> values(Session session, ObjectName object, Folder folder)
      throws IOException {
    String name = object.wire() + ".csv";
    Path file = folder.root().resolve(name);
    long count;
    try (ValueTable table = new ValueTable(file)) {
      new LeftBehind(session.ledger)
          .each(
              object,
              value ->
                  table.add(
                      value.object().wire(),
                      value.sourceId(),
                      value.targetId(),
                      value.field(),
                      value.value(),
                      value.verdict(),
                      value.reason()));
      count = table.count();
    }
    boolean always =
        object == ObjectName.COMPANY || object == ObjectName.CONTACT || object == ObjectName.DEAL;
    if (count == 0 && !always) {
      Files.delete(file);
      return Optional.empty();
    }
    folder.note(name, "values", count);
    return Optional.of(count);
  }
}
