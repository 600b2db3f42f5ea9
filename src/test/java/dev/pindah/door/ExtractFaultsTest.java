package dev.pindah.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Source;
import dev.pindah.connect.http.Tempo;
import dev.pindah.connect.qontak.QontakSettings;
import dev.pindah.connect.qontak.QontakSource;
import dev.pindah.journey.extract.Extract;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.schema.Inventory;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Size;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * One kind of fault after the other, over real HTTP and into a fresh ledger each time. The program
 * itself is left out, since starting it costs more than the faults; {@link ExtractTest} runs it
 * once with all of them. {@code ./check --full} takes the company of 20,000 contacts.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ExtractFaultsTest {
  @TempDir static Path folder;

  private Rehearsal rehearsal;
  private Source source;
  private Inventory inventory;
  private int run;

  @BeforeAll
  void connect() throws IOException {
    SandboxOptions options =
        Boolean.getBoolean("pindah.full")
            ? Rehearsal.WITH_FILES.withSize(Size.STANDARD)
            : Rehearsal.OPTIONS.withSize(Size.TINY);
    rehearsal = Rehearsal.start(Files.createDirectory(folder.resolve("accounts")), options);
    JsonNode account =
        Json.parse(rehearsal.sandbox.describe()).path("products").path("qontak").path("account");
    source =
        new QontakSource(
            new QontakSettings(
                rehearsal.sandbox.qontak(),
                new QontakSettings.Hmac(
                    account.path("clientId").asString(), account.path("clientSecret").asString()),
                account.path("actingUser").asString(),
                "/qontak/crm",
                "/qontak/chat/v1",
                OptionalDouble.of(20),
                List.of()),
            Clock.systemUTC(),
            new Tempo(Rehearsal.SPEED),
            (product, endpoint) -> {});
    inventory = source.schema().read();
  }

  @AfterAll
  void disconnect() {
    rehearsal.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{rate: 0.05, fault: throttle, retry-after: 3}",
        "{rate: 0.05, fault: throttle}",
        "{rate: 0.1, fault: edge-error, status: 502}",
        "{rate: 0.1, fault: edge-error, status: 500}",
        "{rate: 0.1, fault: challenge-page}",
        "{rate: 0.1, fault: truncated-body}",
        "{rate: 0.1, fault: reset-before}",
        "{rate: 0.1, fault: reset-after}",
        "{rate: 0.3, fault: wrong-content-type}",
        "{rate: 0.3, path: \"/qontak/crm/*\", fault: duplicate-row}",
        "{every: 2, path: \"/qontak/crm/contacts\", fault: moved-row}",
        "{rate: 0.1, fault: meta-status}",
        "{rate: 0.3, fault: swapped-shape}"
      })
  void everyFaultIsOutlived(String rule) throws IOException {
    Path workspace = Files.createDirectory(folder.resolve("run-" + ++run));
    try (Ledger ledger = JdbcLedger.open("pindah.db", workspace, Clock.systemUTC())) {
      ledger.record(tables -> tables.inventories().save(inventory));
      // MediaTest has the files; these endpoints are like that of stage changes.
      Extract.leaveOut(
          ledger, Set.of(ObjectName.FILE, ObjectName.TIMELINE, ObjectName.REAL_CREATOR));
      rehearsal.faults("seed: 3\nrules:\n  - " + rule.replace("{", "{product: qontak, ") + "\n");
      new Extract(source, ledger, Clock.systemUTC(), ProgressSink.SILENT).run();
      assertThat(rehearsal.faultTally().toString()).doesNotContain("\"struck\":0");
      SourceTruth.holds(ledger, rehearsal);
    }
  }
}
