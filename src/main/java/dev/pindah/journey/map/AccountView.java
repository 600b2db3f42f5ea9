package dev.pindah.journey.map;

import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import java.util.Map;

/**
 * All that map knows: both inventories, the source's value profiles and the target's plan.
 *
 * @param profiles by source object, then by field key
 */
public record AccountView(
    Inventory source,
    Inventory destination,
    Map<String, Map<String, ValueProfile>> profiles,
    Plan plan) {
  public AccountView {
    profiles = Map.copyOf(profiles);
  }

  Map<String, ValueProfile> profilesOf(String object) {
    return profiles.getOrDefault(object, Map.of());
  }
}
