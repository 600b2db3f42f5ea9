package dev.pindah.model.forecast;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import java.util.EnumMap;
import java.util.Map;

/**
 * What there is to move.
 *
 * @param records by object of the source; {@link ObjectName#FILE} counts links to files
 * @param closedDeals deals that are won or lost
 * @param dealContacts contacts that have a deal
 * @param dealsWithItems deals with line items
 * @param told records with a timeline: each is told in one note
 * @param fileBytes length of all files together
 * @param existing records that stand on the target already
 */
public record Volumes(
    Map<ObjectName, Range> records,
    Range closedDeals,
    Range dealContacts,
    Range dealsWithItems,
    Range told,
    Range fileBytes,
    Map<TargetModule, Long> existing) {
  /** Bytes of a file when nobody has seen one: between a scan and a short video. */
  private static final Range FILE_BYTES = Range.of(50_000, 400_000, 2_000_000);

  private static final Range CLOSED = Range.of(0.3, 0.5, 0.9);
  private static final Range WITH_ITEMS = Range.of(0, 0.5, 1);

  public Volumes {
    records = Map.copyOf(records);
    existing = Map.copyOf(existing);
  }

  /** From bare counts: what they leave open is taken from shares that hold for most accounts. */
  public static Volumes of(Map<ObjectName, Range> counts, Map<TargetModule, Long> existing) {
    Map<ObjectName, Range> records = new EnumMap<>(ObjectName.class);
    records.putAll(counts);
    Range deals = records.getOrDefault(ObjectName.DEAL, Range.ZERO);
    Range contacts = records.getOrDefault(ObjectName.CONTACT, Range.ZERO);
    Range companies = records.getOrDefault(ObjectName.COMPANY, Range.ZERO);
    Range parents = contacts.plus(companies).plus(deals);
    // A source that answers 405 for timelines tells none.
    Range told = new Range(0, parents.likely(), parents.high());
    return new Volumes(
        records,
        deals.times(CLOSED),
        deals.atMost(contacts).each(Math::floor),
        deals.times(WITH_ITEMS).atMost(records.getOrDefault(ObjectName.LINE_ITEM, Range.ZERO)),
        told,
        records.getOrDefault(ObjectName.FILE, Range.ZERO).times(FILE_BYTES),
        existing);
  }

  public Range of(ObjectName object) {
    return records.getOrDefault(object, Range.ZERO);
  }

  long existing(TargetModule module) {
    return existing.getOrDefault(module, 0L);
  }

  /** Records that are brought to the target, without the parts of others. */
  public Range moving() {
    return records.entrySet().stream()
        .filter(entry -> entry.getKey().moves())
        .map(Map.Entry::getValue)
        .reduce(Range.ZERO, Range::plus);
  }
}
