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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Notes and chat histories, each a note of the target with its author and time in the first line.
 */
final class NoteRules {
  private static final Set<String> TECHNICAL = Set.of("id", "slug");

  /** Which member of a note names what it hangs on, and what the target calls that. */
  private static final Map<String, Role> PARENTS =
      Map.of(
          "crm_deal_id", Role.DEAL,
          "crm_person_id", Role.CONTACT,
          "crm_lead_id", Role.CONTACT,
          "crm_company_id", Role.ACCOUNT);

  private static final List<Role> ORDER = List.of(Role.DEAL, Role.CONTACT, Role.ACCOUNT);

  private final Ledger ledger;
  private final Owners owners;
  private final Dates dates;

  NoteRules(Ledger ledger, Owners owners, Dates dates) {
    this.ledger = ledger;
    this.owners = owners;
    this.dates = dates;
  }

  List<Candidate> note(SourceRecord record) {
    SourceRow row = new SourceRow(record.json());
    String html = row.text("note");
    String text = PlainText.of(html);
    List<Cell> cells = new ArrayList<>();
    for (String member : row.filled()) {
      if (!TECHNICAL.contains(member)) {
        cells.add(cell(member, html.equals(Clean.text(text))));
      }
    }
    String author = row.text("creator_id");
    String headline =
        told(row.text("created_at"))
            + ", "
            + (author.isEmpty() ? "unknown author" : owners.name(author));
    String place = place(row.member("crm_checkin_attributes"));
    String body = place.isEmpty() ? text : text + "\n" + place;
    return body.isBlank()
        ? List.of(skipped(record.key(), "empty: the note has no text", cells))
        : placed(
            Notes.of(record.key(), Step.RECORD, headline, body, parents(row, record), cells),
            record.key());
  }

  /** A first line always begins with a time, or says that there is none. */
  private String told(String time) {
    return time.isEmpty() ? "unknown time" : dates.stamp(time);
  }

  /** A check-in that names what it was about is a note there; most name nothing. */
  Optional<List<Candidate>> checkIn(SourceRecord record) {
    List<Link> parents = parents(new SourceRow(record.json()), record);
    return parents.isEmpty()
        ? Optional.empty()
        : Optional.of(CheckIns.note(record, parents, dates));
  }

  private static String place(JsonNode checkIn) {
    return checkIn.isObject() && !checkIn.isEmpty() ? "GPS: " + Lines.place(checkIn) : "";
  }

  private static Cell cell(String member, boolean plain) {
    return switch (member) {
      case "note" ->
          new Cell(
              member,
              "description",
              plain ? new Verdict.Exact() : new Verdict.Transformed("html to text, links kept"));
      case "created_at", "creator_id" ->
          new Cell(member, "description", new Verdict.Transformed("in the note's first line"));
      case "crm_checkin_attributes" ->
          new Cell(member, "description", new Verdict.Transformed("a line of the text"));
      default ->
          PARENTS.containsKey(member)
              ? new Cell(member, null, new Verdict.Transformed("link"))
              : new Cell(member, null, new Verdict.Documented("no place on a note of the target"));
    };
  }

  /** What the note says it hangs on, else the record under which it was read. */
  private static List<Link> parents(SourceRow row, SourceRecord record) {
    List<Link> parents = new ArrayList<>();
    PARENTS.forEach((member, role) -> row.ids(member).forEach(id -> parents.add(link(role, id))));
    if (parents.isEmpty()) {
      record.parent().map(Folds::self).ifPresent(parents::add);
    }
    return parents.stream()
        .distinct()
        .sorted(java.util.Comparator.comparingInt(link -> ORDER.indexOf(link.role())))
        .toList();
  }

  private static Link link(Role role, String id) {
    ObjectName object =
        switch (role) {
          case DEAL -> ObjectName.DEAL;
          case CONTACT -> ObjectName.CONTACT;
          default -> ObjectName.COMPANY;
        };
    return new Link(role, new RecordKey(object, id));
  }

  /** A note of the target must hang on something. */
  private static List<Candidate> placed(List<Candidate> notes, RecordKey key) {
    return notes.getFirst().links().isEmpty()
        ? List.of(
            new Candidate(
                key,
                Step.RECORD,
                TargetModule.NOTES,
                notes.getFirst().attributes(),
                List.of(),
                RecordState.HELD,
                "no-parent: the source does not say what it hangs on",
                notes.getFirst().cells()))
        : notes;
  }

  static Candidate skipped(RecordKey key, String reason, List<Cell> cells) {
    return new Candidate(
        key,
        Step.RECORD,
        TargetModule.NOTES,
        JsonNodeFactory.instance.objectNode(),
        List.of(),
        RecordState.SKIPPED,
        reason,
        cells);
  }

  List<Candidate> chat(SourceRecord record) {
    JsonNode room = new SourceRow("{\"room\":" + record.json() + "}").member("room");
    List<JsonNode> messages = room.path("chat_contents").valueStream().toList();
    List<Cell> cells =
        new SourceRow(record.json())
            .filled().stream()
                .filter(member -> !TECHNICAL.contains(member))
                .map(member -> chatCell(member))
                .toList();
    if (messages.isEmpty()) {
      return List.of(skipped(record.key(), "empty: the room has no message", cells));
    }
    String body = messages.stream().map(this::message).collect(Collectors.joining("\n"));
    String headline =
        Stream.of(
                told(messages.getFirst().path("timestamp").asString("").strip()),
                "chat history",
                Optional.of(room.path("room_id").asString(""))
                    .filter(id -> !id.isBlank())
                    .map(id -> "room " + id)
                    .orElse(""))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", "));
    List<Link> parents = record.parent().map(Folds::self).stream().toList();
    return placed(
        Notes.of(record.key(), Step.RECORD, headline, body, parents, cells), record.key());
  }

  /** What was said in the chats of a record within a time. */
  List<String> said(RecordKey parent, OffsetDateTime from, Optional<OffsetDateTime> until) {
    return ledger.read(tables -> tables.sourceRecords().children(parent, ObjectName.CHAT)).stream()
        .map(chat -> JsonMapper.shared().readTree(chat.json()))
        .flatMap(room -> room.path("chat_contents").valueStream())
        .filter(
            message ->
                dates
                    .dateTime(message.path("timestamp").asString(""))
                    .filter(time -> !time.isBefore(from))
                    .filter(time -> until.map(end -> !time.isAfter(end)).orElse(true))
                    .isPresent())
        .map(this::message)
        .toList();
  }

  private static Cell chatCell(String member) {
    return switch (member) {
      case "chat_contents" ->
          new Cell(member, "description", new Verdict.Transformed("one dated line per message"));
      case "room_id" ->
          new Cell(member, "description", new Verdict.Transformed("in the note's first line"));
      default -> new Cell(member, null, new Verdict.Documented("no place on a note of the target"));
    };
  }

  private String message(JsonNode message) {
    String who = message.path("user").asString("").strip();
    String role = message.path("type").asString("").strip();
    String speaker = who.isEmpty() ? role : role.isEmpty() ? who : who + " (" + role + ")";
    return dates.stamp(message.path("timestamp").asString(""))
        + ", "
        + speaker
        + ": "
        + PlainText.of(message.path("message").asString(""));
  }
}
