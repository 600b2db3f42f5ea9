package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How many of the extracted contacts a rule makes contacts and how many leads. Contacts are folded
 * to what the usual rules can tell apart, so that trying such a rule costs next to nothing; one
 * that names other fields reads every contact.
 */
public final class SplitContacts {
  private static final int PAGE = 500;
  private static final SourceRow EMPTY = new SourceRow("{}");

  private record Kind(int deals, String status) {}

  private final Ledger ledger;
  private final Optional<DealLinks> deals;
  private final Map<Kind, Long> kinds;

  private SplitContacts(Ledger ledger, Optional<DealLinks> deals, Map<Kind, Long> kinds) {
    this.ledger = ledger;
    this.deals = deals;
    this.kinds = Map.copyOf(kinds);
  }

  /** What a rule comes to. */
  public record Split(long contacts, long leads) {}

  /** Reads the contacts and deals as they were extracted. */
  public static SplitContacts read(Ledger ledger) {
    Optional<DealLinks> deals =
        ledger
            .read(tables -> tables.inventories().latest(Product.FRESHSALES))
            .map(target -> DealLinks.read(ledger, new Stages(new Target(target), List.of())));
    SplitContacts none = new SplitContacts(ledger, deals, Map.of());
    Map<Kind, Long> kinds = new HashMap<>();
    none.each(read -> kinds.merge(read.kind(), 1L, Long::sum));
    return new SplitContacts(ledger, deals, kinds);
  }

  private record Read(Kind kind, SourceRow row) {}

  private long each(ToLongFunction<Read> taken) {
    long sum = 0;
    String after = "";
    while (deals.isPresent()) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(ObjectName.CONTACT, from, PAGE));
      if (page.isEmpty()) {
        break;
      }
      for (SourceRecord record : page) {
        SourceRow row = new SourceRow(record.json());
        int linked = deals.get().deals(record.key().id());
        SourceValue status = row.value("crm_status_id");
        sum +=
            taken.applyAsLong(
                new Read(
                    new Kind(
                        Math.max(linked, row.ids("crm_deal_ids").size()),
                        status.labels().isEmpty() ? "" : status.labels().getFirst()),
                    row));
      }
      after = page.getLast().key().id();
    }
    return sum;
  }

  public boolean empty() {
    return kinds.isEmpty();
  }

  /** Empty when the rule cannot be evaluated. */
  public Optional<Split> by(LeadRule rule) {
    ContactOrLead side = new ContactOrLead(rule);
    long all = kinds.values().stream().mapToLong(Long::longValue).sum();
    try {
      long contacts =
          side.plain()
              ? kinds.entrySet().stream()
                  .filter(kind -> contact(side, kind.getKey(), EMPTY))
                  .mapToLong(Map.Entry::getValue)
                  .sum()
              : each(read -> contact(side, read.kind(), read.row()) ? 1 : 0);
      return Optional.of(new Split(contacts, all - contacts));
    } catch (IllegalStateException broken) {
      return Optional.empty();
    }
  }

  private static boolean contact(ContactOrLead side, Kind kind, SourceRow row) {
    return side.contact(kind.deals(), kind.status(), row);
  }

  /** Whether a rule can be evaluated at all. */
  public static boolean understood(LeadRule rule) {
    try {
      ContactOrLead side = new ContactOrLead(rule);
      side.contact(1, "", EMPTY);
      side.contact(0, "", EMPTY);
      return true;
    } catch (IllegalStateException broken) {
      return false;
    }
  }
}
