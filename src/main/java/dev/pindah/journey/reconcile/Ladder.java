package dev.pindah.journey.reconcile;

import dev.pindah.journey.reconcile.tally.FilesHeld;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.FanOut;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The claims that one pass over all records proves or breaks, each with what was counted. */
final class Ladder {
  private static final Set<String> UNIQUENESS =
      Set.of("duplicate-on-target", "copy-on-target", "stray-on-target", "shared-target");
  private static final Set<String> RELATIONS =
      Set.of("link-missing", "link-extra", "member-missing");
  private static final Set<String> CELLS =
      Set.of("missing-on-target", "cell-differs", "cell-extra", "cell-unaccounted", "cell-twice");
  private static final Set<String> FILES =
      Set.of("missing-on-target", "cell-differs", "link-missing", "shared-target");
  private static final int NAMED = 3;

  private final List<Finding> findings;
  private final List<Rung> rungs = new ArrayList<>();

  Ladder(List<Finding> findings) {
    this.findings = findings;
  }

  List<Rung> rungs() {
    return List.copyOf(rungs);
  }

  Ladder completeness(List<Books> books, List<Share> shares) {
    List<String> broken = new ArrayList<>();
    books.stream()
        .filter(object -> !object.balanced())
        .forEach(object -> broken.add(object.object().wire()));
    shares.stream()
        .filter(share -> !share.balanced())
        .forEach(
            share -> broken.add(share.object() + " " + share.dimension() + " " + share.value()));
    long read = books.stream().mapToLong(Books::read).sum();
    return add(
        "completeness",
        broken.isEmpty(),
        read
            + " records read, every one in one bucket; "
            + shares.size()
            + " owners, stages and statuses counted on both sides",
        broken,
        read,
        (long) shares.size());
  }

  Ladder uniqueness(long marked, long pairs) {
    return found(
        "uniqueness",
        UNIQUENESS,
        pairs + " source records with one target each; " + marked + " marked target records",
        pairs,
        marked);
  }

  Ladder relations(List<FanOut> fanOuts) {
    long links = fanOuts.stream().mapToLong(fanOut -> fanOut.meant() * fanOut.links()).sum();
    List<String> broken =
        fanOuts.stream()
            .filter(fanOut -> fanOut.meant() != fanOut.found())
            .map(fanOut -> fanOut.object() + " with " + fanOut.links() + " " + fanOut.role())
            .collect(Collectors.toCollection(ArrayList::new));
    broken.addAll(named(RELATIONS));
    return add("relations", named(RELATIONS).isEmpty(), links + " links stand", broken, links);
  }

  /**
   * Files, by the strongest that the target allows.
   *
   * @param unread bodies that the target gives out and that were not read, in words
   */
  Ladder files(FilesHeld.Counts held, List<String> unread) {
    List<String> broken =
        named(FILES).stream()
            .filter(finding -> finding.contains(" " + ObjectName.FILE.wire() + " "))
            .collect(Collectors.toCollection(ArrayList::new));
    if (held.meant() != held.found()) {
      broken.add(held.meant() + " bytes became " + held.found());
    }
    String left = unread.isEmpty() ? "" : "; bodies not read: " + String.join(", ", unread);
    String says =
        held.files()
            + " files, "
            + held.found()
            + " bytes: "
            + held.hashed()
            + " by SHA-256 of the body, "
            + held.measured()
            + " by name and length and "
            + held.named()
            + " by name where no body came back, "
            + held.links()
            + " links";
    Rung.State state =
        !broken.isEmpty()
            ? Rung.State.FAILED
            : unread.isEmpty() ? Rung.State.PASSED : Rung.State.OPEN;
    rungs.add(
        new Rung(
            "files",
            state,
            says + left + reasons(broken),
            List.of(
                held.files(),
                held.found(),
                held.hashed(),
                held.measured(),
                held.named(),
                held.links()),
            left + reasons(broken)));
    return this;
  }

