package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.FanOut;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Histograms of links per record, as meant and as found. */
public final class FanOuts {
  private record Place(ObjectName object, Link.Role role, int links) {}

  private final Map<Place, long[]> counts = new HashMap<>();
  private final Map<ObjectName, Set<Link.Role>> roles = new HashMap<>();

  public void add(Compared record) {
    if (record.found().isEmpty()) {
      return;
    }
    ObjectName object = record.candidate().key().object();
    Set<Link.Role> known = roles.computeIfAbsent(object, any -> EnumSet.noneOf(Link.Role.class));
    known.addAll(record.links().keySet());
    for (Link.Role role : Link.Role.values()) {
      int meant = record.links().getOrDefault(role, List.of()).size();
      int found = record.found().get().keys().getOrDefault(key(role), List.of()).size();
      count(object, role, meant)[0]++;
      count(object, role, found)[1]++;
    }
  }

  private long[] count(ObjectName object, Link.Role role, int links) {
    return counts.computeIfAbsent(new Place(object, role, links), any -> new long[2]);
  }

  /** The kind of key under which a reader names what a record hangs on. */
  public static String key(Link.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** Relations that no record of an object has are not listed. */
  public List<FanOut> result() {
    return counts.entrySet().stream()
        .filter(entry -> related(entry.getKey()))
        .map(
            entry ->
                new FanOut(
                    entry.getKey().object().wire(),
                    key(entry.getKey().role()),
                    entry.getKey().links(),
                    entry.getValue()[0],
                    entry.getValue()[1]))
        .sorted(
            Comparator.comparing(FanOut::object)
                .thenComparing(FanOut::role)
                .thenComparingInt(FanOut::links))
        .toList();
  }

  private boolean related(Place place) {
    return roles.getOrDefault(place.object(), Set.of()).contains(place.role());
  }
}
