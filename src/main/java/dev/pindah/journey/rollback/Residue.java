package dev.pindah.journey.rollback;

import dev.pindah.journey.rollback.Fingerprints.Why;
import dev.pindah.ledger.UndoSteps.Count;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stays on the target although everything was reversed, in words. */
final class Residue {
  /** Lists and files that are named. */
  private static final int NAMED = 50;

  private Residue() {}

  static List<String> of(UndoBook book, Optional<Fingerprints> proof) {
    Map<Count, Long> counts = book.counts();
    List<String> residue = new ArrayList<>();
    bin(counts, Product.FRESHSALES, "lie in the recycle bin for 90 days; empty it there", residue);
    bin(counts, Product.FRESHDESK, "lie in the trash of the helpdesk", residue);
    List<Outcome.Kept> stay = book.named(State.STAYS);
    stay.stream()
        .limit(NAMED)
        .forEach(kept -> residue.add(kept.step().detail() + "; remove it by hand"));
    if (stay.size() > NAMED) {
      residue.add("and " + (stay.size() - NAMED) + " more lists or files that stay");
    }
    if (any(counts, Verb.DELETE) || any(counts, Verb.RESTORE)) {
      residue.add("tags that we used stay in the accounts' lists of tags");
      residue.add("custom fields, choices, pipelines and stages that were made by hand stay");
      residue.add("what workflows made of our writes, if any were on, stays");
    }
    proof.ifPresent(known -> others(known, residue));
    return residue;
  }

  private static void bin(
      Map<Count, Long> counts, Product product, String where, List<String> residue) {
    Map<String, Long> modules =
        counts.entrySet().stream()
            .filter(entry -> entry.getKey().verb() == Verb.DELETE)
            .filter(entry -> entry.getKey().state() == State.REVERSED)
            .filter(entry -> entry.getKey().module().product() == product)
            .filter(entry -> binned(entry.getKey().module()))
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().module().wire(),
                    Map.Entry::getValue,
                    Long::sum,
                    java.util.TreeMap::new));
    if (!modules.isEmpty()) {
      residue.add(
          modules.entrySet().stream()
                  .map(entry -> entry.getValue() + " " + entry.getKey())
                  .collect(Collectors.joining(", "))
              + " "
              + where);
    }
  }

  /** What is deleted for good leaves nothing. */
  private static boolean binned(TargetModule module) {
    return switch (module) {
      case SALES_ACCOUNTS, CONTACTS, LEADS, DEALS, TICKETS, DESK_CONTACTS -> true;
      case USERS, TASKS, NOTES, LISTS, FILES, DESK_COMPANIES, DESK_NOTES, DESK_FILES -> false;
    };
  }

  private static boolean any(Map<Count, Long> counts, Verb verb) {
    return counts.keySet().stream().anyMatch(count -> count.verb() == verb);
  }

  private static void others(Fingerprints proof, List<String> residue) {
    for (Fingerprints.Part part : proof.modules()) {
      long others = part.count(Why.OTHERS);
      if (others > 0) {
        residue.add(
            others
                + " "
                + part.module().wire()
                + " that we never wrote were made, changed or removed meanwhile, by people or by"
                + " workflows");
      }
    }
  }
}
