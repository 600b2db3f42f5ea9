package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.ledger.jdbc.JdbcLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqliteLedgerTest extends LedgerContract {
  private static final int DECISIONS = 40;

  @Override
  String where() {
    return "pindah.db";
  }

  @Override
  String again() {
    return where();
  }

  @Override
  String url() {
    return "jdbc:sqlite:" + folder.resolve("pindah.db");
  }

  @Test
  void isInWriteAheadMode() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        ResultSet mode = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
      assertThat(mode.getString(1)).isEqualTo("wal");
    }
  }

  /** Who copies a ledger that nobody works in copies one file. */
  @Test
  void aClosedLedgerIsOneFile() throws IOException {
    try (JdbcLedger ledger = JdbcLedger.open("alone.db", folder, Clock.systemUTC())) {
      decide(ledger);
      assertThat(ledger.read(tables -> tables.decisions().all()).size()).isEqualTo(DECISIONS);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("alone"))
          .containsExactly("alone.db");
    }
  }

  /** The console records decisions while a command of a terminal works in the same ledger. */
  @Test
  void aDecisionBesideAnotherProcessBreaksNoChain() throws InterruptedException {
    try (JdbcLedger one = JdbcLedger.open("beside.db", folder, Clock.systemUTC());
        JdbcLedger other = JdbcLedger.open("beside.db", folder, Clock.systemUTC())) {
      Thread beside = Thread.ofVirtual().start(() -> decide(other));
      decide(one);
      beside.join();
      List<Decisions.Decision> all = one.read(tables -> tables.decisions().all());
      assertThat(all).hasSize(2 * DECISIONS);
      assertThat(DecisionChain.firstBroken(all)).isEmpty();
    }
  }

  private static void decide(JdbcLedger ledger) {
    for (int number = 0; number < DECISIONS; number++) {
      ledger.record(
          tables ->
              tables.decisions().append("gate-passed", "gate:x", "Sari", "seen", Instant.EPOCH));
    }
  }

  @Test
  void aForeignFileIsRefusedInOneSentence() throws IOException {
    Path foreign = folder.resolve("foreign.db");
    Files.writeString(foreign, "this is no database, only a text that is long enough to be one\n");
    assertThatThrownBy(() -> JdbcLedger.open("foreign.db", folder, Clock.systemUTC()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("foreign.db");
    assertThat(foreign).content().startsWith("this is no database");
  }

  @Test
  void aLedgerOfANewerVersionIsRefused() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url())) {
      connection
          .createStatement()
          .executeUpdate(
              """
              INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,
                checksum, installed_by, execution_time, success)
              VALUES (99, '9', 'future', 'SQL', 'V9__future.sql', 1, 'x', 1, 1)
              """);
    }
    assertThatThrownBy(() -> JdbcLedger.open("pindah.db", folder, Clock.systemUTC()))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("newer");
  }
}
