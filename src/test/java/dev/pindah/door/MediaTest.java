package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Finding;
import dev.pindah.model.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file that a record links to lies in the workspace byte by byte, or is a finding. */
class MediaTest {
  private static final Pattern LINK = Pattern.compile("\"(http://[^\"]*/uploads/[^\"]*)\"");

  @TempDir Path folder;

  @Test
  void filesAreFetchedWholeAndGapsNamed() throws IOException, InterruptedException {
    try (Rehearsal rehearsal = Rehearsal.start(folder, Rehearsal.WITH_FILES)) {
      rehearsal.program.json(0, "discover");
      rehearsal.faults(
          """
          seed: 5
          rules:
            - {product: qontak, path: "/uploads/*", rate: 0.1, fault: truncated-body}
            - {product: qontak, path: "/uploads/*", rate: 0.1, fault: edge-error, status: 502}
          """);
      rehearsal.program.json(0, "extract");
      rehearsal.faults("seed: 5\nrules: []\n");
      Set<String> links = new TreeSet<>();
      for (String collection :
          List.of("contacts", "companies", "deals", "tasks", "tickets", "notes", "products")) {
        rehearsal
            .state("qontak", collection)
            .forEach(
                row -> {
                  Matcher link = LINK.matcher(row.toString());
                  while (link.find()) {
                    links.add(link.group(1));
                  }
                });
      }
      assertThat(links).hasSizeGreaterThan(20);
      try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
          HttpClient http = HttpClient.newHttpClient()) {
        List<SourceFile> files = files(ledger);
        assertThat(files).extracting(SourceFile::url).containsAll(links);
        List<Finding> findings = ledger.read(tables -> tables.findings().all("extract:file"));
        for (SourceFile file : files) {
          compare(file, ledger, http, findings);
        }
        assertThat(files).extracting(SourceFile::name).noneMatch(name -> name.contains("/"));
      }
    }
  }

  private static List<SourceFile> files(Ledger ledger) {
    List<SourceFile> files = new ArrayList<>();
    for (State state : State.values()) {
      files.addAll(ledger.read(tables -> tables.sourceFiles().in(state, "", 100_000)));
    }
    return files;
  }

  private static void compare(
      SourceFile file, Ledger ledger, HttpClient http, List<Finding> findings)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> told =
        http.send(
            HttpRequest.newBuilder(URI.create(file.url())).build(), BodyHandlers.ofByteArray());
    if (told.statusCode() == 404) {
      assertThat(file.state()).as(file.url()).isEqualTo(State.MISSING);
      assertThat(findings)
          .anyMatch(
              found ->
                  found.id().equals(file.parent().id()) && found.detail().contains(file.url()));
      return;
    }
    assertThat(file.state()).as(file.url() + file.reason()).isEqualTo(State.STORED);
    assertThat(file.sha256()).isEqualTo(Fingerprint.of(told.body()));
    assertThat(file.bytes()).isEqualTo(told.body().length);
    try (InputStream kept = ledger.media().open(file.sha256())) {
      assertThat(Fingerprint.of(kept.readAllBytes())).isEqualTo(file.sha256());
    }
  }
}
