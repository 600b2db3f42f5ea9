package dev.pindah.ledger;

import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** An empty ledger for each test, and short words for what tests do with it. */
abstract class OpenLedger {
  static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");
  static final String ODD = "Bu Sari \"🚚\" O'Neil; DROP TABLE move; --\n\tñ汉字";

  @TempDir Path folder;
  Ledger ledger = JdbcLedger.open(":memory:", Path.of(""), Clock.systemUTC());

  /** File name or JDBC URL of an empty store. */
  abstract String where() throws SQLException;

  /** The same store once more. */
  abstract String again();

  /** For tampering behind the ledger's back. */
  abstract String url();

  @BeforeEach
  void open() throws SQLException {
    ledger.close();
    ledger = JdbcLedger.open(where(), folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  void reopen() {
    ledger.close();
    ledger = JdbcLedger.open(again(), folder, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static RecordKey contact(int number) {
    return new RecordKey(ObjectName.CONTACT, "c" + number);
  }

  static SourceRecord source(RecordKey key, String text, Instant at) {
    String json = JsonMapper.shared().createObjectNode().put("name", text).toString();
    return new SourceRecord(key, Optional.empty(), json, Fingerprint.of(json), at, true, false);
  }

  static Candidate candidate(RecordKey key, String name) {
    return new Candidate(
        key,
        Step.RECORD,
        TargetModule.CONTACTS,
        JsonMapper.shared().createObjectNode().put("first_name", name),
        List.of(new Link(Link.Role.ACCOUNT, new RecordKey(ObjectName.COMPANY, "9"))),
        RecordState.READY,
        "",
        List.of(
            new Cell("first_name", "first_name", new Verdict.Exact()),
            new Cell("photo", null, new Verdict.Documented("no place"))));
  }

  void save(Candidate... candidates) {
    ledger.record(tables -> tables.candidates().save(List.of(candidates)));
  }

  RecordState state(RecordKey key) {
    return ledger.read(tables -> tables.candidates().find(key, Step.RECORD).orElseThrow().state());
  }

  void move(RecordKey key, RecordState from, RecordState to) {
    ledger.record(
        tables -> tables.candidates().move(List.of(key), Step.RECORD, from, to, "because"));
  }
}
