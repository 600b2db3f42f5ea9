package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.wire.Json;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Every tag of the account: made in the settings, or by the first record that carries it. */
public final class TagBook {

  private static final long FIRST = 402_000_600_001L;

  private final InstantSource clock;
  private final Map<String, ObjectNode> byName = new LinkedHashMap<>();
  private long nextId = FIRST;

  TagBook(InstantSource clock) {
    this.clock = clock;
  }

  public Collection<ObjectNode> all() {
    return List.copyOf(byName.values());
  }

  /** The tag of that name, made when there is none. */
  public ObjectNode tag(String name) {
    return byName.computeIfAbsent(
        name.toLowerCase(Locale.ROOT),
        _ ->
            Json.object()
                .put("id", nextId++)
                .put("name", name)
                .put("is_public", true)
                .put("is_system_tag", false)
                .put("created_at", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  public boolean remove(long id) {
    return byName.values().removeIf(tag -> tag.path("id").asLong() == id);
  }
}
