package dev.pindah.journey.sample;

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

/** All tables, of which the candidates are those of the slice. */
record SliceTables(Tables whole, SliceKeys keys) implements Tables {
  @Override
  public Inventories inventories() {
    return whole.inventories();
  }

  @Override
  public Mappings mappings() {
    return whole.mappings();
  }

  @Override
  public SourceRecords sourceRecords() {
    return whole.sourceRecords();
  }

  @Override
  public SourceFiles sourceFiles() {
    return whole.sourceFiles();
  }

  @Override
  public Candidates candidates() {
    return new SliceCandidates(whole, keys);
  }

  @Override
  public History history() {
    return whole.history();
  }

  @Override
  public Attempts attempts() {
    return whole.attempts();
  }

  @Override
  public Crosswalk crosswalk() {
    return whole.crosswalk();
  }

  @Override
  public TargetRecords targetRecords() {
    return whole.targetRecords();
  }

  @Override
  public Findings findings() {
    return new Unwritten.OfFindings(whole.findings());
  }

  @Override
  public Decisions decisions() {
    return whole.decisions();
  }

  @Override
  public Slices slices() {
    return whole.slices();
  }

  @Override
  public CallCounts callCounts() {
    return whole.callCounts();
  }

  @Override
  public CellCounts cellCounts() {
    return new Unwritten.OfCellCounts(whole.cellCounts());
  }

  @Override
  public KeptCells keptCells() {
    return whole.keptCells();
  }

  @Override
  public Corrections corrections() {
    return whole.corrections();
  }

  @Override
  public Proofs proofs() {
    return new Unwritten.OfProofs(whole.proofs());
  }

  @Override
  public Promises promises() {
    return whole.promises();
  }

  @Override
  public Canaries canaries() {
    return whole.canaries();
  }

  @Override
  public Audits audits() {
    return whole.audits();
  }

  @Override
  public StageCalls stageCalls() {
    return whole.stageCalls();
  }

  @Override
  public WatchLooks watchLooks() {
    return whole.watchLooks();
  }

  @Override
  public FileCells fileCells() {
    return whole.fileCells();
  }

  @Override
  public UndoSteps undoSteps() {
    return whole.undoSteps();
  }

  @Override
  public Requests requests() {
    return whole.requests();
  }

  @Override
  public SampleRecords sampleRecords() {
    return whole.sampleRecords();
  }
}
