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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what a candidate needs, from what the ledger knows of the target. A record is known by the
 * crosswalk, by our marker on it, or by the key that the target holds unique (e-mail of a contact,
 * name of an account); deals have none, so only the marker counts.
 */
final class PlanWrites {
  /** Why a record waits whose parents are not on the target. */
  static final String NO_PARENT = "parent-not-on-target";

  /** Why a record waits that would have to share another's. */
  static final String TAKEN = "target-taken";

  /** Why a record waits that several records of the target fit. */
  static final String AMBIGUOUS = "ambiguous-target";

  /** Why a later step waits: the record itself is not on the target. */
  static final String NO_RECORD = "record-not-on-target";

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private PlanWrites() {}

  static Plan plan(Stored stored, Tables tables) {
    return plan(stored, tables, Places.now(tables));
  }

  static Plan plan(Stored stored, Tables tables, Places places) {
    Candidate candidate = stored.candidate();
    Payload payload =
        new Payload(
            candidate.key(), candidate.module(), candidate.attributes(), links(candidate, places));
    if (payload.links().isEmpty() && needsParent(candidate)) {
      return stop(stored, places);
    }
    Optional<Pair> pair = tables.crosswalk().find(candidate.key());
    if (pair.isPresent()) {
      Optional<Row> current =
          row(candidate.module(), pair.get().targetId(), Reading.AFTER, tables)
              .or(() -> row(candidate.module(), pair.get().targetId(), Reading.BEFORE, tables));
      Row known =
          current.orElseGet(
              () -> new Row(candidate.module(), pair.get().targetId(), "{}", Map.of()));
      boolean ours = pair.get().ours();
      boolean unchanged =
          candidate.step() == Step.RECORD && pair.get().payloadHash().equals(stored.payloadHash());
      return candidate.module().files()
          ? new Plan.Match(stored, known, ours)
          : unchanged
              ? relink(known, ours, stored, payload)
              : against(known, current.isPresent(), ours, stored, payload);
    }
    if (!candidate.step().makes()) {
      return new Plan.Stop(stored, RecordState.HELD, NO_RECORD);
    }
    if (candidate.module() == TargetModule.FILES) {
      return file(stored, payload, tables, places);
    }
    List<Row> existing = existing(candidate, tables);
    return existing.isEmpty()
        ? new Plan.Create(stored, payload)
        : existing.size() == 1
            ? adopt(existing.getFirst(), stored, payload, places)
            : new Plan.Stop(
                stored,
                RecordState.HELD,
                AMBIGUOUS + ": " + existing.size() + " records of the target fit it equally well");
  }

  /** A file of this name and length on the same record is the same file, but each only once. */
  private static Plan file(Stored stored, Payload payload, Tables tables, Places places) {
    ObjectNode meant = stored.candidate().attributes();
    return byKey(TargetModule.FILES, TargetReader.NAME, TargetReader.file(meant), tables).stream()
        .filter(row -> linked(row, payload.links()) && sameFile(row, meant))
        .filter(row -> places.holder(row.module(), row.id()).isEmpty())
        .findFirst()
        .<Plan>map(row -> new Plan.Match(stored, row, false))
        .orElseGet(() -> new Plan.Create(stored, payload));
  }

  /** Whether a file can be the one that is meant; the target may not tell its length. */
  static boolean sameFile(Row row, ObjectNode meant) {
    JsonNode there = JsonMapper.shared().readTree(row.json());
    return there.path("bytes").isMissingNode()
        || there.path("bytes").asLong() == meant.path("bytes").asLong(-1);
  }

  /** A record of ours stands for one source record only, also when that one is gone by now. */
  private static Plan adopt(Row row, Stored stored, Payload payload, Places places) {
    Optional<RecordKey> other =
        places.holder(row.module(), row.id()).filter(key -> !key.equals(stored.candidate().key()));
    boolean shared = stored.candidate().step() == Step.REQUESTER;
    return other.isPresent() && !shared
        ? new Plan.Stop(
            stored, RecordState.HELD, TAKEN + ": its place on the target is that of " + other.get())
        : against(row, true, false, stored, payload);
  }

  private static boolean needsParent(Candidate candidate) {
    TargetModule module = candidate.module();
    return module.hanging()
        || module == TargetModule.TICKETS
        || (module.hangs() && !candidate.links().isEmpty());
  }

  /** Nothing that it could hang on stands on the target. */
  static Plan.Stop stop(Stored stored, Places places) {
    boolean left = true;
    String why = "";
    for (Link link : stored.candidate().links()) {
      Optional<RecordState> state = places.state(link.to());
      left &= state.map(RecordState.SKIPPED::equals).orElse(false);
      why = link.to() + " is " + state.map(RecordState::wire).orElse("not in the source");
    }
    return new Plan.Stop(
        stored, left ? RecordState.SKIPPED : RecordState.HELD, NO_PARENT + ": " + why);
  }

