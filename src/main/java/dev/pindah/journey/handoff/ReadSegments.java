package dev.pindah.journey.handoff;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Dictionary;
import dev.pindah.model.kit.DynamicSegment;
import dev.pindah.model.kit.DynamicSegment.Filter;
import dev.pindah.model.kit.StaticSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Lists with their counts, and the segments that only the admin knows the criteria of. */
final class ReadSegments {
  private static final int CHUNK = 500;

  private static final List<String> OPERATORS =
      List.of("is", "is-not", "contains", "after", "before", "more", "less", "empty", "not-empty");

  /** How people write the operators. */
  private static final Map<String, String> WRITTEN =
      Map.of(
          "=",
          "is",
          "!=",
          "is-not",
          "<>",
          "is-not",
          ">",
          "more",
          "<",
          "less",
          "adalah",
          "is",
          "bukan",
          "is-not",
          "berisi",
          "contains",
          "kosong",
          "empty");

  private ReadSegments() {}

  static List<StaticSegment> lists(Ledger ledger) {
    Map<String, Long> read = new HashMap<>();
    SourceRows.each(
        ledger,
        ObjectName.LIST_MEMBER,
        (record, row) -> record.parent().ifPresent(list -> read.merge(list.id(), 1L, Long::sum)));
    Optional<Map<String, Long>> joined = joined(ledger);
    List<StaticSegment> lists = new ArrayList<>();
    SourceRows.each(
        ledger,
        ObjectName.LIST,
        (record, row) -> {
          RecordKey key = record.key();
          lists.add(
              new StaticSegment(
                  key.id(),
                  SourceRows.text(row.path("name")),
                  SourceRows.text(row.path("created_at")),
                  number(row.path("contacts_count"), -1),
                  number(row.path("contacts_count_failed"), 0),
                  read.getOrDefault(key.id(), 0L),
                  joined.map(counts -> counts.getOrDefault(key.id(), 0L)).orElse(-1L),
                  ledger
                      .read(tables -> tables.candidates().find(key, Step.RECORD))
                      .map(stored -> stored.state().wire())
                      .orElse(""),
                  ledger
                      .read(tables -> tables.crosswalk().find(key))
                      .map(pair -> pair.targetId())
                      .orElse("")));
        });
    return lists;
  }

  private static long number(JsonNode value, long otherwise) {
    try {
      return Long.parseLong(SourceRows.text(value));
    } catch (NumberFormatException notCounted) {
      return otherwise;
    }
  }

  /** Members that stand on the target's list, by list; empty before anything was transformed. */
  private static Optional<Map<String, Long>> joined(Ledger ledger) {
    Map<String, Long> counts = new HashMap<>();
    boolean any = false;
    for (RecordState state : RecordState.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<Stored> page =
            ledger.read(
                tables ->
                    tables
                        .candidates()
                        .page(ObjectName.LIST_MEMBER, Step.RECORD, state, from, CHUNK));
        if (page.isEmpty()) {
          break;
        }
        any = true;
        if (state.onTarget()) {
          page.stream()
              .flatMap(stored -> stored.candidate().links().stream())
              .filter(link -> link.role() == Link.Role.LIST)
              .forEach(link -> counts.merge(link.to().id(), 1L, Long::sum));
        }
        after = page.getLast().candidate().key().id();
      }
    }
    return any ? Optional.of(counts) : Optional.empty();
  }

  /** A row without a name goes on with the segment above it. */
  static List<DynamicSegment> dynamic(Answers answers, Dictionary dictionary, Problems problems) {
    Map<String, DynamicSegment> segments = new LinkedHashMap<>();
    String name = "";
    for (Answers.Row row : answers.rows(Answers.SEGMENTS)) {
      name = row.cell("name").isEmpty() ? name : row.cell("name");
      if (name.isEmpty()) {
        if (!row.cell("field").isEmpty() || !row.cell("criteria").isEmpty()) {
          problems.add(row.place(), "this row has no name, and none stands above it", "name it");
        }
        continue;
      }
      DynamicSegment before =
          segments.getOrDefault(
              name, new DynamicSegment(name, object(row), "", List.of(), row.place()));
      List<Filter> filters = new ArrayList<>(before.filters());
      if (!row.cell("field").isEmpty()) {
        filters.add(filter(row, before.object(), dictionary, problems));
      }
      segments.put(
          name,
          new DynamicSegment(
              name,
              before.object(),
              (before.criteria() + "\n" + row.cell("criteria")).strip(),
              filters,
              before.origin()));
    }
    return List.copyOf(segments.values());
  }

  private static String object(Answers.Row row) {
    String object = row.cell("object").toLowerCase(Locale.ROOT);
    return object.isEmpty() ? "contact" : object;
  }

  private static Filter filter(
      Answers.Row row, String object, Dictionary dictionary, Problems problems) {
    String field = row.cell("field");
    String written = row.cell("operator").toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    String operator = WRITTEN.getOrDefault(written, written.isEmpty() ? "is" : written);
    if (!OPERATORS.contains(operator)) {
      problems.add(
          row.place(),
          "'" + row.cell("operator") + "' is no operator",
          "choose from " + String.join(", ", OPERATORS));
    }
    String target =
        dictionary.rows().stream()
            .filter(known -> known.object().equals(object))
            .filter(
                known ->
                    known.label().strip().equalsIgnoreCase(field)
                        || known.field().equalsIgnoreCase(field))
            .map(Dictionary.Row::targetLabel)
            .filter(label -> !label.isEmpty())
            .findFirst()
            .orElse("");
    return new Filter(field, target, operator, row.cell("value"));
  }
}
