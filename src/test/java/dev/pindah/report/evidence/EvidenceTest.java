package dev.pindah.report.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.report.evidence.EvidenceCheck.Result;
import dev.pindah.report.evidence.EvidencePack.Packed;
import dev.pindah.report.evidence.Problem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What evidence proves, and that nobody can touch it unseen. */
class EvidenceTest {
  @TempDir Path folder;
  private Packed packed = new Packed(Path.of(""), 0, 0, "");
  private byte[] bytes = {};

  @BeforeEach
  void pack() throws IOException {
    packed = PackedMigration.pack(folder);
    bytes = Files.readAllBytes(packed.file());
  }

  @Test
  void isIntactAsItWasPacked() throws IOException {
    Result result = EvidenceCheck.check(packed.file(), packed.seal());
    assertThat(result.problems()).isEmpty();
    assertThat(result.migration()).isEqualTo("kecil");
    assertThat(result.version()).isEqualTo("1.2.3");
    assertThat(result.files()).isEqualTo(packed.files());
  }

  @Test
  void anyZipProgramOpensItAndTheOrderIsAlwaysTheSame() throws IOException {
    assertThat(files().keySet())
        .containsExactly(
            "decisions.jsonl",
            "mapping.yaml",
            "counts.json",
            "findings.jsonl",
            "proof.json",
            "hashes/contact.csv",
            "crosswalk/contact.csv",
            "config.json",
            "reports/empty.csv",
            "reports/summary.html",
            "manifest.json",
            "manifest.sha256");
    assertThat(new String(files().get("crosswalk/contact.csv"), StandardCharsets.UTF_8))
        .contains("41003,contacts,73,yes,a3");
    Packed again = PackedMigration.pack(folder);
    assertThat(again.seal()).isEqualTo(packed.seal());
    assertThat(Files.mismatch(again.file(), Files.write(folder.resolve("first.zip"), bytes)))
        .isEqualTo(-1);
  }

  /** Every byte around the files and a quarter of all others get another value. */
  @Test
  void aChangeOfAnyByteIsCaught() throws IOException {
    Random random = new Random(20261009);
    Path changed = folder.resolve("changed.zip");
    for (int at = 0; at < bytes.length; at++) {
      boolean edge = at < 200 || at > bytes.length - 1100;
      if (!edge && random.nextInt(4) > 0) {
        continue;
      }
      byte[] copy = bytes.clone();
      copy[at] = (byte) (copy[at] + 1 + random.nextInt(255));
      Files.write(changed, copy);
      assertThat(EvidenceCheck.check(changed, "").intact()).as("byte " + at).isFalse();
    }
  }

