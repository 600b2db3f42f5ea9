package dev.pindah.journey.handoff.flow;

import dev.pindah.model.Problems;
import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.Flow.Hours;
import dev.pindah.model.flow.Flow.Slot;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.model.flow.Remark;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Flows out of the tables that the chatbot's admin pages exported in 2021. That these tables exist
 * is known, what their columns are called is not: several names are understood for each, and every
 * flow says that it was put together so.
 */
final class AdminTables {
  private static final String[] TEXT = {
    "content", "text", "message", "body", "response", "value", "title", "name"
  };
  private static final String[] NEXT = {
    "next_response_id",
    "target_response_id",
    "to_response_id",
    "destination_id",
    "next_id",
    "target_id"
  };
  private static final String[] NEXT_PATH = {"next_path_id", "target_path_id", "to_path_id"};
  private static final String[] ORDER = {"position", "order", "sequence", "sort", "step"};

  private final Map<String, List<Map<String, String>>> tables;
  private final String origin;

  AdminTables(Map<String, List<Map<String, String>>> tables, String origin) {
    this.tables = tables;
    this.origin = origin;
  }

  List<Flow> flows(Problems problems) {
    List<Map<String, String>> paths = rows("path");
    if (paths.isEmpty()) {
      problems.add(
          origin,
          "the table of paths is missing, so that nobody knows which responses belong together",
          "export the table Paths as well");
      return List.of();
    }
    Set<String> placed = new LinkedHashSet<>();
    List<Flow> flows = paths.stream().map(path -> flow(path, placed)).toList();
    long lost = rows("response").stream().filter(row -> !placed.contains(first(row, "id"))).count();
    if (lost > 0) {
      problems.add(
          origin,
          lost + " responses belong to no path of the export",
          "export Paths, Intents and Responses on the same day");
    }
    return flows;
  }

  private Flow flow(Map<String, String> path, Set<String> placed) {
    String id = first(path, "id");
    List<Map<String, String>> responses = responses(id);
    responses.forEach(row -> placed.add(first(row, "id")));
    Map<String, FlowStep> steps = new LinkedHashMap<>();
    List<Remark> doubts = new ArrayList<>(List.of(Remark.of("tables")));
    for (int number = 0; number < responses.size(); number++) {
      String following =
          number + 1 < responses.size() ? first(responses.get(number + 1), "id") : "";
      step(responses.get(number), responses, following, steps, doubts);
    }
    String start =
        responses.stream()
            .filter(row -> first(row, "parent_id", "parent_response_id").isEmpty())
            .map(row -> first(row, "id"))
            .findFirst()
            .orElse(steps.isEmpty() ? "" : steps.keySet().iterator().next());
    if (steps.isEmpty()) {
      doubts.add(Remark.of("no-steps"));
    }
    return new Flow(
        id,
        first(path, "name", "title", "id"),
        keywords(path, id),
        related("path_channel", id, "target_channel", "channel", "channel_name", "name"),
        hours(path, id),
        start,
        List.copyOf(steps.values()),
        origin,
        doubts);
  }

  private List<Map<String, String>> responses(String path) {
    List<String> intents =
        rows("intent").stream()
            .filter(intent -> first(intent, "path_id", "path").equals(path))
            .map(intent -> first(intent, "id"))
            .toList();
    return rows("response").stream()
        .filter(row -> !first(row, "id").isEmpty())
        .filter(
            row ->
                first(row, "path_id", "path").equals(path)
                    || intents.contains(first(row, "intent_id", "intent")))
        .sorted(Comparator.comparing(AdminTables::order))
        .toList();
  }

  private static BigDecimal order(Map<String, String> row) {
    try {
      return new BigDecimal(first(row, ORDER));
    } catch (NumberFormatException unordered) {
      return BigDecimal.valueOf(Integer.MAX_VALUE);
    }
  }

