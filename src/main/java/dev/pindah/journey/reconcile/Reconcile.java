package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.journey.reconcile.tally.Compared;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Proofs.RecordHash;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Candidate;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.FanOut;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Share;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stage: reads every loaded module back, compares every record, link and cell, and climbs the
 * ladder of proofs. Objects come from the ledger: whatever was loaded is compared.
 */
public final class Reconcile {
  /** Stage name of its findings. */
  public static final String STAGE = "reconcile";

  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final Clock clock;
  private final ReadBack readBack;
  private final CompareMembers members;

  public Reconcile(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
    this(reader, ledger, clock, progress, Depth.WHOLE);
  }

  /** Compares in part only what takes a call for each. */
  public Reconcile(
      TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress, Depth depth) {
    this.ledger = ledger;
    this.clock = clock;
    this.readBack = new ReadBack(reader, ledger, clock, progress, depth);
    this.members = new CompareMembers(reader, ledger, progress);
  }

  /**
   * What the comparison found.
   *
   * @param balanced every record is in one bucket and nothing that should stand is missing, doubled
   *     or different
   * @param proof the ladder as far as this stage climbs it
   */
  public record Reconciliation(
      boolean balanced,
      List<Books> books,
      Map<String, Long> cells,
      List<Finding> findings,
      Proof proof) {}

  public Reconciliation run() {
    List<Books> books = ledger.read(tables -> tables.candidates().books());
    // Users are matched, never written: there is nothing of ours to read back.
    List<ObjectName> objects =
        books.stream().map(Books::object).filter(object -> object != ObjectName.USER).toList();
    List<Finding> findings = new ArrayList<>();
    Uniqueness uniqueness = new Uniqueness(ledger);
    Set<TargetModule> unread = EnumSet.noneOf(TargetModule.class);
    for (TargetModule module : readBack.modules()) {
      if (readBack.read(module, objects)) {
        uniqueness.look(module);
      } else {
        unread.add(module);
        findings.add(
            new Finding(
                "not-read-back",
                Severity.WARNING,
                "",
                "",
                module.wire(),
                "this module cannot be read back: its records are taken as the target answered"));
      }
    }
    Tallies tallies = new Tallies(ledger);
    ledger.record(tables -> tables.proofs().clearHashes());
    objects.forEach(object -> compare(object, Step.RECORD, unread, tallies, findings));
    for (ObjectName object : ObjectName.values()) {
      compare(object, Step.PART, unread, tallies, findings);
      compare(object, Step.REQUESTER, unread, tallies, findings);
    }
    findings.addAll(members.run());
    findings.addAll(uniqueness.findings());
    findings.addAll(tallies.extras.result());
    findings.addAll(tallies.sourceCells.result());
    List<CellCount> counts = tallies.cells.counts();
    Map<String, Long> totals = CellBooks.totals(counts);
    Proof proof = proof(books, totals, findings, uniqueness.marked(), unread, tallies);
    findings.addAll(broken(proof, findings));
    ledger.record(
        tables -> {
          tables.findings().replace(STAGE, findings);
          tables.cellCounts().replace(counts);
        });
    boolean balanced =
        books.stream().allMatch(Books::balanced)
            && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    return new Reconciliation(balanced, books, totals, findings, proof);
  }

  private Proof proof(
      List<Books> books,
      Map<String, Long> totals,
      List<Finding> findings,
      long marked,
      Set<TargetModule> unread,
      Tallies tallies) {
    List<Share> shares = tallies.shares.result();
    List<FanOut> fanOuts = tallies.fanOuts.result();
    List<Aggregate> aggregates = tallies.aggregates.result();
    List<Root> roots = tallies.roots();
    Business business = tallies.deals.result();
    List<Rung> ladder =
        new Ladder(findings)
            .completeness(books, shares)
            .uniqueness(marked, roots.stream().mapToLong(Root::records).sum())
            .relations(fanOuts)
            .files(tallies.files.result(), readBack.unreadBodies())
            .aggregates(aggregates)
            .hashes(roots)
            .cells(totals, tallies.sourceCells.filled(), left(unread))
            .totals(business)
            .rungs();
    return new Proof(
        clock.instant().toString(),
        ladder,
        roots,
        shares,
        fanOuts,
        aggregates,
        business,
        tallies.draw.result());
  }

