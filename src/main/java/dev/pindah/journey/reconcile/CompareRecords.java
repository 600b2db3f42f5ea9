package dev.pindah.journey.reconcile;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares one candidate with what stands on the target. */
final class CompareRecords {
  private final Tables tables;
  private final List<Finding> findings = new ArrayList<>();

  CompareRecords(Tables tables) {
    this.tables = tables;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Answers the target attributes that do not stand as meant. */
  Set<String> compare(Candidate candidate) {
    Set<String> lost = new HashSet<>();
    Optional<Pair> pair = tables.crosswalk().find(candidate.key());
    Optional<TargetRecord> found =
        pair.flatMap(
            known -> tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId()));
    if (found.isEmpty()) {
      candidate.attributes().propertyNames().forEach(lost::add);
      find("missing-on-target", candidate, "", "the record is not on the target any more");
      return lost;
    }
    unique(candidate, found.get());
    links(candidate, found.get());
    attributes(candidate, found.get(), lost);
    for (Step step : List.of(Step.CLOSING, Step.LIFECYCLE)) {
      tables
          .candidates()
          .find(candidate.key(), step)
          .ifPresent(later -> attributes(later.candidate(), found.get(), lost));
    }
    return lost;
  }

  private void attributes(Candidate candidate, TargetRecord found, Set<String> lost) {
    Map<String, String> differences =
        new TargetRow(found.json()).differences(candidate.attributes());
    differences
        .keySet()
        .forEach(
            attribute -> {
              if (lost.add(attribute)) {
                find("cell-differs", candidate, attribute, "the target holds another value");
              }
            });
  }

  private void unique(Candidate candidate, TargetRecord found) {
    String marker = candidate.key().object().wire() + ":" + candidate.key().id();
    int copies =
        tables.targetRecords().byKey(Reading.AFTER, found.module(), "marker", marker).size();
    if (copies > 1) {
      find("duplicate-on-target", candidate, "", copies + " records carry the same marker");
    }
  }

  private void links(Candidate candidate, TargetRecord found) {
    for (Link link : kept(candidate)) {
      String kind = link.role().name().toLowerCase(Locale.ROOT);
      Optional<Pair> other = tables.crosswalk().find(link.to());
      if (other.isEmpty()) {
        findings.add(
            new Finding(
                "link-without-target",
                Severity.WARNING,
                candidate.key().object().wire(),
                candidate.key().id(),
                kind,
                link.to() + " is " + state(link.to())));
      } else if (!found.keys().getOrDefault(kind, List.of()).contains(other.get().targetId())) {
        find("link-missing", candidate, kind, "not linked with " + link.to());
      }
    }
  }

  /** What hangs on one record only hangs on the first that stands. */
  private List<Link> kept(Candidate candidate) {
    if (!candidate.module().hangs()) {
      return candidate.links();
    }
    return candidate.links().stream()
        .filter(link -> tables.crosswalk().find(link.to()).isPresent())
        .limit(1)
        .toList();
  }

  private String state(RecordKey key) {
    return tables
        .candidates()
        .find(key, Step.RECORD)
        .map(stored -> stored.state().wire() + ", " + stored.candidate().reason())
        .orElse("not in the source");
  }

  private void find(String code, Candidate candidate, String field, String detail) {
    RecordKey key = candidate.key();
    findings.add(new Finding(code, Severity.ERROR, key.object().wire(), key.id(), field, detail));
  }
}
