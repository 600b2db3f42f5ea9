package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.Requests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Table {@code request}. */
record RequestTable(Handle handle) implements Requests {
  @Override
  public Request ask(String wish, String argument, String by, Instant at) {
    return handle
        .createQuery(
            """
            SELECT * FROM request
            WHERE wish = :wish AND argument = :argument AND state IN ('asked', 'running')
            ORDER BY number DESC LIMIT 1
            """)
        .bind("wish", wish)
        .bind("argument", argument)
        .map((row, context) -> request(row))
        .findOne()
        .orElseGet(() -> insert(wish, argument, by, at));
  }

  private Request insert(String wish, String argument, String by, Instant at) {
    Instant time = at.truncatedTo(ChronoUnit.MILLIS);
    long number =
        handle
            .createQuery(
                """
                INSERT INTO request
                  (wish, argument, asked_by, asked_at, state, changed_at, answer)
                VALUES (:wish, :argument, :by, :at, 'asked', :at, '')
                RETURNING number
                """)
            .bind("wish", wish)
            .bind("argument", argument)
            .bind("by", by)
            .bind("at", time.toEpochMilli())
            .mapTo(Long.class)
            .one();
    return new Request(number, wish, argument, by, time, State.ASKED, time, "");
  }

  @Override
  public Optional<Request> next() {
    return handle
        .createQuery("SELECT * FROM request WHERE state = 'asked' ORDER BY number LIMIT 1")
        .map((row, context) -> request(row))
        .findOne();
  }

  @Override
  public void move(Request request, State to, String answer, Instant at) {
    int rows =
        handle
            .createUpdate(
                """
                UPDATE request SET state = :to, changed_at = :at, answer = :answer
                WHERE number = :number AND state IN ('asked', 'running')
                """)
            .bind("to", to.wire())
            .bind("at", at.toEpochMilli())
            .bind("answer", answer)
            .bind("number", request.number())
            .execute();
    if (rows != 1) {
      throw new LedgerException("request " + request.number() + " has ended already");
    }
  }

  @Override
  public int stopUnfinished(Instant at) {
    return handle
        .createUpdate(
            "UPDATE request SET state = 'stopped', changed_at = :at WHERE state = 'running'")
        .bind("at", at.toEpochMilli())
        .execute();
  }

  @Override
  public List<Request> latest(int limit) {
    return handle
        .createQuery("SELECT * FROM request ORDER BY number DESC LIMIT :limit")
        .bind("limit", limit)
        .map((row, context) -> request(row))
        .list();
  }

  @Override
  public Optional<Request> latest(String wish) {
    return handle
        .createQuery("SELECT * FROM request WHERE wish = :wish ORDER BY number DESC LIMIT 1")
        .bind("wish", wish)
        .map((row, context) -> request(row))
        .findOne();
  }

  private static Request request(ResultSet row) throws SQLException {
    return new Request(
        row.getLong("number"),
        row.getString("wish"),
        row.getString("argument"),
        row.getString("asked_by"),
        Instant.ofEpochMilli(row.getLong("asked_at")),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        Instant.ofEpochMilli(row.getLong("changed_at")),
        row.getString("answer"));
  }
}
