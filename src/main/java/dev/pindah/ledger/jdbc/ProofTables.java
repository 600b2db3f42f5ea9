package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Proofs;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Proof;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tables {@code proof} and {@code record_hash}. */
record ProofTables(Handle handle) implements Proofs {
  @Override
  public void clearHashes() {
    handle.execute("DELETE FROM record_hash");
  }

  @Override
  public void saveHashes(List<RecordHash> hashes) {
    if (hashes.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO record_hash (object, source_id, module, target_id, meant, found)
            VALUES (:object, :id, :module, :targetId, :meant, :found)
            """);
    for (RecordHash hash : hashes) {
      batch
          .bind("object", hash.object().wire())
          .bind("id", hash.id())
          .bind("module", hash.module().wire())
          .bind("targetId", hash.targetId())
          .bind("meant", hash.meant())
          .bind("found", hash.found())
          .add();
    }
    batch.execute();
  }

  @Override
  public List<RecordHash> hashes(ObjectName object, String afterId, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM record_hash WHERE object = :object AND source_id > :after
            ORDER BY source_id LIMIT :limit
            """)
        .bind("object", object.wire())
        .bind("after", afterId)
        .bind("limit", limit)
        .map((row, context) -> hash(row))
        .list();
  }

  private static RecordHash hash(ResultSet row) throws SQLException {
    return new RecordHash(
        ObjectName.of(row.getString("object")).orElseThrow(),
        row.getString("source_id"),
        TargetModule.of(row.getString("module")).orElseThrow(),
        row.getString("target_id"),
        row.getString("meant"),
        row.getString("found"));
  }

  @Override
  public void save(Proof proof) {
    handle
        .createUpdate("INSERT INTO proof (content) VALUES (:content)")
        .bind("content", Json.MAPPER.writeValueAsString(proof))
        .execute();
  }

  @Override
  public Optional<Proof> latest() {
    return handle
        .createQuery("SELECT content FROM proof ORDER BY number DESC LIMIT 1")
        .mapTo(String.class)
        .findOne()
        .map(content -> Json.MAPPER.readValue(content, Proof.class));
  }
}
