package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads every list that we filled, and names the members who are not on it. */
final class CompareMembers {
  private static final int CHUNK = 500;

  private final TargetReader reader;
  private final Ledger ledger;
  private final ProgressSink progress;

  CompareMembers(TargetReader reader, Ledger ledger, ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.progress = progress;
  }

  List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<String>> lists = new HashMap<>();
    String after = "";
    while (true) {
      String from = after;
      List<Pair> page =
          ledger.read(tables -> tables.crosswalk().page(ObjectName.LIST_MEMBER, from, CHUNK));
      if (page.isEmpty()) {
        return findings;
      }
      after = page.getLast().key().id();
      for (Pair pair : page) {
        String list = pair.targetId().replaceFirst("/.*", "");
        String contact = pair.targetId().replaceFirst(".*/", "");
        Set<String> members = lists.computeIfAbsent(list, reader::members);
        progress.at("reconcile: read " + TargetModule.LISTS.wire() + " back", lists.size(), -1);
        if (!members.contains(contact)) {
          findings.add(
              new Finding(
                  "member-missing",
                  Severity.ERROR,
                  pair.key().object().wire(),
                  pair.key().id(),
                  "",
                  "the contact is not on the list"));
        }
      }
    }
  }
}
