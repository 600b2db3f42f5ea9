package dev.pindah.ledger;

/** All table groups, bound to one transaction or one snapshot. */
public interface Tables {
  Inventories inventories();

  Mappings mappings();

  SourceRecords sourceRecords();

  SourceFiles sourceFiles();

  FileCells fileCells();

  Candidates candidates();

  History history();

  Attempts attempts();

  Crosswalk crosswalk();

  TargetRecords targetRecords();

  Findings findings();

  Decisions decisions();

  Slices slices();

  CallCounts callCounts();

  CellCounts cellCounts();

  KeptCells keptCells();

  Corrections corrections();

  Proofs proofs();

  Audits audits();

  StageCalls stageCalls();

  Promises promises();

  Canaries canaries();

  WatchLooks watchLooks();

  UndoSteps undoSteps();

  SampleRecords sampleRecords();

  Requests requests();
}
