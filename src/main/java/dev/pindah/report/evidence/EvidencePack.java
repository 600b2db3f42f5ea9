package dev.pindah.report.evidence;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.Fingerprint;
import dev.pindah.report.evidence.Manifest.LeftOut;
import dev.pindah.report.evidence.Manifest.Listed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Packs what proves a migration into one zip. */
public final class EvidencePack {
  private final StoredZip zip;
  private final List<Listed> files = new ArrayList<>();

  private EvidencePack(StoredZip zip) {
    this.zip = zip;
  }

  /**
   * Whose evidence it is.
   *
   * @param version of the program
   */
  public record Origin(String migration, String version, Instant packedAt) {}

  /** A file of the workspace that goes along under a name of the evidence. */
  public record Attachment(String name, Path file) {}

  /**
   * What the ledger does not hold.
   *
   * @param config the configuration without secrets, as JSON
   * @param leftOut names of files that stay behind, with the reason
   */
  public record Extras(String config, List<Attachment> attachments, List<Omission> leftOut) {
    public Extras {
      attachments = List.copyOf(attachments);
      leftOut = List.copyOf(leftOut);
    }
  }

  /** A file that stays behind. */
  public record Omission(String name, String why) {}

  /**
   * A finished pack.
   *
   * @param seal hash of the manifest, to be written down in another place
   */
  public record Packed(Path file, int files, long bytes, String seal) {}

  /** Written beside and moved into place, so that a crash leaves no half evidence. */
  public static Packed write(Path file, Ledger ledger, Origin origin, Extras extras)
      throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    try (StoredZip zip = new StoredZip(beside)) {
      EvidencePack pack = new EvidencePack(zip);
      pack.fill(ledger, extras);
      String seal = pack.close(origin, extras);
      zip.finish();
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      return new Packed(file, pack.files.size(), Files.size(file), seal);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void fill(Ledger ledger, Extras extras) throws IOException {
    for (LedgerFiles.Named file : new LedgerFiles(ledger).all()) {
      add(file.name(), file.content());
    }
    add("config.json", text(extras.config()));
    for (Attachment attachment :
        extras.attachments().stream().sorted(Comparator.comparing(Attachment::name)).toList()) {
      add(attachment.name(), out -> Files.copy(attachment.file(), out));
    }
  }

  private void add(String name, StoredZip.Content content) throws IOException {
    Entry entry = zip.add(name, content);
    files.add(new Listed(entry.name(), entry.size(), entry.sha256()));
  }

  private String close(Origin origin, Extras extras) throws IOException {
    String manifest =
        new Manifest(
                Manifest.FORMAT,
                origin.migration(),
                origin.version(),
                origin.packedAt().toString(),
                files,
                extras.leftOut().stream()
                    .map(omission -> new LeftOut(omission.name(), omission.why()))
                    .toList())
            .text();
    String seal = Fingerprint.of(manifest);
    zip.add(Manifest.NAME, text(manifest));
    zip.add(Manifest.SEAL_NAME, text(Manifest.sealLine(seal)));
    return seal;
  }

  static StoredZip.Content text(String text) {
    return (OutputStream out) -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