  @Test
  void aByteTooFewOrTooManyIsCaught() throws IOException {
    Path changed = folder.resolve("changed.zip");
    Random random = new Random(7);
    for (int round = 0; round < 100; round++) {
      int at = random.nextInt(bytes.length);
      byte[] shorter = new byte[bytes.length - 1];
      System.arraycopy(bytes, 0, shorter, 0, at);
      System.arraycopy(bytes, at + 1, shorter, at, shorter.length - at);
      Files.write(changed, shorter);
      assertThat(EvidenceCheck.check(changed, "").intact()).as("without byte " + at).isFalse();
      byte[] longer = new byte[bytes.length + 1];
      System.arraycopy(bytes, 0, longer, 0, at);
      longer[at] = (byte) random.nextInt(256);
      System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
      Files.write(changed, longer);
      assertThat(EvidenceCheck.check(changed, "").intact()).as("one more at " + at).isFalse();
      Files.write(changed, Arrays.copyOf(bytes, at));
      assertThat(EvidenceCheck.check(changed, "").intact()).as("cut at " + at).isFalse();
    }
    Files.write(changed, bytes);
    Files.write(changed, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    assertThat(EvidenceCheck.check(changed, "").intact()).isFalse();
  }

  @Test
  void saysWhatWasAlteredTakenAwayAndAdded() throws IOException {
    Result result =
        repacked(
            files -> {
              files.computeIfPresent(
                  "crosswalk/contact.csv",
                  (name, old) ->
                      new String(old, StandardCharsets.UTF_8)
                          .replace("7", "8")
                          .getBytes(StandardCharsets.UTF_8));
              files.remove("counts.json");
              files.put("reports/nice.html", new byte[] {1});
              files.put("../../etc/cron.d/evil", new byte[] {2});
            });
    assertThat(result.problems())
        .extracting(problem -> problem.kind() + " " + problem.name())
        .contains(
            "ALTERED crosswalk/contact.csv",
            "MISSING counts.json",
            "ADDED reports/nice.html",
            "ADDED ../../etc/cron.d/evil");
    assertThat(folder.resolve("../../etc/cron.d/evil")).doesNotExist();
  }

  @Test
  void aChangedDecisionBreaksTheChainEvenUnderANewManifest() throws IOException {
    Result result =
        repacked(
            files ->
                files.computeIfPresent(
                    "decisions.jsonl",
                    (name, old) ->
                        new String(old, StandardCharsets.UTF_8)
                            .replace("all off", "all on!")
                            .getBytes(StandardCharsets.UTF_8)));
    assertThat(result.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.CHAIN);
              assertThat(problem.detail()).contains("decision 2");
            });
  }

  @Test
  void aChangedRecordHashDoesNotGiveTheRoot() throws IOException {
    Result result =
        repacked(
            files ->
                files.computeIfPresent(
                    "hashes/contact.csv",
                    (name, old) ->
                        new String(old, StandardCharsets.UTF_8)
                            .replaceFirst("41002", "41999")
                            .getBytes(StandardCharsets.UTF_8)));
    assertThat(result.problems())
        .extracting(problem -> problem.kind() + " " + problem.name())
        .contains("ROOT hashes/contact.csv", "ALTERED hashes/contact.csv");
  }

  @Test
  void aForgedManifestNeedsAnotherSeal() throws IOException {
    Result result =
        repacked(
            files ->
                files.computeIfPresent(
                    "manifest.json",
                    (name, old) ->
                        new String(old, StandardCharsets.UTF_8)
                            .replace("1.2.3", "9.9.9")
                            .getBytes(StandardCharsets.UTF_8)));
    assertThat(result.problems()).extracting(Problem::kind).contains(Kind.SEAL);
    assertThat(EvidenceCheck.check(packed.file(), "0".repeat(64)).problems())
        .extracting(Problem::kind)
        .containsExactly(Kind.SEAL);
  }

  /** A gigabyte of zeros under a name of the manifest is not inflated. */
  @Test
  void aBombIsNotInflated() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    Map<String, byte[]> files = files();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        if (file.getKey().equals("config.json")) {
          zeros(out, 1024);
        } else {
          out.write(file.getValue());
        }
      }
    }
    long start = System.nanoTime();
    Result result = EvidenceCheck.check(bomb, "");
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    assertThat(result.problems())
        .anyMatch(
            problem -> problem.name().equals("config.json") && problem.kind() == Kind.ALTERED);
  }

  private static void zeros(OutputStream out, int megabytes) throws IOException {
    byte[] zeros = new byte[1 << 20];
    for (int count = 0; count < megabytes; count++) {
      out.write(zeros);
    }
  }

  @Test
  void whatIsNoEvidenceIsSaidToBeNone() throws IOException {
    Path text = folder.resolve("letter.txt");
    Files.writeString(text, "Dengan hormat");
    assertThat(EvidenceCheck.check(text, "").problems())
        .extracting(Problem::kind)
        .contains(Kind.UNREADABLE);
    Files.writeString(text, "");
    assertThat(EvidenceCheck.check(text, "").intact()).isFalse();
  }

  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(packed.file().toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return files;
  }

  /** The evidence after somebody changed its files and packed them again. */
  private Result repacked(Consumer<Map<String, byte[]>> change) throws IOException {
    Map<String, byte[]> files = files();
    change.accept(files);
    Path changed = folder.resolve("repacked.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return EvidenceCheck.check(changed, "");
  }
}
