package dev.pindah.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked once per record must not read all of them, nor sort what it reads. */
class QueryPlanTest {
  @TempDir Path folder;

  @BeforeEach
  void makeTheTables() {
    JdbcLedger.open("pindah.db", folder, Clock.systemUTC()).close();
  }

  @Test
  void childrenAreFoundByTheirParent() throws SQLException {
    assertThat(plan(SourceRecordTable.CHILDREN))
        .containsExactly(
            "SEARCH source_record USING INDEX source_record_by_parent"
                + " (parent_object=? AND parent_id=? AND object=?)");
  }

  @Test
  void whatWasUndoneIsFoundByItsTarget() throws SQLException {
    assertThat(plan(UndoStepTable.BY_TARGET))
        .containsExactly(
            "SEARCH undo_step USING INDEX undo_step_by_target"
                + " (round=? AND module=? AND target_id=?)");
  }

  @Test
  void recordsOfTheTargetAreFoundByTheirKeys() throws SQLException {
    assertThat(plan(TargetRecordTables.BY_KEY))
        .containsExactly(
            "SEARCH k USING COVERING INDEX sqlite_autoindex_target_key_1"
                + " (reading=? AND module=? AND kind=? AND key_value=?)",
            "SEARCH r USING INDEX sqlite_autoindex_target_record_1"
                + " (reading=? AND module=? AND target_id=?)");
  }

  private List<String> plan(String question) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("pindah.db"));
        Statement statement = connection.createStatement();
        ResultSet steps =
            statement.executeQuery(
                "EXPLAIN QUERY PLAN " + question.replaceAll(":\\w+|\\?", "'x'"))) {
      List<String> plan = new ArrayList<>();
      while (steps.next()) {
        plan.add(steps.getString("detail"));
      }
      return plan;
    }
  }
}
