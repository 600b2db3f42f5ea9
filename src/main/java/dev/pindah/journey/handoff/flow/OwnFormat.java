package dev.pindah.journey.handoff.flow;

import dev.pindah.model.Problems;
import dev.pindah.model.flow.Flow;
import dev.pindah.model.flow.Flow.Hours;
import dev.pindah.model.flow.Flow.Slot;
import dev.pindah.model.flow.FlowStep;
import dev.pindah.model.flow.FlowStep.Kind;
import dev.pindah.model.flow.FlowStep.Way;
import dev.pindah.model.flow.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our import format, version 1: docs/journey/10-handoff.md describes it. Members that nobody knows
 * are named as doubts, so that nothing of a flow is lost in silence.
 */
final class OwnFormat {
  private static final List<String> FLOW =
      List.of("id", "name", "triggers", "channels", "operational_hours", "start", "nodes");
  private static final List<String> NODE =
      List.of(
          "id",
          "type",
          "text",
          "next",
          "fallback",
          "options",
          "variable",
          "flow",
          "team",
          "division",
          "url",
          "media");

  /** More steps than any bot has; a file with more is not a flow. */
  private static final int MOST_STEPS = 5_000;

  private OwnFormat() {}

  static List<Flow> flows(String file, String text, Problems problems) {
    JsonNode root = JsonMapper.shared().readTree(text);
    JsonNode list = root.isArray() ? root : root.path("flows");
    if (!list.isArray() || list.isEmpty()) {
      problems.add(
          file,
          "no flows are in this file: a member 'flows' with a list is expected",
          "docs/journey/10-handoff.md shows the format");
      return List.of();
    }
    if (root.path("version").asInt(1) != 1) {
      problems.add(
          file,
          "version " + root.path("version").asString("") + " of the format is not known",
          "write version 1");
    }
    List<Flow> flows = new ArrayList<>();
    int number = 1;
    for (JsonNode flow : list) {
      if (flow.path("nodes").size() > MOST_STEPS) {
        problems.add(file, "flow " + number + " has more than " + MOST_STEPS + " steps", "");
      } else {
        flows.add(flow(file, number, flow));
      }
      number++;
    }
    return flows;
  }

  private static Flow flow(String file, int number, JsonNode json) {
    List<Remark> doubts = new ArrayList<>();
    unknown(json, FLOW, "", doubts);
    Map<String, FlowStep> steps = new LinkedHashMap<>();
    for (JsonNode node : json.path("nodes")) {
      FlowStep step = step(node, steps.size() + 1, doubts);
      if (steps.putIfAbsent(step.id(), step) != null) {
        doubts.add(Remark.of("twice", step.id()));
      }
    }
    String first = steps.isEmpty() ? "" : steps.keySet().iterator().next();
    String start = text(json, "start");
    if (!start.isEmpty() && !steps.containsKey(start)) {
      doubts.add(Remark.of("no-start", start));
    }
    String id = text(json, "id");
    String name = text(json, "name");
    return new Flow(
        id.isEmpty() ? "flow-" + number : id,
        name.isEmpty() ? (id.isEmpty() ? "flow-" + number : id) : name,
        keywords(json.path("triggers")),
        texts(json.path("channels")),
        hours(json.path("operational_hours")),
        steps.containsKey(start) ? start : first,
        List.copyOf(steps.values()),
        file,
        doubts);
  }

  /** Keywords stand in an object of triggers, or are the triggers themselves. */
  private static List<String> keywords(JsonNode triggers) {
    return triggers.isObject() ? texts(triggers.path("keywords")) : texts(triggers);
  }

  private static FlowStep step(JsonNode json, int number, List<Remark> doubts) {
    String given = text(json, "id");
    String id = given.isEmpty() ? "step-" + number : given;
    unknown(json, NODE, id, doubts);
    String type = text(json, "type");
    Kind kind = Kind.of(type.isEmpty() ? "message" : type);
    if (kind == Kind.OTHER) {
      doubts.add(Remark.of("type", id, type));
    }
    List<Way> ways = new ArrayList<>();
    for (JsonNode option : json.path("options")) {
      String label =
          option.isValueNode() ? option.asString("") : first(option, "label", "text", "value");
      ways.add(new Way(label, text(option, "next"), false));
    }
    if (!text(json, "next").isEmpty()) {
      ways.add(new Way("", text(json, "next"), false));
    }
    if (!text(json, "fallback").isEmpty()) {
      ways.add(new Way("", text(json, "fallback"), true));
    }
    String said = text(json, "text");
    String media = first(json, "url", "media");
    String target =
        switch (kind) {
          // The flow's id may stand in the text.
          case GO_TO_FLOW -> text(json, "flow").isEmpty() ? said : text(json, "flow");
          case HANDOVER -> first(json, "team", "division");
          default -> "";
        };
    return new FlowStep(
        id,
        kind,
        type,
        media.isEmpty() || media.equals(said) ? said : (said + "\n" + media).strip(),
        text(json, "variable"),
        target,
        ways);
  }

  private static Hours hours(JsonNode json) {
    if (json.isString()) {
      return new Hours(json.asString(), "", List.of());
    }
    List<Slot> slots = new ArrayList<>();
    for (JsonNode slot : json.path("schedule")) {
      slots.add(new Slot(text(slot, "day"), text(slot, "from"), text(slot, "to")));
    }
    if (!text(json, "from").isEmpty() || !text(json, "to").isEmpty()) {
      slots.add(new Slot("", text(json, "from"), text(json, "to")));
    }
    String type = text(json, "type");
    return new Hours(
        type.isEmpty() ? (slots.isEmpty() ? "24hours" : "schedule") : type,
        text(json, "time_zone"),
        slots);
  }

  private static void unknown(
      JsonNode json, List<String> known, String where, List<Remark> doubts) {
    json.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> doubts.add(Remark.of("member", where.isEmpty() ? "-" : where, name)));
  }

  private static String first(JsonNode json, String... names) {
    for (String name : names) {
      if (!text(json, name).isEmpty()) {
        return text(json, name);
      }
    }
    return "";
  }

  private static String text(JsonNode json, String name) {
    JsonNode value = json.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
  }

  private static List<String> texts(JsonNode list) {
    if (list.isString()) {
      return List.of(list.asString());
    }
    return list.valueStream()
        .map(
            item ->
                item.isValueNode() ? item.asString("") : first(item, "name", "keyword", "channel"))
        .filter(text -> !text.isBlank())
        .toList();
  }
}