  Ladder aggregates(List<Aggregate> aggregates) {
    List<String> broken =
        aggregates.stream()
            .filter(aggregate -> !aggregate.equal())
            .map(aggregate -> aggregate.object() + " " + aggregate.attribute())
            .toList();
    return add(
        "aggregates",
        broken.isEmpty(),
        aggregates.size() + " fields: null rate, distinct, least, greatest, sum, options",
        broken,
        (long) aggregates.size());
  }

  Ladder hashes(List<Root> roots) {
    List<String> broken =
        roots.stream()
            .filter(root -> !root.equal())
            .map(root -> root.different() + " of " + root.records() + " " + root.object())
            .toList();
    long records = roots.stream().mapToLong(Root::records).sum();
    return add(
        "hashes",
        broken.isEmpty(),
        records + " record hashes under " + roots.size() + " roots",
        broken,
        records,
        (long) roots.size());
  }

  Ladder cells(Map<String, Long> totals, long filled, List<String> uncompared) {
    long cells = totals.values().stream().mapToLong(Long::longValue).sum();
    List<String> broken = new ArrayList<>(named(CELLS));
    if (!uncompared.isEmpty()) {
      String left = "not all compared: " + String.join(", ", uncompared);
      rungs.add(
          new Rung(
              "cells",
              broken.isEmpty() ? Rung.State.OPEN : Rung.State.FAILED,
              cells + " cells; " + left + reasons(broken),
              List.of(cells, filled),
              left + reasons(broken)));
      return this;
    }
    return add(
        "cells",
        broken.isEmpty(),
        cells + " cells compared, all of them; " + filled + " filled members of raw rows",
        broken,
        cells,
        filled);
  }

  Ladder totals(Business business) {
    List<String> broken = new ArrayList<>();
    business.lines().stream()
        .filter(line -> !line.equal())
        .forEach(
            line ->
                broken.add(
                    "stage "
                        + line.stage()
                        + " owner "
                        + line.owner()
                        + " "
                        + line.month()
                        + ": "
                        + line.source()
                        + " became "
                        + line.found()));
    business.outcomes().stream()
        .filter(outcome -> outcome.meant() != outcome.found())
        .forEach(
            outcome ->
                broken.add(
                    outcome.meant() + " " + outcome.outcome() + " became " + outcome.found()));
    business.top().stream()
        .filter(deal -> !deal.source().equals(deal.found()))
        .forEach(deal -> broken.add("deal " + deal.sourceId() + " of the largest"));
    return add(
        "totals",
        broken.isEmpty(),
        business.lines().size()
            + " sums by pipeline, stage, owner and month equal to the last digit, "
            + business.top().size()
            + " largest deals",
        broken,
        (long) business.lines().size(),
        (long) business.top().size());
  }

  private Ladder found(String id, Set<String> codes, String says, Long... counts) {
    List<String> broken = named(codes);
    return add(id, broken.isEmpty(), says, broken, counts);
  }

  private List<String> named(Set<String> codes) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> codes.contains(finding.code()))
        .map(
            finding ->
                (finding.code()
                        + " "
                        + finding.object()
                        + " "
                        + finding.id()
                        + " "
                        + finding.field())
                    .strip())
        .toList();
  }

  private Ladder add(String id, boolean passed, String says, List<String> broken, Long... counts) {
    rungs.add(
        new Rung(
            id,
            passed ? Rung.State.PASSED : Rung.State.FAILED,
            passed ? says : says + reasons(broken),
            List.of(counts),
            passed ? "" : reasons(broken)));
    return this;
  }

  private static String reasons(List<String> broken) {
    if (broken.isEmpty()) {
      return "";
    }
    String first = String.join("; ", broken.subList(0, Math.min(NAMED, broken.size())));
    return " — "
        + first
        + (broken.size() > NAMED ? "; and " + (broken.size() - NAMED) + " more" : "");
  }
}
