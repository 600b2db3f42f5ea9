package dev.pindah.model.audit;

import dev.pindah.model.ObjectName;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Volumes;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was read of the source beside its inventory and value profiles.
 *
 * @param exact whether every record was looked at, not a part
 * @param looked records looked at, by object
 * @param chat the messaging side; {@link Chat#NONE} where there is none
 * @param unreadable why an object could not be read, by object
 * @param callsPerSecond the pace that the source bore
 * @param wholesale objects that the source lists without their parents
 */
public record Facts(
    Instant readAt,
    boolean exact,
    Map<ObjectName, Count> counts,
    Map<ObjectName, Long> looked,
    List<Issue> issues,
    Chat chat,
    Map<String, String> unreadable,
    Shares shares,
    double callsPerSecond,
    Set<ObjectName> wholesale) {
  public Facts {
    counts = Map.copyOf(counts);
    looked = Map.copyOf(looked);
    issues = List.copyOf(issues);
    unreadable = Map.copyOf(unreadable);
    wholesale = Set.copyOf(wholesale);
  }

  /** Parts of the account that the forecast needs beside counts, as numbers of records. */
  public record Shares(
      Range closedDeals, Range dealContacts, Range dealsWithItems, Range told, Range fileBytes) {}

  public Range number(ObjectName object) {
    Count count = counts.get(object);
    return count == null ? Range.ZERO : count.number();
  }

  /** For the forecast. */
  public Volumes volumes(Map<dev.pindah.model.TargetModule, Long> existing) {
    Map<ObjectName, Range> records = new EnumMap<>(ObjectName.class);
    counts.forEach((object, count) -> records.put(object, count.number()));
    return new Volumes(
        records,
        shares.closedDeals(),
        shares.dealContacts(),
        shares.dealsWithItems(),
        shares.told(),
        shares.fileBytes(),
        existing);
  }
}
