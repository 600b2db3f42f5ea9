package dev.pindah.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked once per record must not read all of them. */
class QueryPlanTest {
  @TempDir Path folder;

  @Test
  void childrenAreFoundByTheirParent() throws SQLException {
    JdbcLedger.open("pindah.db", folder, Clock.systemUTC()).close();
    String question = SourceRecordTable.CHILDREN.replaceAll(":\\w+", "'x'");
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pindah.db"));
        Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN QUERY PLAN " + question)) {
      assertThat(plan.next()).isTrue();
      assertThat(plan.getString("detail"))
          .contains("source_record_by_parent (parent_object=? AND parent_id=? AND object=?)");
      assertThat(plan.next()).as("nothing is sorted").isFalse();
    }
  }
}
