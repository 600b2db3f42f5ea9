package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Pipeline.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which contacts stand on which deals, read from the deals: the list on the contact may be older
 * than the deal.
 */
final class DealLinks {
  private static final int PAGE = 500;

  private final Map<String, Integer> deals = new HashMap<>();
  private final Set<String> winners = new HashSet<>();

  static DealLinks read(Ledger ledger, Stages stages) {
    DealLinks links = new DealLinks();
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(ObjectName.DEAL, from, PAGE));
      if (page.isEmpty()) {
        return links;
      }
      page.forEach(record -> links.add(new SourceRow(record.json()), stages));
      after = page.getLast().key().id();
    }
  }

  private void add(SourceRow deal, Stages stages) {
    boolean won =
        stages
            .place(deal.text("crm_pipeline_id"), deal.text("crm_stage_id"))
            .map(place -> place.stage().outcome() == Outcome.WON)
            .orElse(false);
    for (String contact : deal.ids("crm_lead_ids")) {
      deals.merge(contact, 1, Integer::sum);
      if (won) {
        winners.add(contact);
      }
    }
  }

  int deals(String contactId) {
    return deals.getOrDefault(contactId, 0);
  }

  boolean won(String contactId) {
    return winners.contains(contactId);
  }
}
