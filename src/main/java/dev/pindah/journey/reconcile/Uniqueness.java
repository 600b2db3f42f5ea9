package dev.pindah.journey.reconcile;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks from the target back to the source: every record that carries our marker is the one that
 * the crosswalk knows, and nothing that appeared beside them is a copy.
 */
final class Uniqueness {
  private static final int CHUNK = 500;
  private static final int EXAMPLES = 10;

  /** What a copy cannot share with its original, or what a person making one leaves out. */
  private static final Set<String> OWN = Set.of("external_id", "email", "emails", "tags");

  private final Ledger ledger;
  private final List<Finding> findings = new ArrayList<>();
  private long marked;

  Uniqueness(Ledger ledger) {
    this.ledger = ledger;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Target records that carry a marker of ours. */
  long marked() {
    return marked;
  }

  void look(TargetModule module) {
    List<String> strangers = new ArrayList<>();
    String after = "";
    while (true) {
      String from = after;
      List<TargetRecord> page =
          ledger.read(
              tables -> {
                List<TargetRecord> records =
                    tables.targetRecords().page(Reading.AFTER, module, from, CHUNK);
                records.forEach(record -> look(record, tables, strangers));
                return records;
              });
      if (page.isEmpty()) {
        break;
      }
      after = page.getLast().id();
    }
    if (!strangers.isEmpty()) {
      findings.add(
          new Finding(
              "new-on-target",
              Severity.INFO,
              "",
              "",
              module.wire(),
              strangers.size()
                  + " records appeared that this migration did not make, for instance "
                  + String.join(", ", strangers.subList(0, Math.min(EXAMPLES, strangers.size())))));
    }
  }

  private void look(TargetRecord record, Tables tables, List<String> strangers) {
    Optional<Pair> known = tables.crosswalk().byTarget(record.module(), record.id());
    List<String> markers = record.keys().getOrDefault(TargetReader.MARKER, List.of());
    if (!markers.isEmpty()) {
      marked++;
    }
    for (String marker : markers) {
      key(marker).ifPresent(key -> claim(key, record, tables));
    }
    if (known.isEmpty()
        && markers.isEmpty()
        && tables.targetRecords().find(Reading.BEFORE, record.module(), record.id()).isEmpty()) {
      strangers.add(record.id());
      copy(record, tables);
    }
  }

  /** A target record says that it came from a source record. */
  private void claim(RecordKey key, TargetRecord record, Tables tables) {
    Optional<Pair> right = tables.crosswalk().find(key);
    if (right.isEmpty()) {
      find(
          "stray-on-target",
          key,
          "target " + record.id() + " carries its marker, and this migration did not make it");
    } else if (!right.get().targetId().equals(record.id())) {
      find(
          "duplicate-on-target",
          key,
          "target " + record.id() + " carries the same marker as target " + right.get().targetId());
    }
  }

  private void copy(TargetRecord record, Tables tables) {
    List<Original> originals =
        Stream.of(TargetReader.NAME, TargetReader.EMAIL)
            .flatMap(kind -> originals(record, kind, tables))
            .toList();
    originals.stream()
        .filter(original -> same(original.key(), record, tables))
        .findFirst()
        .ifPresentOrElse(
            copied ->
                copy(
                    "copy-on-target", Severity.ERROR, record, " holds the same values as ", copied),
            () ->
                originals.stream()
                    .findFirst()
                    .ifPresent(
                        like ->
                            copy(
                                "look-alike-on-target",
                                Severity.WARNING,
                                record,
                                " has the name of ",
                                like)));
  }

  private void copy(
      String code, Severity severity, TargetRecord record, String how, Original original) {
    findings.add(
        new Finding(
            code,
            severity,
            original.key().object().wire(),
            original.key().id(),
            "",
            "target " + record.id() + how + "target " + original.targetId()));
  }

  /** A source record and where it stands. */
  private record Original(RecordKey key, String targetId) {}

  /** Records of ours that share a name or an e-mail with a record. */
  private static Stream<Original> originals(TargetRecord record, String kind, Tables tables) {
    return record.keys().getOrDefault(kind, List.of()).stream()
        .flatMap(
            value ->
                tables.targetRecords().byKey(Reading.AFTER, record.module(), kind, value).stream())
        .filter(twin -> !twin.id().equals(record.id()) && sameParent(record, twin))
        .flatMap(
            twin ->
                tables.crosswalk().byTarget(twin.module(), twin.id()).stream()
                    .map(pair -> new Original(pair.key(), twin.id())));
  }

  /** Files of one name lie on many records; a copy lies on the same. */
  private static boolean sameParent(TargetRecord file, TargetRecord other) {
    return !file.module().files()
        || file.keys().entrySet().stream()
            .filter(key -> !key.getKey().equals(TargetReader.NAME))
            .anyMatch(
                key ->
                    !Collections.disjoint(
                        key.getValue(), other.keys().getOrDefault(key.getKey(), List.of())));
  }

  /** Whether the values of a source record also stand in another target record. */
  private static boolean same(RecordKey key, TargetRecord record, Tables tables) {
    return tables
        .candidates()
        .find(key, Step.RECORD)
        .map(stored -> stored.candidate())
        .map(Candidate::attributes)
        .map(meant -> new TargetRow(record.json()).differences(meant))
        .map(Map::keySet)
        .map(different -> different.stream().allMatch(Uniqueness::own))
        .orElse(false);
  }

  private static boolean own(String attribute) {
    return OWN.contains(attribute) || attribute.startsWith("cf_qontak_");
  }

  private static Optional<RecordKey> key(String marker) {
    int colon = marker.indexOf(':');
    return colon <= 0
        ? Optional.empty()
        : ObjectName.of(marker.substring(0, colon))
            .map(object -> new RecordKey(object, marker.substring(colon + 1)));
  }

  private void find(String code, RecordKey key, String detail) {
    findings.add(new Finding(code, Severity.ERROR, key.object().wire(), key.id(), "", detail));
  }
}
