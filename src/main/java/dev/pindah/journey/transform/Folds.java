package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Small records of which each parent has many: they are told in one note per parent, since a note
 * for each would cost a call for each and bury the record.
 */
final class Folds {
  /** Objects whose records are lines of a note of their parent. */
  static final List<ObjectName> OBJECTS =
      List.of(ObjectName.TIMELINE, ObjectName.STAGE_CHANGE, ObjectName.LINE_ITEM);

  private static final Set<String> TECHNICAL = Set.of("id", "slug", "additional_fields");

  private static final Map<ObjectName, Set<String>> TOLD =
      Map.of(
          ObjectName.TIMELINE, Set.of("who", "when", "why", "how", "what", "content"),
          ObjectName.STAGE_CHANGE, Set.of("prev_stage", "current_stage", "moved_date", "moved_by"),
          ObjectName.LINE_ITEM,
              Set.of(
                  "name",
                  "quantity",
                  "currency",
                  "price",
                  "total_price",
                  "discount",
                  "nominal_discount",
                  "description",
                  "crm_deal_id"));

  private final Ledger ledger;
  private final Dates dates;

  Folds(Ledger ledger, Dates dates) {
    this.ledger = ledger;
    this.dates = dates;
  }

  /** How a record's own notes hang on it. */
  static Link self(RecordKey key) {
    return new Link(
        switch (key.object()) {
          case DEAL -> Role.DEAL;
          case CONTACT -> Role.CONTACT;
          default -> Role.ACCOUNT;
        },
        key);
  }

  /** The note that carries a folded record; history of every kind goes into one. */
  private static RecordKey note(ObjectName folded, RecordKey parent) {
    return new RecordKey(
        folded == ObjectName.LINE_ITEM ? ObjectName.LINE_ITEM : ObjectName.TIMELINE,
        parent.object().wire() + ":" + parent.id());
  }

  /** The record itself: it is where its note is. */
  static Candidate folded(SourceRecord record) {
    RecordKey key = record.key();
    List<Cell> cells =
        new SourceRow(record.json())
            .filled().stream()
                .filter(member -> !TECHNICAL.contains(member))
                .map(member -> new Cell(member, null, verdict(key.object(), member)))
                .toList();
    boolean orphan = record.parent().isEmpty();
    return new Candidate(
        key,
        Step.RECORD,
        TargetModule.NOTES,
        JsonNodeFactory.instance.objectNode(),
        record.parent().stream()
            .map(parent -> new Link(Role.FOLDED, note(key.object(), parent)))
            .toList(),
        orphan ? RecordState.HELD : RecordState.READY,
        orphan ? "no-parent: the source does not say what it hangs on" : "",
        cells);
  }

  /** What the note tells of a record; the rest is kept in the handoff documents. */
  private static Verdict verdict(ObjectName object, String member) {
    boolean told = member.contains("#") || TOLD.getOrDefault(object, Set.of()).contains(member);
    return told
        ? new Verdict.Transformed("told in a note of its parent")
        : new Verdict.Documented("not told in the note of its parent");
  }

  /** The notes of one record that its folded children make. */
  List<Candidate> notes(RecordKey parent) {
    List<Candidate> notes = new ArrayList<>();
    List<String> history =
        Stream.concat(
                children(parent, ObjectName.TIMELINE).map(this::event),
                children(parent, ObjectName.STAGE_CHANGE).map(this::stage))
            .sorted(Comparator.comparing(Told::when))
            .map(Told::line)
            .toList();
    if (!history.isEmpty()) {
      notes.addAll(
          Notes.of(
              note(ObjectName.TIMELINE, parent),
              Step.PART,
              "history of the " + parent.object().wire() + " in Qontak",
              String.join("\n", history),
              List.of(self(parent)),
              List.of()));
    }
    List<String> items = children(parent, ObjectName.LINE_ITEM).map(Folds::item).toList();
    if (!items.isEmpty()) {
      notes.addAll(
          Notes.of(
              note(ObjectName.LINE_ITEM, parent),
              Step.PART,
              "products of the " + parent.object().wire(),
              String.join("\n", items),
              List.of(self(parent)),
              List.of()));
    }
    return notes;
  }

  /** One line, and the text by which lines are put in the order of time. */
  private record Told(String when, String line) {}

  private Stream<JsonNode> children(RecordKey parent, ObjectName child) {
    return ledger.read(tables -> tables.sourceRecords().children(parent, child)).stream()
        .map(record -> JsonMapper.shared().readTree(record.json()));
  }

  private Told told(String time, String line) {
    return new Told(
        dates.dateTime(time).map(when -> when.toInstant().toString()).orElse(""),
        dates.stamp(time) + ", " + line);
  }

  private Told event(JsonNode event) {
    String why = text(event, "why");
    String what =
        why.isEmpty()
            ? Stream.of("how", "what", "content")
                .map(member -> text(event, member))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "))
            : why;
    return told(text(event, "when"), text(event, "who") + ": " + PlainText.of(what));
  }

  private Told stage(JsonNode change) {
    String before = text(change.path("prev_stage"), "name");
    String by = text(change, "moved_by");
    return told(
        text(change, "moved_date"),
        (by.isEmpty() ? "" : by + ": ")
            + "stage "
            + (before.isEmpty() ? "" : before + " → ")
            + text(change.path("current_stage"), "name"));
  }

  /** Amounts as they are: the source's totals do not always follow from its prices. */
  private static String item(JsonNode item) {
    String currency = text(item, "currency");
    StringBuilder line = new StringBuilder("- ").append(text(item, "name"));
    line.append(": ").append(text(item, "quantity")).append(" × ");
    line.append(currency).append(' ').append(text(item, "price"));
    line.append(" = ").append(currency).append(' ').append(text(item, "total_price"));
    Stream.of("discount", "nominal_discount", "description")
        .filter(member -> !text(item, member).isEmpty())
        .filter(
            member ->
                Values.decimal(text(item, member)).map(number -> number.signum() != 0).orElse(true))
        .forEach(
            member ->
                line.append(", ")
                    .append(Lines.title(member).toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(PlainText.of(text(item, member))));
    item.path("additional_fields")
        .valueStream()
        .filter(field -> !text(field, "value").isEmpty())
        .forEach(
            field ->
                line.append(", ")
                    .append(text(field, "name"))
                    .append(' ')
                    .append(text(field, "value")));
    return line.toString();
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isNull() || value.isMissingNode() ? "" : value.asString("").strip();
  }
}
