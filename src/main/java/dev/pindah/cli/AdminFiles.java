package dev.pindah.cli;

import dev.pindah.connect.files.ChatbotFiles;
import dev.pindah.connect.files.QuestionnaireFile;
import dev.pindah.journey.handoff.TakeInFiles;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that an admin puts files into: {@code source.qontak.files}. */
final class AdminFiles {
  private final Session session;
  private final Optional<Path> folder;

  AdminFiles(Session session) {
    this.session = session;
    String named = session.config.files();
    this.folder =
        named.isBlank()
            ? Optional.empty()
            : Optional.of(session.workspace.folder().resolve(named).normalize());
  }

  /** Chatbot files become source records; nothing happens where no folder is named or there. */
  void takeIn() {
    if (folder.isPresent() && Files.isDirectory(folder.get())) {
      try {
        new TakeInFiles(session.ledger, session.clock).run(new ChatbotFiles(folder.get()).read());
      } catch (IOException | UncheckedIOException unreadable) {
        throw unreadable(unreadable);
      }
    }
  }

  Answers answers(Problems problems) {
    if (folder.isEmpty()) {
      return Answers.none();
    }
    if (!Files.isDirectory(folder.get())) {
      problems.add(
          "pindah.yaml source.qontak.files",
          "the folder " + session.config.files() + " is not there",
          "make it, and put chatbot flows and the questionnaire into it");
      return Answers.none();
    }
    try {
      return QuestionnaireFile.read(folder.get(), problems);
    } catch (IOException | UncheckedIOException unreadable) {
      throw unreadable(unreadable);
    }
  }

  /** Where a questionnaire belongs: that folder, made if need be, else the workspace. */
  Path home() {
    Path home = folder.orElse(session.workspace.folder());
    try {
      return Files.createDirectories(home);
    } catch (IOException unwritable) {
      throw new UsageException(home + " cannot be made; check the rights", unwritable);
    }
  }

  private UsageException unreadable(Exception cause) {
    return new UsageException(
        "the folder " + session.config.files() + " cannot be read; check its rights", cause);
  }
}
