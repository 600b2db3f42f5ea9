package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Inventories;
import dev.pindah.model.Product;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ValueProfile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Tables {@code inventory} and {@code profile}. */
record InventoryTables(Handle handle) implements Inventories {
  @Override
  public void save(Inventory inventory) {
    handle
        .createUpdate(
            """
            INSERT INTO inventory (product, read_at, content) VALUES (:product, :readAt, :content)
            """)
        .bind("product", inventory.product().wire())
        .bind("readAt", inventory.readAt().toEpochMilli())
        .bind("content", Json.MAPPER.writeValueAsString(inventory))
        .execute();
  }

  @Override
  public Optional<Inventory> latest(Product product) {
    return handle
        .createQuery(
            """
            SELECT content FROM inventory WHERE product = :product ORDER BY number DESC LIMIT 1
            """)
        .bind("product", product.wire())
        .mapTo(String.class)
        .findOne()
        .map(content -> Json.MAPPER.readValue(content, Inventory.class));
  }

  @Override
  public void saveProfiles(Product product, String object, Map<String, ValueProfile> profiles) {
    handle
        .createUpdate("DELETE FROM profile WHERE product = :product AND object = :object")
        .bind("product", product.wire())
        .bind("object", object)
        .execute();
    if (profiles.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO profile (product, object, field, content)
            VALUES (:product, :object, :field, :content)
            """);
    profiles.forEach(
        (field, profile) ->
            batch
                .bind("product", product.wire())
                .bind("object", object)
                .bind("field", field)
                .bind("content", Json.MAPPER.writeValueAsString(profile))
                .add());
    batch.execute();
  }

  @Override
  public Map<String, ValueProfile> profiles(Product product, String object) {
    Map<String, ValueProfile> profiles = new TreeMap<>();
    handle
        .createQuery(
            "SELECT field, content FROM profile WHERE product = :product AND object = :object")
        .bind("product", product.wire())
        .bind("object", object)
        .map(
            (row, context) ->
                Map.entry(
                    row.getString("field"),
                    Json.MAPPER.readValue(row.getString("content"), ValueProfile.class)))
        .forEach(entry -> profiles.put(entry.getKey(), entry.getValue()));
    return profiles;
  }
}
