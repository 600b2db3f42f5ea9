package dev.pindah.journey.prepare.probe;

import dev.pindah.journey.prepare.probe.Flock.Result;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** In which form custom values are taken, one by one, and what becomes of those left out. */
final class ChoiceTrials {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final TargetModule MODULE = TargetModule.CONTACTS;

  private final Flock flock;
  private final Inventory target;

  ChoiceTrials(Flock flock, Inventory target) {
    this.flock = flock;
    this.target = target;
  }

  /** A field of contacts with the type and so many choices that have ids; the smallest is best. */
  static Optional<FieldSchema> field(Inventory target, FieldType type, int choices) {
    return target.object(MODULE.wire()).stream()
        .flatMap(object -> object.fields().stream())
        .filter(field -> field.custom() && field.type() == type)
        .filter(
            field ->
                field.choices().stream().filter(choice -> !choice.id().isBlank()).count()
                    >= choices)
        .findFirst();
  }

  static List<FieldSchema> texts(Inventory target) {
    return target.object(MODULE.wire()).stream()
        .flatMap(object -> object.fields().stream())
        .filter(field -> field.custom() && field.type() == FieldType.TEXT)
        .filter(field -> !field.label().equalsIgnoreCase("qontak_id__c"))
        .limit(2)
        .toList();
  }

  List<Promise> run(String id) {
    List<Promise> promises = new ArrayList<>();
    Optional<FieldSchema> one = field(target, FieldType.DROPDOWN, 2);
    promises.add(
        one.map(field -> single(id, field))
            .orElseGet(() -> Assumption.CHOICES.assumed("contacts have no custom dropdown yet")));
    promises.add(
        one.map(field -> mismatch(id, field))
            .orElseGet(() -> Assumption.MISMATCH.assumed("contacts have no custom dropdown yet")));
    Optional<FieldSchema> several = field(target, FieldType.MULTI_SELECT_DROPDOWN, 2);
    if (several.isPresent()) {
      several(id, several.get(), promises);
    } else {
      String why = "contacts have no multi-select yet";
      promises.add(Assumption.SEVERAL.assumed(why));
      promises.add(Assumption.SEVERAL_READ.assumed(why));
    }
    promises.add(partial(id));
    Result unknown = change(id, "cf_pindah_probe_nowhere", JSON.stringNode("x"));
    promises.add(
        unknown.stands() || !unknown.refusal().isBlank()
            ? Assumption.UNKNOWN_FIELD.found(
                unknown.stands() ? "ignore" : "refuse", unknown.refusal())
            : Assumption.UNKNOWN_FIELD.assumed("no usable answer"));
    return promises;
  }

  private Result change(String id, String name, JsonNode value) {
    ObjectNode attributes = Flock.attributes();
    attributes.set(name, value);
    return flock.change(MODULE, id, attributes);
  }

  private Promise single(String id, FieldSchema field) {
    Choice first = field.choices().getFirst();
    Choice last = field.choices().getLast();
    boolean text = stands(change(id, field.name(), JSON.stringNode(first.label())), field, first);
    boolean byId = stands(change(id, field.name(), number(last)), field, last);
    return form(Assumption.CHOICES, text, byId);
  }

  /** The answer of two tries. */
  static Promise form(Assumption question, boolean text, boolean id) {
    return text && id
        ? question.found("any", "")
        : text
            ? question.found("text", "")
            : id ? question.found("id", "") : question.assumed("neither form was taken");
  }

  static boolean stands(Result result, FieldSchema field, Choice choice) {
    return result
        .row()
        .map(row -> new TargetRow(row.json()).attribute(field.name()))
        .map(value -> is(value, choice))
        .orElse(false);
  }

  /** Read back as the label, or as the id, alone or with its label. */
  private static boolean is(JsonNode value, Choice choice) {
    String text = value.isObject() ? value.path("value").asString("") : value.asString("");
    return text.strip().equalsIgnoreCase(choice.label().strip()) || text.equals(choice.id());
  }

  static JsonNode number(Choice choice) {
    return choice.id().matches("\\d{1,18}")
        ? JSON.numberNode(Long.parseLong(choice.id()))
        : JSON.stringNode(choice.id());
  }

  private Promise mismatch(String id, FieldSchema field) {
    Result result = change(id, field.name(), JSON.stringNode("pindah: no such choice"));
    if (!result.stands()) {
      return result.refusal().isBlank()
          ? Assumption.MISMATCH.assumed("no usable answer")
          : Assumption.MISMATCH.found("refuse", result.refusal());
    }
    return Assumption.MISMATCH.found("null", "the value is passed over in silence");
  }

  private void several(String id, FieldSchema field, List<Promise> promises) {
    Choice first = field.choices().getFirst();
    Choice second = field.choices().get(1);
    ArrayNode labels = JSON.arrayNode().add(first.label()).add(second.label());
    ArrayNode ids = JSON.arrayNode().add(number(first)).add(number(second));
    JsonNode joined = JSON.stringNode(first.label() + ";" + second.label());
    List<String> answers = List.of("array", "joined", "id");
    List<JsonNode> forms = List.of(labels, joined, ids);
    for (int form = 0; form < forms.size(); form++) {
      Result result = change(id, field.name(), forms.get(form));
      Optional<JsonNode> value =
          result.row().map(row -> new TargetRow(row.json()).attribute(field.name()));
      if (value.isPresent() && both(value.get(), first, second)) {
        promises.add(Assumption.SEVERAL.found(answers.get(form), ""));
        promises.add(Assumption.SEVERAL_READ.found(value.get().isArray() ? "array" : "text", ""));
        return;
      }
      change(id, field.name(), JSON.nullNode());
    }
    promises.add(Assumption.SEVERAL.assumed("no form was taken"));
    promises.add(Assumption.SEVERAL_READ.assumed("no form was taken"));
  }

  private static boolean both(JsonNode value, Choice first, Choice second) {
    List<JsonNode> parts =
        value.isArray()
            ? value.valueStream().toList()
            : List.of(value.asString("").split(";")).stream()
                .<JsonNode>map(part -> JSON.stringNode(part.strip()))
                .toList();
    return parts.size() == 2
        && parts.stream().anyMatch(part -> is(part, first))
        && parts.stream().anyMatch(part -> is(part, second));
  }

  private Promise partial(String id) {
    List<FieldSchema> two = texts(target);
    if (two.size() < 2) {
      return Assumption.CUSTOM_PUT.assumed("contacts have fewer than two custom texts yet");
    }
    flock.change(
        MODULE,
        id,
        Flock.attributes().put(two.getFirst().name(), "one").put(two.getLast().name(), "two"));
    Result result = change(id, two.getLast().name(), JSON.stringNode("three"));
    if (result.row().isEmpty()) {
      return Assumption.CUSTOM_PUT.assumed("no usable answer");
    }
    TargetRow row = new TargetRow(result.row().get().json());
    boolean arrived = row.attribute(two.getLast().name()).asString("").equals("three");
    boolean kept = row.attribute(two.getFirst().name()).asString("").equals("one");
    return arrived
        ? Assumption.CUSTOM_PUT.found(kept ? "merge" : "replace", "")
        : Assumption.CUSTOM_PUT.assumed("the change did not arrive");
  }
}
