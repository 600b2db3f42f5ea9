package dev.pindah.journey.reconcile;

import dev.pindah.journey.reconcile.tally.Compared;
import dev.pindah.journey.reconcile.tally.FanOuts;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

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

  /** The record beside what stands there; whatever is wrong with it is a finding. */
  Compared compare(Candidate candidate) {
    ObjectNode meant = meant(candidate);
    Optional<Pair> pair = tables.crosswalk().find(candidate.key());
    Optional<TargetRecord> found =
        pair.flatMap(
            known -> tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId()));
    Map<Link.Role, List<String>> links = links(candidate);
    Set<String> lost = new HashSet<>();
    if (found.isEmpty()) {
      lost.addAll(meant.propertyNames());
      find("missing-on-target", candidate, "", "the record is not on the target any more");
    } else {
      if (candidate.module().files()) {
        told(meant, found.get());
        hash(meant, candidate, found.get());
      }
      shared(candidate, pair.get());
      standing(candidate, links, pair.get(), found.get());
      lost.addAll(attributes(candidate, meant, found.get()));
    }
    return new Compared(candidate, meant, links, pair, found, lost);
  }

  /** Where the body of a file came back, its hash is that of the source's. */
  private void hash(ObjectNode meant, Candidate candidate, TargetRecord found) {
    if (!new TargetRow(found.json()).attribute(HashBodies.HASH).isMissingNode()) {
      tables
          .sourceFiles()
          .find(candidate.key().id())
          .filter(file -> file.state() == SourceFile.State.STORED)
          .ifPresent(file -> meant.put(HashBodies.HASH, file.sha256()));
    }
  }

  /** Of a file only its name and length can be compared, and the length where it is told. */
  private static void told(ObjectNode meant, TargetRecord found) {
    TargetRow there = new TargetRow(found.json());
    meant.propertyNames().stream()
        .filter(name -> there.attribute(name).isMissingNode())
        .toList()
        .forEach(meant::remove);
  }

  /** All steps of a record laid over each other, in their order. */
  private ObjectNode meant(Candidate candidate) {
    ObjectNode meant = candidate.attributes().deepCopy();
    tables
        .candidates()
        .later(candidate.key())
        .forEach(later -> meant.setAll(later.candidate().attributes()));
    return meant;
  }

  private Set<String> attributes(Candidate candidate, ObjectNode meant, TargetRecord found) {
    Set<String> different = new TargetRow(found.json()).differences(meant).keySet();
    different.forEach(
        attribute -> find("cell-differs", candidate, attribute, "the target holds another value"));
    return different;
  }

  /** Two source records may only stand in one target record when one was folded into the other. */
  private void shared(Candidate candidate, Pair pair) {
    tables
        .crosswalk()
        .byTarget(pair.module(), pair.targetId())
        .filter(first -> !first.key().equals(candidate.key()))
        .filter(first -> candidate.state() != RecordState.MATCHED && !matched(first.key()))
        .ifPresent(
            first ->
                find(
                    "shared-target",
                    candidate,
                    "",
                    "target " + pair.targetId() + " is also that of " + first.key()));
  }

  private boolean matched(RecordKey key) {
    return tables
        .candidates()
        .find(key, Step.RECORD)
        .map(stored -> stored.state() == RecordState.MATCHED)
        .orElse(false);
  }

  /** Target ids of what should hang on the record; a link to nothing is named. */
  private Map<Link.Role, List<String>> links(Candidate candidate) {
    Map<Link.Role, List<String>> links = new EnumMap<>(Link.Role.class);
    for (Link link : kept(candidate)) {
      Optional<Pair> other = tables.crosswalk().find(link.to());
      if (other.isEmpty()) {
        findings.add(
            new Finding(
                "link-without-target",
                Severity.WARNING,
                candidate.key().object().wire(),
                candidate.key().id(),
                FanOuts.key(link.role()),
                link.to() + " is " + state(link.to())));
      } else {
        List<String> ids = links.computeIfAbsent(link.role(), any -> new ArrayList<>());
        if (!ids.contains(other.get().targetId())) {
          ids.add(other.get().targetId());
        }
      }
    }
    return links;
  }

  /** What hangs on one record only hangs on the first that stands. */
  private List<Link> kept(Candidate candidate) {
    return candidate.module().hangs()
        ? candidate.links().stream()
            .filter(link -> tables.crosswalk().find(link.to()).isPresent())
            .limit(1)
            .toList()
        : candidate.links();
  }

  private void standing(
      Candidate candidate, Map<Link.Role, List<String>> links, Pair pair, TargetRecord found) {
    for (Link.Role role : Link.Role.values()) {
      List<String> meant = links.getOrDefault(role, List.of());
      List<String> there = found.keys().getOrDefault(FanOuts.key(role), List.of());
      meant.stream()
          .filter(id -> !there.contains(id))
          .forEach(
              id ->
                  find(
                      "link-missing",
                      candidate,
                      FanOuts.key(role),
                      "not linked with target " + id + " any more"));
      if (pair.ours() && candidate.state() == RecordState.CREATED) {
        there.stream()
            .filter(id -> !meant.contains(id))
            .forEach(
                id ->
                    find(
                        "link-extra",
                        candidate,
                        FanOuts.key(role),
                        "linked with target " + id + ", which the source does not say"));
      }
    }
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
