package dev.pindah.cli;

import dev.pindah.report.evidence.EvidencePack;
import dev.pindah.report.evidence.EvidencePack.Attachment;
import dev.pindah.report.evidence.EvidencePack.Extras;
import dev.pindah.report.evidence.EvidencePack.Omission;
import dev.pindah.report.evidence.EvidencePack.Origin;
import dev.pindah.report.evidence.EvidencePack.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "evidence",
    description = {
      "Packs the decision chain, the mapping, the crosswalk, the counts, the hashes of records and"
          + " the reports into one zip, sealed by a hash. Calls nobody.",
      "'pindah evidence verify FILE' checks such a zip, anywhere and offline."
    },
    subcommands = VerifyEvidenceCommand.class)
final class EvidenceCommand extends WorkspaceCommand {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "where it goes (default: evidence.zip in the workspace)")
  @Nullable Path to;

  @Override
  int run(Session session) {
    Path file = to == null ? session.workspace.folder().resolve("evidence.zip") : to;
    Origin origin =
        new Origin(session.config.migration(), Version.number(), session.clock.instant());
    Packed packed;
    try {
      packed = EvidencePack.write(file, session.ledger, origin, extras(session));
    } catch (IOException unwritable) {
      throw new UsageException(
          file + " cannot be written: " + unwritable.getMessage() + "; check rights and room",
          unwritable);
    }
    if (session.output.json()) {
      Output.print(
          Output.object()
              .put("file", packed.file().toString())
              .put("files", packed.files())
              .put("bytes", packed.bytes())
              .put("seal", packed.seal()));
    } else {
      session.output.say(
          packed.file() + ": " + packed.files() + " files, " + packed.bytes() + " bytes");
      session.output.say("seal: " + packed.seal());
      session.output.say("write the seal down in another place, for instance in the sign-off mail");
      session.output.say("next: pindah evidence verify " + packed.file() + " --seal SEAL");
    }
    return ExitCode.DONE;
  }

  private static Extras extras(Session session) {
    String config =
        ConfigWithoutSecrets.of(
            session.workspace.read(session.workspace.folder().resolve("pindah.yaml")));
    List<Attachment> attachments = new ArrayList<>();
    List<Omission> leftOut = new ArrayList<>();
    Path reports = session.workspace.reports();
    if (Files.isDirectory(reports)) {
      try (Stream<Path> files = Files.list(reports)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          String name = "reports/" + file.getFileName().toString().toLowerCase(Locale.ROOT);
          if (ReportFiles.personal(file)) {
            leftOut.add(new Omission(name, "it shows personal data"));
          } else if (!name.endsWith(".new")) {
            attachments.add(new Attachment(name, file));
          }
        }
      } catch (IOException unreadable) {
        throw new UsageException(reports + " cannot be read; check its rights", unreadable);
      }
    }
    return new Extras(config, attachments, leftOut);
  }
}
