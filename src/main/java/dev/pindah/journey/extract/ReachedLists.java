package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contact lists that broadcasts name: an account may answer for each list but not list them all.
 */
final class ReachedLists {
  private static final String SLICE = "reached-list";
  private static final int CHUNK = 500;

  private final RecordReader records;
  private final Ledger ledger;
  private final Store store;
  private final Gaps gaps;

  ReachedLists(RecordReader records, Ledger ledger, Store store, Gaps gaps) {
    this.records = records;
    this.ledger = ledger;
    this.store = store;
    this.gaps = gaps;
  }

  void run(Set<ObjectName> without) {
    if (without.contains(ObjectName.LIST)) {
      return;
    }
    gaps.replace(SLICE, List.of());
    for (String id : named()) {
      RecordKey list = new RecordKey(ObjectName.LIST, id);
      if (ledger.read(tables -> tables.sourceRecords().find(list)).isEmpty()) {
        try {
          records.one(list).ifPresent(found -> store.save(List.of(found), true));
        } catch (RemoteException refused) {
          if (refused.kind() == Kind.UNREACHABLE) {
            throw refused;
          }
          // Chat is another product: what these credentials may not see there stops nothing.
          gaps.replace(SLICE, List.of(Gaps.object(ObjectName.LIST.wire(), refused)));
          return;
        }
      }
    }
  }

  private Set<String> named() {
    Set<String> ids = new TreeSet<>();
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(ObjectName.BROADCAST, from, CHUNK));
      if (page.isEmpty()) {
        return ids;
      }
      page.forEach(
          broadcast -> {
            String id =
                JsonMapper.shared().readTree(broadcast.json()).path("contact_list_id").asString("");
            if (!id.isBlank() && !id.equals("n/a")) {
              ids.add(id);
            }
          });
      after = page.getLast().key().id();
    }
  }
}
