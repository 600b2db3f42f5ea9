package dev.pindah.console.mapping;

import dev.pindah.journey.transform.SplitContacts;
import dev.pindah.journey.transform.SplitContacts.Split;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.mapping.LeadRule;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Tries the rule that says which contacts become leads. */
final class Rule {
  private final Ledger ledger;
  private Optional<SplitContacts> folded = Optional.empty();
  private long counted = -1;

  Rule(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What a rule comes to.
   *
   * @param understood false when it cannot be evaluated
   * @param split empty before contacts were extracted
   */
  record Preview(boolean understood, Optional<Split> split) {
    int percent() {
      return split
          .filter(known -> known.contacts() + known.leads() > 0)
          .map(known -> (int) (100 * known.contacts() / (known.contacts() + known.leads())))
          .orElse(0);
    }
  }

  Preview preview(LeadRule rule) {
    if (!SplitContacts.understood(rule)) {
      return new Preview(false, Optional.empty());
    }
    SplitContacts contacts = contacts();
    return new Preview(true, contacts.empty() ? Optional.empty() : contacts.by(rule));
  }

  /** Read anew when more was extracted. */
  private synchronized SplitContacts contacts() {
    long count = ledger.read(tables -> tables.sourceRecords().count(ObjectName.CONTACT));
    if (folded.isEmpty() || count != counted) {
      folded = Optional.of(SplitContacts.read(ledger));
      counted = count;
    }
    return folded.get();
  }

  /** Every status that somebody could choose. */
  static List<String> statuses(LeadRule rule, Optional<Row> status) {
    TreeSet<String> all = new TreeSet<>(rule.qualifiedStatuses());
    status
        .flatMap(Row::source)
        .ifPresent(field -> field.choices().forEach(choice -> all.add(choice.label())));
    status.flatMap(Row::profile).ifPresent(profile -> all.addAll(profile.top().keySet()));
    return List.copyOf(all);
  }
}
