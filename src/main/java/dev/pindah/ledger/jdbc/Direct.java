package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.LedgerException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Statements that every single write to the target takes, straight through JDBC: binding them by
 * name costs more than they do. Values are texts, longs and integers, in the order of the marks.
 */
record Direct(Handle handle) {
  /** Runs it once; answers how many rows it touched. */
  int run(String sql, Object... values) {
    return run(sql, List.<Object[]>of(values))[0];
  }

  /** Runs it for each row; answers how many rows each touched. */
  int[] run(String sql, List<Object[]> rows) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
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
      throw new LedgerException("the ledger cannot be written: " + failed.getMessage(), failed);
    }
  }

  /** One row of an answer. */
  interface Read<T> {
    T row(ResultSet row) throws SQLException;
  }

  /** Asks; answers all rows. */
  <T> List<T> ask(String sql, Read<T> read, Object... values) {
    try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet answer = statement.executeQuery()) {
        while (answer.next()) {
          rows.add(read.row(answer));
        }
      }
      return rows;
    } catch (SQLException failed) {
      throw new LedgerException("the ledger cannot be read: " + failed.getMessage(), failed);
    }
  }

  private static void bind(PreparedStatement statement, Object[] values) throws SQLException {
    for (int place = 0; place < values.length; place++) {
      statement.setObject(place + 1, values[place]);
    }
  }
}