  /** What was not compared, and why. */
  private List<String> left(Set<TargetModule> unread) {
    List<String> left = new ArrayList<>(readBack.drawn());
    unread.forEach(module -> left.add("the target gives no list of " + module.wire()));
    return left;
  }

  /** A rung that failed without a finding about a record is a finding of its own. */
  private static List<Finding> broken(Proof proof, List<Finding> findings) {
    boolean explained = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    return explained
        ? List.of()
        : proof.ladder().stream()
            .filter(rung -> rung.state() == Rung.State.FAILED)
            .map(rung -> new Finding("rung-" + rung.id(), Severity.ERROR, "", "", "", rung.says()))
            .toList();
  }

  private void compare(
      ObjectName object,
      Step step,
      Set<TargetModule> unread,
      Tallies tallies,
      List<Finding> findings) {
    for (RecordState state : RecordState.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(tables -> tables.candidates().page(object, step, state, from, CHUNK));
        // People whom the helpdesk knew before us stay as they were.
        if (page.isEmpty() || (step == Step.REQUESTER && state == RecordState.MATCHED)) {
          break;
        }
        findings.addAll(compare(page, unread, tallies));
        after = page.getLast().candidate().key().id();
      }
    }
  }

  /**
   * A record as it was compared.
   *
   * @param compared empty where it is not compared: not loaded, or not read back
   */
  private record Looked(Stored stored, Optional<Compared> compared, List<Finding> findings) {
    boolean suspect() {
      return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
  }

  /**
   * Rows of lists may be thinner than the record: what looks wrong on them is read by itself before
   * it is called wrong.
   */
  private List<Finding> compare(List<Stored> page, Set<TargetModule> unread, Tallies tallies) {
    List<Looked> first =
        ledger.read(tables -> page.stream().map(stored -> look(stored, unread, tables)).toList());
    readBack.again(
        first.stream()
            .filter(Looked::suspect)
            .flatMap(looked -> looked.compared().orElseThrow().pair().stream())
            .toList());
    List<RecordHash> hashes = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    ledger.read(
        tables -> {
          for (Looked looked : first) {
            Looked now = looked.suspect() ? look(looked.stored(), unread, tables) : looked;
            findings.addAll(now.findings());
            hashes.addAll(add(now, tallies, tables));
          }
          return true;
        });
    ledger.record(tables -> tables.proofs().saveHashes(hashes));
    return findings;
  }

  private Looked look(Stored stored, Set<TargetModule> unread, Tables tables) {
    Candidate candidate = stored.candidate();
    if (!stored.state().onTarget()
        || unread.contains(candidate.module())
        || !stored.standsAlone()
        || !readBack.covers(candidate, tables)) {
      return new Looked(stored, Optional.empty(), List.of());
    }
    CompareRecords compare = new CompareRecords(tables);
    Compared compared = compare.compare(candidate);
    return new Looked(stored, Optional.of(compared), compare.findings());
  }

  private static List<RecordHash> add(Looked looked, Tallies tallies, Tables tables) {
    Candidate candidate = looked.stored().candidate();
    boolean counts = candidate.step() == Step.RECORD;
    if (looked.compared().isPresent()) {
      return counts
          ? tallies.add(looked.compared().get(), tables)
          : List.of(tallies.addPart(looked.compared().get()));
    }
    if (looked.stored().state().onTarget()) {
      tallies.addUnread(candidate, tables);
    } else if (counts) {
      tallies.add(Compared.notLoaded(candidate), tables);
    }
    return List.of();
  }
}
