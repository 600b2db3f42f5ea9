package dev.pindah.ledger.jdbc;

import dev.pindah.ledger.Attempts;
import dev.pindah.ledger.Audits;
import dev.pindah.ledger.CallCounts;
import dev.pindah.ledger.Canaries;
import dev.pindah.ledger.Candidates;
import dev.pindah.ledger.CellCounts;
import dev.pindah.ledger.Corrections;
import dev.pindah.ledger.Crosswalk;
import dev.pindah.ledger.Decisions;
import dev.pindah.ledger.FileCells;
import dev.pindah.ledger.Findings;
import dev.pindah.ledger.History;
import dev.pindah.ledger.Inventories;
import dev.pindah.ledger.KeptCells;
import dev.pindah.ledger.Mappings;
import dev.pindah.ledger.Promises;
import dev.pindah.ledger.Proofs;
import dev.pindah.ledger.Requests;
import dev.pindah.ledger.SampleRecords;
import dev.pindah.ledger.Slices;
import dev.pindah.ledger.SourceFiles;
import dev.pindah.ledger.SourceRecords;
import dev.pindah.ledger.StageCalls;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords;
import dev.pindah.ledger.UndoSteps;
import dev.pindah.ledger.WatchLooks;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** All table groups on one connection. */
record JdbcTables(Handle handle, Clock clock) implements Tables {
  @Override
  public Inventories inventories() {
    return new InventoryTables(handle);
  }

  @Override
  public Mappings mappings() {
    return new MappingTable(handle);
  }

  @Override
  public SourceRecords sourceRecords() {
    return new SourceRecordTable(handle);
  }

  @Override
  public SourceFiles sourceFiles() {
    return new SourceFileTable(handle);
  }

  @Override
  public FileCells fileCells() {
    return new FileCellTable(handle);
  }

  @Override
  public Candidates candidates() {
    return new CandidateTable(handle, clock);
  }

  @Override
  public Corrections corrections() {
    return new CorrectionTable(handle);
  }

  @Override
  public KeptCells keptCells() {
    return new KeptCellTable(handle);
  }

  @Override
  public History history() {
    return new MoveTable(handle, clock);
  }

  @Override
  public Attempts attempts() {
    return new AttemptTable(handle, clock);
  }

  @Override
  public Crosswalk crosswalk() {
    return new CrosswalkTable(handle);
  }

  @Override
  public TargetRecords targetRecords() {
    return new TargetRecordTables(handle);
  }

  @Override
  public Findings findings() {
    return new FindingTable(handle);
  }

  @Override
  public Decisions decisions() {
    return new DecisionTable(handle);
  }

  @Override
  public Slices slices() {
    return new SliceTable(handle);
  }

  @Override
  public CallCounts callCounts() {
    return new CallCountTable(handle);
  }

  @Override
  public CellCounts cellCounts() {
    return new CellCountTable(handle);
  }

  @Override
  public WatchLooks watchLooks() {
    return new WatchLookTable(handle);
  }

  @Override
  public Proofs proofs() {
    return new ProofTables(handle);
  }

  @Override
  public Audits audits() {
    return new AuditTables(handle);
  }

  @Override
  public StageCalls stageCalls() {
    return new StageCallTables(handle);
  }

  @Override
  public Requests requests() {
    return new RequestTable(handle);
  }

  @Override
  public Promises promises() {
    return new PromiseTable(handle);
  }

  @Override
  public Canaries canaries() {
    return new CanaryTable(handle);
  }

  @Override
  public UndoSteps undoSteps() {
    return new UndoStepTable(handle);
  }

  @Override
  public SampleRecords sampleRecords() {
    return new SampleRecordTable(handle);
  }
}