  /**
   * Nothing else is wanted than was written: only what it is linked with may have come to stand
   * since. What people wrote into it meanwhile is theirs.
   */
  private static Plan relink(Row known, boolean ours, Stored stored, Payload payload) {
    if (linked(known, payload.links())) {
      return new Plan.Match(stored, known, ours);
    }
    ObjectNode nothing = JsonMapper.shared().createObjectNode();
    return new Plan.Update(
        stored,
        new Payload(payload.key(), payload.module(), nothing, payload.links()),
        // It is read anew: its links are written as a whole.
        new Row(known.module(), known.id(), "{}", Map.of()),
        ours);
  }

  private static Plan against(
      Row row, boolean fresh, boolean ours, Stored stored, Payload payload) {
    boolean linked = linked(row, payload.links());
    Set<String> different =
        fresh
            ? new TargetRow(row.json()).differences(payload.attributes()).keySet()
            : payload.attributes().propertyNames().stream().collect(Collectors.toSet());
    boolean equal = fresh && different.isEmpty() && linked;
    // People whom the helpdesk knew before us are its own: tickets hang on them as they are.
    boolean theirs = stored.candidate().step() == Step.REQUESTER && !ours;
    return equal || theirs
        ? new Plan.Match(stored, row, ours)
        : new Plan.Update(stored, due(payload, different, fresh && linked), row, ours);
  }

  /** Only what does not stand yet: what people wrote beside it is not written over. */
  private static Payload due(Payload payload, Set<String> different, boolean linked) {
    ObjectNode attributes = payload.attributes().deepCopy().retain(different);
    return new Payload(
        payload.key(), payload.module(), attributes, linked ? List.of() : payload.links());
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

  /** Our mark first; several records are only answered where no mark tells which one it is. */
  static List<Row> existing(Candidate candidate, Tables tables) {
    TargetModule module = candidate.module();
    List<Row> marked =
        byKey(module, TargetReader.MARKER, TargetReader.marker(candidate.key()), tables);
    if (!marked.isEmpty()) {
      return marked.subList(0, 1);
    }
    Optional<String> key = key(module);
    List<Row> before =
        key.map(kind -> byKey(module, kind, text(candidate, kind), tables)).orElse(List.of());
    return before.isEmpty() && key.isPresent()
        ? madeMeanwhile(module, key.get(), text(candidate, key.get()), tables)
        : before;
  }

  /**
   * What people made on the target after the first look at it, where a later reading shows it. Our
   * own records are known otherwise, and may be gone since.
   */
  private static List<Row> madeMeanwhile(
      TargetModule module, String kind, String value, Tables tables) {
    return byKey(Reading.AFTER, module, kind, value, tables).stream()
        .filter(row -> !row.keys().containsKey(TargetReader.MARKER))
        .filter(row -> tables.targetRecords().find(Reading.BEFORE, module, row.id()).isEmpty())
        .toList();
  }

  /** What the target holds unique in a module beside our marks, and calls by the same name. */
  static Optional<String> key(TargetModule module) {
    return switch (module) {
      case CONTACTS, LEADS, DESK_CONTACTS -> Optional.of(TargetReader.EMAIL);
      case LISTS, SALES_ACCOUNTS, DESK_COMPANIES -> Optional.of(TargetReader.NAME);
      default -> Optional.empty();
    };
  }

  static String text(Candidate candidate, String attribute) {
    String value = candidate.attributes().path(attribute).asString("").strip();
    return SPACE.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ");
  }

  private static List<Row> byKey(TargetModule module, String kind, String value, Tables tables) {
    return byKey(Reading.BEFORE, module, kind, value, tables);
  }

  private static List<Row> byKey(
      Reading reading, TargetModule module, String kind, String value, Tables tables) {
    return value.isBlank()
        ? List.of()
        : tables.targetRecords().byKey(reading, module, kind, value).stream()
            .map(PlanWrites::row)
            // A key that the record had once may still lead to it.
            .filter(row -> row.keys().getOrDefault(kind, List.of()).contains(value))
            .toList();
  }

  private static Optional<Row> row(TargetModule module, String id, Reading reading, Tables tables) {
    return tables.targetRecords().find(reading, module, id).map(PlanWrites::row);
  }

  private static Row row(TargetRecord record) {
    return new Row(record.module(), record.id(), record.json(), record.keys());
  }

  /** Links whose record stands on the target; the others are named by reconcile. */
  static List<ResolvedLink> links(Candidate candidate, Places places) {
    List<ResolvedLink> resolved = new ArrayList<>();
    for (Link link : candidate.links()) {
      places
          .target(link.to())
          .ifPresent(target -> resolved.add(new ResolvedLink(link.role(), target)));
    }
    return resolved;
  }
}
