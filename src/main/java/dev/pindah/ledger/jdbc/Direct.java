package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;

/**
 * Statements that every single write to the target takes, straight through JDBC: binding them by
 * name costs more than they do, and so does preparing them anew, so they are kept as long as the
 * connection. Values are texts, longs and integers, in the order of the marks.
 */
record Direct(Handle handle) {
  /** Prepared statements of one connection, by their text; the library makes it. */
  public static final class Prepared implements JdbiConfig<Prepared> {
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    @Override
    public Prepared createCopy() {
      // Every statement of the library has a copy of the settings; the connection is the same.
      return this;
    }
  }

  /** Runs it once; answers how many rows it touched. */
  int run(String sql, Object... values) {
    return run(sql, List.<Object[]>of(values))[0];
  }

  /** Runs it for each row; answers how many rows each touched. */
  int[] run(String sql, List<Object[]> rows) {
    try {
      PreparedStatement statement = prepared(sql);
      int[] touched = new int[rows.size()];
      for (int row = 0; row < touched.length; row++) {
        bind(statement, rows.get(row));
        if (touched.length > 1) {
          statement.addBatch();
        } else {
          touched[0] = statement.executeUpdate();
        }
      }
      return touched.length > 1 ? statement.executeBatch() : touched;
    } catch (SQLException failed) {
      throw broken("written", sql, failed);
    }
  }

  /** One row of an answer. */
  interface Read<T> {
    T row(ResultSet row) throws SQLException;
  }

  /** Asks; answers all rows. */
  <T> List<T> ask(String sql, Read<T> read, Object... values) {
    try {
      PreparedStatement statement = prepared(sql);
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          rows.add(read.row(answer));
        }
      }
      return rows;
    } catch (SQLException failed) {
      throw broken("read", sql, failed);
    }
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    Map<String, PreparedStatement> kept = handle.getConfig(Prepared.class).statements;
    PreparedStatement statement = kept.get(sql);
    if (statement == null) {
      statement = handle.getConnection().prepareStatement(sql);
      kept.put(sql, statement);
    }
    return statement;
  }

  /** What failed half way is prepared anew the next time. */
  private LedgerException broken(String what, String sql, SQLException failed) {
    PreparedStatement half = handle.getConfig(Prepared.class).statements.remove(sql);
    try {
      if (half != null) {
        half.close();
      }
    } catch (SQLException also) {
      failed.addSuppressed(also);
    }
    return new LedgerException("the ledger cannot be " + what + ": " + failed.getMessage(), failed);
  }

  private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (int place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
  }
}
