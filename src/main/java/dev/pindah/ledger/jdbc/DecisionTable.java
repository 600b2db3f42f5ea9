package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.DecisionChain;
import dev.pindah.ledger.Decisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code decision}: a chain of hashes. */
record DecisionTable(Handle handle) implements Decisions {
  @Override
  public Decision append(String kind, String subject, String by, String reason, Instant at) {
    Optional<Decision> last =
        handle
            .createQuery("SELECT * FROM decision ORDER BY number DESC LIMIT 1")
            .map((row, context) -> decision(row))
            .findOne();
    long number = last.map(Decision::number).orElse(0L) + 1;
    String previous = last.map(Decision::hash).orElse(DecisionChain.START);
    Instant time = at.truncatedTo(ChronoUnit.MILLIS);
    Decision decision =
        new Decision(
            number,
            kind,
            subject,
            by,
            reason,
            time,
            previous,
            DecisionChain.hash(number, kind, subject, by, reason, time, previous));
    handle
        .createUpdate(
            """
            INSERT INTO decision
              (number, kind, subject, decided_by, reason, decided_at, previous_hash, hash)
            VALUES (:number, :kind, :subject, :by, :reason, :at, :previous, :hash)
            """)
        .bind("number", number)
        .bind("kind", kind)
        .bind("subject", subject)
        .bind("by", by)
        .bind("reason", reason)
        .bind("at", time.toEpochMilli())
        .bind("previous", previous)
        .bind("hash", decision.hash())
        .execute();
    return decision;
  }

  @Override
  public List<Decision> all() {
    return handle
        .createQuery("SELECT * FROM decision ORDER BY number")
        .map((row, context) -> decision(row))
        .list();
  }

  @Override
  public Optional<Decision> latest(String subject) {
    return handle
        .createQuery("SELECT * FROM decision WHERE subject = :subject ORDER BY number DESC LIMIT 1")
        .bind("subject", subject)
        .map((row, context) -> decision(row))
        .findOne();
  }

  @Override
  public Optional<Long> firstBroken() {
    return DecisionChain.firstBroken(all());
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getLong("number"),
        row.getString("kind"),
        row.getString("subject"),
        row.getString("decided_by"),
        row.getString("reason"),
        Instant.ofEpochMilli(row.getLong("decided_at")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
