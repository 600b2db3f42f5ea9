package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever happens on the way, the ledger holds what the source holds, record by record. */
class ExtractTest {
  @TempDir Path folder;

  @Test
  void allFaultsAtOnceAreOutlivedAndASecondExtractReadsOnlyWhatChanged() throws IOException {
    try (Rehearsal rehearsal = Rehearsal.start(folder)) {
      rehearsal.program.json(0, "discover");
      assertThat(rehearsal.program.run("extract", "--without", "contact").code()).isEqualTo(2);
      String said = rehearsal.program.run("extract", "--without", "timeline,chat").out();
      assertThat(said).contains("gap: timeline: left out").contains("gap: chat: left out");
      rehearsal.faults(
          """
          seed: 3
          rules:
            - {product: qontak, rate: 0.02, fault: throttle, retry-after: 3}
            - {product: qontak, rate: 0.02, fault: edge-error, status: 502}
            - {product: qontak, rate: 0.02, fault: challenge-page}
            - {product: qontak, rate: 0.02, fault: truncated-body}
            - {product: qontak, rate: 0.02, fault: reset-after}
            - {product: qontak, rate: 0.02, fault: meta-status}
            - {product: qontak, every: 2, path: "/qontak/crm/contacts", fault: moved-row}
          """);
      long before = rehearsal.requests();
      rehearsal.program.json(0, "extract", "--without", "none", "--full");
      assertThat(rehearsal.faultTally().toString()).doesNotContain("\"struck\":0");
      rehearsal.faults("seed: 3\nrules: []\n");
      holdsWhatTheSourceHolds(rehearsal);
      long first = rehearsal.requests() - before;
      rehearsal.evolve("{\"changed\":8,\"added\":3,\"deleted\":2}");
      rehearsal.program.json(0, "extract");
      assertThat(rehearsal.requests() - before - first).isLessThan(first / 4);
      rehearsal.program.json(0, "extract", "--full");
      holdsWhatTheSourceHolds(rehearsal);
      downloads(rehearsal);
    }
  }

  /** What the API leaves out of contacts stands in a download, in either language. */
  private void downloads(Rehearsal rehearsal) throws IOException {
    Path exports = folder.resolve("exports");
    rehearsal.sandbox.writeExports(exports);
    long calls = rehearsal.requests();
    JsonNode files =
        rehearsal.program.json(4, "extract", "--from-files", exports.toString()).path("files");
    assertThat(rehearsal.requests()).isEqualTo(calls);
    JsonNode contacts =
        files
            .valueStream()
            .filter(file -> file.path("table").asString().startsWith("id/leads"))
            .findFirst()
            .orElseThrow();
    assertThat(contacts.path("filled").asLong()).isGreaterThan(contacts.path("rows").asLong());
    assertThat(contacts.path("unknownHeadings").asInt()).isZero();
    Files.writeString(exports.resolve("wrong.csv"), "Bulan,Anggaran\nJanuari,1\n");
    assertThat(rehearsal.program.run("extract", "--from-files", exports.toString()).code())
        .isEqualTo(2);
  }

  private void holdsWhatTheSourceHolds(Rehearsal rehearsal) {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      SourceTruth.holds(ledger, rehearsal);
    }
  }
}
