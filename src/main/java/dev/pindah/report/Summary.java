package dev.pindah.report;

import dev.pindah.ledger.CallCounts.LoadCalls;
import dev.pindah.ledger.CellCounts.CellCount;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Books;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordState;
import dev.pindah.model.proof.Proof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a migration stands, read in one snapshot of the ledger.
 *
 * @param reasons why records of an object are skipped, refused or held, by object and state
 * @param findings by stage
 * @param sourceCalls calls to the source so far
 * @param destinationCalls calls to Freshsales and Freshdesk so far
 * @param decisions the decision chain
 * @param chainHolds whether no row of the chain was changed afterwards
 * @param proof the latest reconciliation, once there was one
 * @param names what ids of the target are called
 * @param loadCalls calls of the load, forecast and used
 */
public record Summary(
    List<Books> books,
    List<Reasons> reasons,
    List<CellCount> cells,
    Map<String, List<Finding>> findings,
    long sourceCalls,
    long destinationCalls,
    List<Decision> decisions,
    boolean chainHolds,
    Optional<Proof> proof,
    Names names,
    List<LoadCalls> loadCalls) {
  private static final List<RecordState> EXPLAINED =
      List.of(RecordState.SKIPPED, RecordState.HELD, RecordState.REFUSED);

  /** Stages whose errors mean that the target is not what it should be. */
  private static final List<String> PROOFS = List.of("reconcile", "second-pass", "sample-check");

  public Summary {
    books = List.copyOf(books);
    reasons = List.copyOf(reasons);
    cells = List.copyOf(cells);
    decisions = List.copyOf(decisions);
    loadCalls = List.copyOf(loadCalls);
  }

  /** How many records of an object stand in a state, by reason code. */
  public record Reasons(ObjectName object, RecordState state, Map<String, Long> counts) {}

  public static Summary read(Ledger ledger) {
    return ledger.read(Summary::read);
  }

  private static Summary read(Tables tables) {
    List<Books> books = tables.candidates().books();
    List<Reasons> reasons = new ArrayList<>();
    for (Books object : books) {
      for (RecordState state : EXPLAINED) {
        Map<String, Long> counts = tables.candidates().reasons(object.object(), state);
        if (!counts.isEmpty()) {
          reasons.add(new Reasons(object.object(), state, counts));
        }
      }
    }
    return new Summary(
        books,
        reasons,
        tables.cellCounts().all(),
        tables.findings().byStage(),
        tables.callCounts().total(Product.QONTAK),
        tables.callCounts().total(Product.FRESHSALES)
            + tables.callCounts().total(Product.FRESHDESK),
        tables.decisions().all(),
        tables.decisions().firstBroken().isEmpty(),
        tables.proofs().latest(),
        Names.of(tables.inventories().latest(Product.FRESHSALES)),
        tables.callCounts().load());
  }

  /** Every record is in one bucket and what stands on the target is what should. */
  public boolean balanced() {
    return books.stream().allMatch(Books::balanced)
        && PROOFS.stream()
            .flatMap(stage -> findings.getOrDefault(stage, List.of()).stream())
            .noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** Whether no record was refused and none is held. */
  public boolean complete() {
    return books.stream().allMatch(object -> object.refused() + object.held() == 0);
  }

  /** Records of an object that a stage found an error with. */
  long wrong(ObjectName object, String stage) {
    return findings.getOrDefault(stage, List.of()).stream()
        .filter(
            finding ->
                finding.severity() == Severity.ERROR && finding.object().equals(object.wire()))
        .map(Finding::id)
        .distinct()
        .count();
  }

  /** One row per object: what each phase imported, skipped and errored. */
  public List<PhaseRow> phases() {
    return books.stream().map(object -> PhaseRow.of(object, this)).toList();
  }

  /** Cells per bucket over all objects. */
  public Map<String, Long> cellTotals() {
    return cells.stream()
        .collect(
            Collectors.groupingBy(
                CellCount::bucket, LinkedHashMap::new, Collectors.summingLong(CellCount::cells)));
  }
}
