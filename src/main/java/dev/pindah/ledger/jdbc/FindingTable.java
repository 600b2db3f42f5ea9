package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Findings;
import dev.pindah.model.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Table {@code finding}. */
record FindingTable(Handle handle) implements Findings {
  @Override
  public void replace(String stage, List<Finding> findings) {
    handle.createUpdate("DELETE FROM finding WHERE stage = :stage").bind("stage", stage).execute();
    insert(stage, findings);
  }

  @Override
  public void add(String stage, Finding finding) {
    insert(stage, List.of(finding));
  }

  private void insert(String stage, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO finding (stage, code, severity, object, source_id, field, detail)
            VALUES (:stage, :code, :severity, :object, :id, :field, :detail)
            """);
    findings.forEach(
        finding ->
            batch
                .bind("stage", stage)
                .bind("code", finding.code())
                .bind("severity", finding.severity().name())
                .bind("object", finding.object())
                .bind("id", finding.id())
                .bind("field", finding.field())
                .bind("detail", finding.detail())
                .add());
    batch.execute();
  }

  @Override
  public List<Finding> all(String stage) {
    return byStage().getOrDefault(stage, List.of());
  }

  @Override
  public Map<String, List<Finding>> byStage() {
    Map<String, List<Finding>> stages = new TreeMap<>();
    handle
        .createQuery("SELECT * FROM finding ORDER BY number")
        .map(
            (row, context) ->
                stages
                    .computeIfAbsent(row.getString("stage"), stage -> new ArrayList<>())
                    .add(finding(row)))
        .list();
    return stages;
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        row.getString("code"),
        Finding.Severity.valueOf(row.getString("severity")),
        row.getString("object"),
        row.getString("source_id"),
        row.getString("field"),
        row.getString("detail"));
  }
}
