package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Correction;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.row.SourceRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Raw records with the values that people corrected; the ledger keeps them as received. */
final class Corrected {
  private final Map<RecordKey, List<Correction>> corrections;

  private Corrected(Map<RecordKey, List<Correction>> corrections) {
    this.corrections = corrections;
  }

  static Corrected read(Ledger ledger) {
    return new Corrected(
        ledger.read(tables -> tables.corrections().all()).stream()
            .collect(Collectors.groupingBy(Correction::key)));
  }

  SourceRecord over(SourceRecord record) {
    List<Correction> own = corrections.getOrDefault(record.key(), List.of());
    if (own.isEmpty()) {
      return record;
    }
    SourceRow row = new SourceRow(record.json());
    for (Correction correction : own) {
      row = correction.skips() ? row : row.with(correction.field(), correction.text());
    }
    return new SourceRecord(
        record.key(),
        record.parent(),
        row.json(),
        record.hash(),
        record.readAt(),
        record.complete(),
        record.deleted());
  }

  /** The same candidates, or one that stays behind because a person said so. */
  List<Candidate> over(RecordKey key, List<Candidate> candidates) {
    return corrections.getOrDefault(key, List.of()).stream().noneMatch(Correction::skips)
        ? candidates
        : candidates.stream()
            .filter(candidate -> candidate.step() == Step.RECORD)
            .map(
                candidate ->
                    new Candidate(
                        candidate.key(),
                        candidate.step(),
                        candidate.module(),
                        candidate.attributes(),
                        candidate.links(),
                        RecordState.SKIPPED,
                        "left-behind: a person decided so",
                        candidate.cells()))
            .toList();
  }
}
