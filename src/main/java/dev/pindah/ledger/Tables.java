package dev.pindah.ledger;

/** All table groups, bound to one transaction or one snapshot. */
public interface Tables {
  Inventories inventories();

  Mappings mappings();

  SourceRecords sourceRecords();

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

  Proofs proofs();
}