  private void step(
      Map<String, String> row,
      List<Map<String, String>> siblings,
      String following,
      Map<String, FlowStep> steps,
      List<Remark> doubts) {
    String id = first(row, "id");
    List<FlowStep> jumps = new ArrayList<>();
    List<Way> ways = new ArrayList<>(rules(id, jumps));
    String next = first(row, NEXT);
    if (!next.isEmpty()) {
      ways.add(new Way("", next, !ways.isEmpty()));
    }
    for (Map<String, String> child : siblings) {
      String childId = first(child, "id");
      if (first(child, "parent_id", "parent_response_id").equals(id)
          && ways.stream().noneMatch(way -> way.to().equals(childId))) {
        ways.add(new Way(first(child, "keyword", "option", "label"), childId, false));
      }
    }
    String type = first(row, "content_type", "response_type", "type");
    Kind kind = Kind.of(type.isEmpty() ? "message" : type);
    boolean asks = ways.stream().filter(way -> !way.otherwise()).count() > 1;
    if ((kind == Kind.MESSAGE || kind == Kind.OTHER) && asks) {
      kind = Kind.QUESTION;
    } else if (kind == Kind.OTHER) {
      doubts.add(Remark.of("type", id, type));
    }
    if (ways.isEmpty() && !kind.closes() && !following.isEmpty()) {
      ways.add(new Way("", following, false));
      if (doubts.stream().noneMatch(doubt -> doubt.code().equals("sequence"))) {
        doubts.add(Remark.of("sequence"));
      }
    }
    String target =
        kind == Kind.GO_TO_FLOW
            ? first(row, NEXT_PATH)
            : kind == Kind.HANDOVER ? first(row, "division", "team", "assign_to") : "";
    steps.putIfAbsent(
        id, new FlowStep(id, kind, type, first(row, TEXT), first(row, "variable"), target, ways));
    jumps.forEach(jump -> steps.putIfAbsent(jump.id(), jump));
  }

  /** A rule leads to a response, or to another path; that becomes a step of its own. */
  private List<Way> rules(String response, List<FlowStep> jumps) {
    List<Way> ways = new ArrayList<>();
    for (Map<String, String> rule : rows("response_rule")) {
      if (!first(rule, "response_id", "response", "from_response_id").equals(response)) {
        continue;
      }
      String label =
          String.join(
                  " ",
                  first(rule, "attribute", "variable"),
                  first(rule, "operator"),
                  first(rule, "condition", "keyword", "rule", "value", "name"))
              .strip();
      String path = first(rule, NEXT_PATH);
      String to = path.isEmpty() ? first(rule, NEXT) : response + ">" + path;
      if (!path.isEmpty()) {
        jumps.add(new FlowStep(to, Kind.GO_TO_FLOW, "path", "", "", path, List.of()));
      }
      boolean otherwise = label.matches("(?i)(default|else|fallback|any|\\*)?");
      ways.add(new Way(otherwise ? "" : label, to, otherwise));
    }
    return ways;
  }

  private List<String> keywords(Map<String, String> path, String id) {
    return Stream.concat(
            Stream.of(first(path, "keywords", "keyword").split("[,\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty()),
            related("path_keyword", id, "keyword", "name", "value").stream())
        .distinct()
        .toList();
  }

  private Hours hours(Map<String, String> path, String id) {
    List<Slot> slots = new ArrayList<>();
    for (Map<String, String> row : rows("path_schedule")) {
      if (first(row, "path_id", "path").equals(id)) {
        slots.add(
            new Slot(
                first(row, "day", "day_of_week", "weekday", "name"),
                first(row, "start_time", "open_time", "from", "start", "start_at"),
                first(row, "end_time", "close_time", "to", "end", "end_at")));
      }
    }
    String from = first(path, "start_date", "date_from");
    String to = first(path, "end_date", "date_to");
    if (!from.isEmpty() || !to.isEmpty()) {
      slots.add(new Slot("", from, to));
    }
    String type = first(path, "operational_time_type", "operational_type", "time_type");
    return new Hours(
        type.isEmpty() ? (slots.isEmpty() ? "24hours" : "schedule") : type,
        first(path, "time_zone", "timezone"),
        slots);
  }

  private List<String> related(String table, String path, String... columns) {
    return rows(table).stream()
        .filter(row -> first(row, "path_id", "path").equals(path))
        .map(row -> first(row, columns))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private List<Map<String, String>> rows(String table) {
    return tables.getOrDefault(table, List.of());
  }

  private static String first(Map<String, String> row, String... columns) {
    for (String column : columns) {
      String value = row.getOrDefault(column, "");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return "";
  }
}
