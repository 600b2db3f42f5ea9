package dev.pindah.ledger;

import dev.pindah.model.Product;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ValueProfile;
import java.util.Map;
import java.util.Optional;

/**
 * What discover and prepare learnt of the accounts: tables {@code inventory} (every reading is
 * kept, the newest counts) and {@code profile}.
 */
public interface Inventories {
  void save(Inventory inventory);

  Optional<Inventory> latest(Product product);

  /** Replaces the value profiles of one source object or target module; by field key. */
  void saveProfiles(Product product, String object, Map<String, ValueProfile> profiles);

  /** By field key; empty when nothing was profiled. */
  Map<String, ValueProfile> profiles(Product product, String object);
}
