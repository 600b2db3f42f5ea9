package dev.pindah.journey.load;

import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what a candidate needs, from what the ledger knows of the target. A record is known by the
 * crosswalk, by our marker on it, or by the key that the target holds unique (e-mail of a contact,
 * name of an account); deals have none, so only the marker counts.
 */
final class PlanWrites {
  /** Why a record waits whose parents are not on the target. */
  static final String NO_PARENT = "parent-not-on-target";

  private PlanWrites() {}

  static Plan plan(Stored stored, Tables tables) {
    Candidate candidate = stored.candidate();
    Payload payload =
        new Payload(
            candidate.key(), candidate.module(), candidate.attributes(), links(candidate, tables));
    if (candidate.module().hangs()
        && payload.links().isEmpty()
        && (candidate.module().hanging() || !candidate.links().isEmpty())) {
      return stop(stored, tables);
    }
    Optional<Pair> pair = tables.crosswalk().find(candidate.key());
    if (pair.isPresent()) {
      Optional<Row> current =
          row(candidate.module(), pair.get().targetId(), Reading.AFTER, tables)
              .or(() -> row(candidate.module(), pair.get().targetId(), Reading.BEFORE, tables));
      Row known =
          current.orElseGet(
              () -> new Row(candidate.module(), pair.get().targetId(), "{}", java.util.Map.of()));
      return against(known, current.isPresent(), pair.get().ours(), stored, payload);
    }
    return existing(candidate, tables)
        .map(row -> against(row, true, false, stored, payload))
        .orElseGet(() -> new Plan.Create(stored, payload));
  }

  /** Nothing that it could hang on stands on the target. */
  static Plan.Stop stop(Stored stored, Tables tables) {
    boolean left = true;
    String why = "";
    for (Link link : stored.candidate().links()) {
      Optional<RecordState> state = parent(link.to(), tables);
      left &= state.map(RecordState.SKIPPED::equals).orElse(false);
      why = link.to() + " is " + state.map(RecordState::wire).orElse("not in the source");
    }
    return new Plan.Stop(
        stored, left ? RecordState.SKIPPED : RecordState.HELD, NO_PARENT + ": " + why);
  }

  private static Optional<RecordState> parent(RecordKey key, Tables tables) {
    return tables.candidates().find(key, Step.RECORD).map(Stored::state);
  }

  private static Plan against(
      Row row, boolean fresh, boolean ours, Stored stored, Payload payload) {
    boolean equal =
        fresh
            && new TargetRow(row.json()).differences(payload.attributes()).isEmpty()
            && linked(row, payload.links());
    return equal ? new Plan.Match(stored, row, ours) : new Plan.Update(stored, payload, row, ours);
  }

  private static boolean linked(Row row, List<ResolvedLink> links) {
    // What hangs on one record only hangs on the first that stands.
    return links.stream()
        .limit(row.module().hangs() ? 1 : Long.MAX_VALUE)
        .allMatch(
            link ->
                row.keys()
                    .getOrDefault(link.role().name().toLowerCase(Locale.ROOT), List.of())
                    .contains(link.targetId()));
  }

  private static Optional<Row> existing(Candidate candidate, Tables tables) {
    Optional<Row> marked =
        byKey(
            candidate.module(), TargetReader.MARKER, TargetReader.marker(candidate.key()), tables);
    return switch (candidate.module()) {
      case CONTACTS, LEADS ->
          marked.or(
              () ->
                  byKey(candidate.module(), TargetReader.EMAIL, text(candidate, "email"), tables));
      case LISTS -> byKey(candidate.module(), TargetReader.NAME, text(candidate, "name"), tables);
      case SALES_ACCOUNTS ->
          marked.or(
              () -> byKey(candidate.module(), TargetReader.NAME, text(candidate, "name"), tables));
      default -> marked;
    };
  }

  private static String text(Candidate candidate, String attribute) {
    return candidate
        .attributes()
        .path(attribute)
        .asString("")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }

  private static Optional<Row> byKey(
      TargetModule module, String kind, String value, Tables tables) {
    return value.isBlank()
        ? Optional.empty()
        : tables.targetRecords().byKey(Reading.BEFORE, module, kind, value).stream()
            .findFirst()
            .map(PlanWrites::row);
  }

  private static Optional<Row> row(TargetModule module, String id, Reading reading, Tables tables) {
    return tables.targetRecords().find(reading, module, id).map(PlanWrites::row);
  }

  private static Row row(TargetRecord record) {
    return new Row(record.module(), record.id(), record.json(), record.keys());
  }

  /** Links whose record stands on the target; the others are named by reconcile. */
  static List<ResolvedLink> links(Candidate candidate, Tables tables) {
    List<ResolvedLink> resolved = new ArrayList<>();
    for (Link link : candidate.links()) {
      tables
          .crosswalk()
          .find(link.to())
          .ifPresent(pair -> resolved.add(new ResolvedLink(link.role(), pair.targetId())));
    }
    return resolved;
  }
}
