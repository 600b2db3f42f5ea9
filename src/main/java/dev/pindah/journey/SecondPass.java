package dev.pindah.journey;

import dev.pindah.journey.transform.TransformRecords;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.RecordState;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.proof.Rung;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Plans the whole migration again; after a finished load nothing may be left to write. */
public record SecondPass(long creates, long updates) {
  /** Stage name of its finding. */
  public static final String STAGE = "second-pass";

  public boolean nothing() {
    return creates + updates == 0;
  }

  Rung rung() {
    return Rung.of(
        STAGE,
        nothing(),
        "planned again from the raw records: " + creates + " creates, " + updates + " updates",
        creates,
        updates);
  }

  List<Finding> findings() {
    return List.of(
        new Finding(
            "second-pass",
            nothing() ? Severity.INFO : Severity.ERROR,
            "",
            "",
            "",
            creates + " creates, " + updates + " updates"));
  }

  static SecondPass plan(TransformRecords transform, Mapping mapping, Ledger ledger) {
    LongAdder creates = new LongAdder();
    LongAdder updates = new LongAdder();
    transform.each(
        mapping,
        candidates ->
            ledger.read(
                tables -> {
                  candidates.forEach(candidate -> count(candidate, tables, creates, updates));
                  return true;
                }));
    return new SecondPass(creates.sum(), updates.sum());
  }

  private static void count(
      Candidate planned, Tables tables, LongAdder creates, LongAdder updates) {
    if (planned.state() != RecordState.READY) {
      return;
    }
    Optional<Stored> stored = tables.candidates().find(planned.key(), planned.step());
    boolean same = stored.isPresent() && stored.get().payloadHash().equals(planned.payloadHash());
    boolean settled = stored.isPresent() && stored.get().state() != RecordState.READY;
    if (same && settled) {
      return;
    }
    if (tables.crosswalk().find(planned.key()).isPresent()) {
      updates.increment();
    } else {
      creates.increment();
    }
  }
}
