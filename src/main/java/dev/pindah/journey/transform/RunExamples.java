package dev.pindah.journey.transform;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.Example;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs the examples inside a mapping through the very rules that records go through. */
public final class RunExamples {
  private final Inventory source;
  private final Inventory destination;
  private final TransformSettings settings;

  public RunExamples(Inventory source, Inventory destination, TransformSettings settings) {
    this.source = source;
    this.destination = destination;
    this.settings = settings;
  }

  /**
   * An example that did not hold.
   *
   * @param object wire name; blank for the contact rule
   * @param number which of the rule's examples, from 0
   */
  public record Failure(String object, FieldRule rule, int number, String got, String expected) {}

  /** Those of the fields. */
  public List<Failure> run(Mapping mapping) {
    List<Failure> failures = new ArrayList<>();
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        for (int i = 0; i < rule.examples().size() && rule.moves(); i++) {
          Example example = rule.examples().get(i);
          String got = got(mapping, object, rule, example);
          if (!got.equals(example.expect())) {
            failures.add(new Failure(object.object().wire(), rule, i, got, example.expect()));
          }
        }
      }
    }
    return failures;
  }

  /** Numbers of the contact rule's tests that do not hold, or that cannot be evaluated. */
  public List<Integer> run(LeadRule rule) {
    Set<String> fields =
        schema(ObjectName.CONTACT).fields().stream()
            .map(FieldSchema::key)
            .collect(Collectors.toSet());
    ContactOrLead decide = new ContactOrLead(rule, fields);
    List<Integer> failed = new ArrayList<>();
    for (int i = 0; i < rule.tests().size(); i++) {
      LeadRule.Test test = rule.tests().get(i);
      if (!holds(decide, test)) {
        failed.add(i);
      }
    }
    return failed;
  }

  private boolean holds(ContactOrLead decide, LeadRule.Test test) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    test.given().forEach((key, value) -> fill(row, schema(ObjectName.CONTACT), key, value));
    String deals = test.given().getOrDefault(LeadRule.DEAL_COUNT, "0");
    try {
      return decide.contact(
              Integer.parseInt(deals.strip()),
              test.given().getOrDefault(LeadRule.STATUS, ""),
              new SourceRow(row.toString()))
          == test.contact();
    } catch (IllegalArgumentException notUnderstood) {
      return false;
    }
  }

  private String got(Mapping mapping, ObjectMapping object, FieldRule rule, Example example) {
    ObjectSchema schema = schema(object.object());
    ObjectNode row = JsonMapper.shared().createObjectNode();
    fill(row, schema, rule.source(), example.given());
    example.with().forEach((key, value) -> fill(row, schema, key, value));
    Target target = new Target(withCreated(object));
    FieldPass pass =
        new FieldPass(
            new ObjectMapping(object.object(), object.target(), List.of(rule)),
            schema,
            target,
            new Values(target, settings.zone()),
            new Owners(target, mapping.owners(), settings.placeholderOwner()),
            any -> true);
    Draft draft =
        new Draft(
            new RecordKey(object.object(), "example"),
            new SourceRow(row.toString()),
            object.target());
    pass.run(draft);
    String name = target.field(object.target(), rule).map(FieldSchema::name).orElse(rule.target());
    JsonNode written = draft.attribute(name);
    if (written.isMissingNode() && name.equals("mobile_number")) {
      written = draft.attribute("work_number");
    }
    return written.isMissingNode() && FieldPass.text(object.target())
        ? Stream.concat(Stream.of(draft.body()), draft.lines().stream())
            .filter(Predicate.not(String::isBlank))
            .collect(Collectors.joining("\n"))
        : text(written);
  }

  private static String text(JsonNode node) {
    return node.isArray()
        ? node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
        : node.asString("");
  }

  private ObjectSchema schema(ObjectName object) {
    return source
        .object(object.wire())
        .orElseGet(() -> new ObjectSchema(object.wire(), -1, List.of()));
  }

  /** As the source writes it: options by id with their label beside, custom fields in a list. */
  private static void fill(ObjectNode row, ObjectSchema schema, String key, String text) {
    Optional<FieldSchema> field = schema.field(key);
    String value =
        field.stream()
            .flatMap(known -> known.choices().stream())
            .filter(choice -> choice.label().strip().equalsIgnoreCase(text.strip()))
            .map(Choice::id)
            .filter(id -> !id.isBlank())
            .findFirst()
            .orElse(text);
    if (field.filter(FieldSchema::custom).isPresent()) {
      row.withArray("additional_fields")
          .addObject()
          .put("id", field.get().id())
          .put("name", field.get().name())
          .put("value", value)
          .put("value_name", text);
    } else {
      List<String> members = SourceRow.members(key).toList();
      row.put(members.getFirst(), value);
      if (!value.equals(text) && members.size() > 1) {
        row.put(members.get(1), text);
      }
    }
  }

  /** The destination with the fields that prepare is still going to ask for. */
  private Inventory withCreated(ObjectMapping object) {
    List<FieldSchema> created =
        object.fields().stream()
            .filter(rule -> rule.decision() == Decision.CREATE)
            .flatMap(rule -> rule.create().stream())
            .map(RunExamples::made)
            .toList();
    Map<Boolean, List<ObjectSchema>> parted =
        destination.objects().stream()
            .collect(
                Collectors.partitioningBy(known -> known.name().equals(object.target().wire())));
    List<ObjectSchema> objects = new ArrayList<>(parted.getOrDefault(false, List.of()));
    List<FieldSchema> fields =
        new ArrayList<>(
            parted.getOrDefault(true, List.of()).stream()
                .flatMap(known -> known.fields().stream())
                .toList());
    fields.addAll(created);
    objects.add(new ObjectSchema(object.target().wire(), -1, fields));
    return new Inventory(
        destination.product(),
        destination.readAt(),
        objects,
        destination.pipelines(),
        destination.people(),
        destination.vocabularies());
  }

  private static FieldSchema made(NewField field) {
    return new FieldSchema(
        "",
        "cf_example_" + Integer.toHexString(field.label().hashCode()),
        field.label(),
        field.label(),
        field.type(),
        true,
        false,
        field.choices().stream().map(label -> new Choice("", label)).toList());
  }
}
