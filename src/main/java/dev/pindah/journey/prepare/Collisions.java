package dev.pindah.journey.prepare;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.SourceRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many records of the target carry a key that the source has too: counted from what the ledger
 * holds of both sides, without a call.
 *
 * @param read whether the target's records were read already; else nothing is known
 * @param emails e-mail addresses of contacts
 * @param names names of accounts
 * @param marks records of the source whose mark stands on the target
 */
record Collisions(boolean read, long emails, long names, long marks) {
  private static final int CHUNK = 500;

  static Collisions in(Ledger ledger) {
    boolean read =
        ledger.read(
            tables ->
                Stream.of(TargetModule.CONTACTS, TargetModule.SALES_ACCOUNTS)
                    .anyMatch(module -> tables.targetRecords().count(Reading.BEFORE, module) > 0));
    if (!read) {
      return new Collisions(false, 0, 0, 0);
    }
    Side contacts = Side.of(ledger, TargetModule.CONTACTS, TargetReader.EMAIL);
    contacts.meet(ledger, ObjectName.CONTACT, "email");
    Side accounts = Side.of(ledger, TargetModule.SALES_ACCOUNTS, TargetReader.NAME);
    accounts.meet(ledger, ObjectName.COMPANY, "name");
    return new Collisions(
        true, contacts.met.size(), accounts.met.size(), contacts.marks + accounts.marks);
  }

  /** What one module of the target holds, and what of it the source was seen to have. */
  private static final class Side {
    private final Set<String> keys;
    private final Set<String> markers;
    private final Set<String> met = new HashSet<>();
    private long marks;

    private Side(Set<String> keys, Set<String> markers) {
      this.keys = keys;
      this.markers = markers;
    }

    private static Side of(Ledger ledger, TargetModule module, String kind) {
      return ledger.read(
          tables ->
              new Side(
                  tables.targetRecords().keys(Reading.BEFORE, module, kind),
                  tables.targetRecords().keys(Reading.BEFORE, module, TargetReader.MARKER)));
    }

    private void meet(Ledger ledger, ObjectName object, String member) {
      String after = "";
      while (true) {
        String from = after;
        List<SourceRecord> page =
            ledger.read(tables -> tables.sourceRecords().page(object, from, CHUNK));
        if (page.isEmpty()) {
          return;
        }
        for (SourceRecord record : page) {
          marks += markers.contains(TargetReader.marker(record.key())) ? 1 : 0;
          String key =
              new SourceRow(record.json())
                  .text(member)
                  .toLowerCase(Locale.ROOT)
                  .replaceAll("\\s+", " ");
          if (keys.contains(key)) {
            met.add(key);
          }
        }
        after = page.getLast().key().id();
      }
    }
  }
}
