package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    }
  }

  private void holdsWhatTheSourceHolds(Rehearsal rehearsal) {
    try (Ledger ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC())) {
      SourceTruth.holds(ledger, rehearsal);
    }
  }
}
