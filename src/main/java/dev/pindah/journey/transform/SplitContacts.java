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

/**
 * How many of the extracted contacts a rule makes contacts and how many leads. Contacts are folded
 * to what the rule can tell apart, so that trying a rule costs next to nothing.
 */
public final class SplitContacts {
  private static final int PAGE = 500;

  private record Kind(int deals, String status) {}

  private final Map<Kind, Long> kinds;

  private SplitContacts(Map<Kind, Long> kinds) {
    this.kinds = Map.copyOf(kinds);
  }

  /** What a rule comes to. */
  public record Split(long contacts, long leads) {}

  /** Reads the contacts and deals as they were extracted. */
  public static SplitContacts read(Ledger ledger) {
    Map<Kind, Long> kinds = new HashMap<>();
    ledger
        .read(tables -> tables.inventories().latest(Product.FRESHSALES))
        .map(target -> DealLinks.read(ledger, new Stages(new Target(target), List.of())))
        .ifPresent(deals -> fold(ledger, deals, kinds));
    return new SplitContacts(kinds);
  }

  private static void fold(Ledger ledger, DealLinks deals, Map<Kind, Long> kinds) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(ObjectName.CONTACT, from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      for (SourceRecord record : page) {
        SourceRow row = new SourceRow(record.json());
        int count = Math.max(deals.deals(record.key().id()), row.ids("crm_deal_ids").size());
        SourceValue status = row.value("crm_status_id");
        kinds.merge(
            new Kind(count, status.labels().isEmpty() ? "" : status.labels().getFirst()),
            1L,
            Long::sum);
      }
      after = page.getLast().key().id();
    }
  }

  public boolean empty() {
    return kinds.isEmpty();
  }

  /** Empty when the rule cannot be evaluated. */
  public Optional<Split> by(LeadRule rule) {
    ContactOrLead contactOrLead = new ContactOrLead(rule);
    long contacts = 0;
    long leads = 0;
    try {
      for (Map.Entry<Kind, Long> kind : kinds.entrySet()) {
        if (contactOrLead.contact(kind.getKey().deals(), kind.getKey().status())) {
          contacts += kind.getValue();
        } else {
          leads += kind.getValue();
        }
      }
    } catch (IllegalStateException broken) {
      return Optional.empty();
    }
    return Optional.of(new Split(contacts, leads));
  }

  /** Whether a rule can be evaluated at all. */
  public static boolean understood(LeadRule rule) {
    return new SplitContacts(Map.of(new Kind(1, ""), 1L, new Kind(0, ""), 1L)).by(rule).isPresent();
  }
}
