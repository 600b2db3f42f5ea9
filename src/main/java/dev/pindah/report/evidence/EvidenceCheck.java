package dev.pindah.report.evidence;

import dev.pindah.model.Fingerprint;
import dev.pindah.report.evidence.Manifest.Listed;
import dev.pindah.report.evidence.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whether evidence is as it was packed, and if not, what was altered, taken away or added. It
 * needs the file alone: no ledger, no network. Nothing is unpacked.
 *
 * <p>Whoever can rewrite the whole file can also write a new seal into it; only a seal that was
 * written down elsewhere shows that.
 */
public final class EvidenceCheck {
  private static final int LARGEST_MANIFEST = 64 * 1024 * 1024;

  private final List<Problem> problems = new ArrayList<>();

  private EvidenceCheck() {}

  /**
   * What the check came to.
   *
   * @param seal the seal that the file carries; blank when it has none
   * @param files how many files the manifest names
   */
  public record Result(
      String migration,
      String version,
      String packedAt,
      String seal,
      int files,
      List<Problem> problems) {
    public Result {
      problems = List.copyOf(problems);
    }

    public boolean intact() {
      return problems.isEmpty();
    }
  }

  /**
   * Checks a file.
   *
   * @param knownSeal the seal as it was written down elsewhere, or blank
   */
  public static Result check(Path file, String knownSeal) throws IOException {
    return new EvidenceCheck().run(file, knownSeal);
  }

  private Result run(Path file, String knownSeal) throws IOException {
    try (StrictArchive strict = StrictArchive.read(file)) {
      strict.departures().forEach(why -> add(Kind.CONTAINER, "", why));
      if (strict.walkable()) {
        return contents(strict, knownSeal);
      }
    }
    try (AnyArchive any = AnyArchive.read(file)) {
      return contents(any, knownSeal);
    } catch (IOException damaged) {
      add(Kind.UNREADABLE, "", "this is no zip that can be read: " + damaged.getMessage());
      return new Result("", "", "", "", 0, problems);
    }
  }

  private Result contents(Archive archive, String knownSeal) throws IOException {
    List<String> names = archive.names();
    Set<String> once = new HashSet<>();
    names.stream()
        .filter(name -> !once.add(name))
        .distinct()
        .forEach(name -> add(Kind.ADDED, name, "the name occurs more than once"));
    Optional<byte[]> text = read(archive, once, Manifest.NAME);
    Optional<Manifest> manifest = text.flatMap(Manifest::parse);
    if (text.isEmpty() || manifest.isEmpty()) {
      add(
          Kind.UNREADABLE,
          Manifest.NAME,
          "there is no manifest that can be read: this is no evidence of ours, or it was altered");
      return new Result("", "", "", "", 0, problems);
    }
    String seal = Fingerprint.of(text.get());
    seal(archive, once, seal, knownSeal);
    for (Listed listed : manifest.get().files()) {
      compare(archive, once, listed);
    }
    added(manifest.get(), names);
    problems.addAll(ContentChecks.run(archive, once));
    return new Result(
        manifest.get().migration(),
        manifest.get().version(),
        manifest.get().packedAt(),
        seal,
        manifest.get().files().size(),
        problems);
  }

  private void seal(Archive archive, Set<String> names, String seal, String knownSeal)
      throws IOException {
    String line =
        read(archive, names, Manifest.SEAL_NAME)
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    if (!line.equals(Manifest.sealLine(seal))) {
      add(Kind.SEAL, Manifest.SEAL_NAME, "the manifest is not the one that was sealed");
    }
    if (!knownSeal.isBlank() && !knownSeal.strip().equalsIgnoreCase(seal)) {
      add(
          Kind.SEAL,
          Manifest.NAME,
          "its seal is " + seal + ", the one that was written down is " + knownSeal.strip());
    }
  }

  private void compare(Archive archive, Set<String> names, Listed listed) {
    if (!names.contains(listed.name())) {
      add(Kind.MISSING, listed.name(), "the manifest names it, the file does not hold it");
      return;
    }
    try {
      Entry entry = archive.entry(listed.name(), Math.max(0, listed.size()));
      if (entry.size() != listed.size()) {
        add(
            Kind.ALTERED,
            listed.name(),
            "it was packed with "
                + listed.size()
                + " bytes and now has "
                + (entry.size() > listed.size() ? "more" : Long.toString(entry.size())));
      } else if (!entry.sha256().equals(listed.sha256())) {
        add(Kind.ALTERED, listed.name(), "its bytes have another SHA-256 than when it was packed");
      }
    } catch (IOException damaged) {
      add(Kind.ALTERED, listed.name(), "it cannot be read any more");
    }
  }

  private void added(Manifest manifest, List<String> names) {
    Set<String> known = new HashSet<>(List.of(Manifest.NAME, Manifest.SEAL_NAME));
    manifest.files().forEach(listed -> known.add(listed.name()));
    names.stream()
        .distinct()
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                add(
                    Kind.ADDED,
                    name,
                    Entry.allowed(name)
                        ? "the manifest does not name it"
                        : "the manifest does not name it, and its name is no name for evidence"));
  }

  /** A small file as a whole; empty when it is not there or too large. */
  static Optional<byte[]> read(Archive archive, Set<String> names, String name) throws IOException {
    if (!names.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = archive.open(name)) {
      byte[] bytes = in.readNBytes(LARGEST_MANIFEST + 1);
      return bytes.length > LARGEST_MANIFEST ? Optional.empty() : Optional.of(bytes);
    } catch (java.util.zip.ZipException damaged) {
      return Optional.empty();
    }
  }

  private void add(Kind kind, String name, String detail) {
    problems.add(new Problem(kind, name, detail));
  }
}
