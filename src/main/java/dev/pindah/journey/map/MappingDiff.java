package dev.pindah.journey.map;

import dev.pindah.model.ObjectName;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.row.SourceRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What changed between two mappings, rule by rule. */
public final class MappingDiff {
  private static final List<String> OWNER_MEMBERS = List.of("creator_id", "user_id");

  private MappingDiff() {}

  /**
   * One rule that changed.
   *
   * @param rule what it is about, such as {@code contact.email}
   * @param before blank for a rule that is new
   * @param after blank for a rule that is gone
   * @param tests by object, which of its records the rule is about
   */
  public record Change(
      String rule, String before, String after, Map<ObjectName, Predicate<SourceRow>> tests) {
    public Change {
      tests = Map.copyOf(tests);
    }

    /** For people. */
    public String line() {
      if (before.isEmpty()) {
        return "+ " + rule + ": " + after;
      }
      return after.isEmpty()
          ? "- " + rule + ": " + before
          : "~ " + rule + ": " + before + " -> " + after;
    }
  }

  private record Said(String says, Map<ObjectName, Predicate<SourceRow>> tests) {}

  public static List<Change> changes(Mapping before, Mapping after) {
    Map<String, Said> old = rules(before);
    Map<String, Said> now = rules(after);
    List<Change> changes = new ArrayList<>();
    now.forEach(
        (rule, said) -> {
          String earlier = Optional.ofNullable(old.get(rule)).map(Said::says).orElse("");
          if (!earlier.equals(said.says)) {
            changes.add(new Change(rule, earlier, said.says, said.tests));
          }
        });
    old.forEach(
        (rule, said) -> {
          if (!now.containsKey(rule)) {
            changes.add(new Change(rule, said.says, "", said.tests));
          }
        });
    return changes;
  }

  private static Map<String, Said> rules(Mapping mapping) {
    Map<String, Said> rules = new LinkedHashMap<>();
    if (!mapping.objects().isEmpty()) {
      rules.put(
          "contact-rule",
          new Said(
              mapping.leadRule().contactWhen() + " " + mapping.leadRule().qualifiedStatuses(),
              Map.of(ObjectName.CONTACT, any -> true)));
    }
    for (ObjectMapping object : mapping.objects()) {
      String name = object.object().wire();
      for (FieldRule rule : object.fields()) {
        rules.put(
            name + "." + rule.source(),
            new Said(
                says(rule), Map.of(object.object(), row -> !row.value(rule.source()).blank())));
      }
      object
          .constants()
          .forEach(
              constant ->
                  rules.put(
                      name + " constant " + constant.target(),
                      new Said(constant.value(), Map.of(object.object(), any -> true))));
    }
    for (PipelineRule pipeline : mapping.pipelines()) {
      rules.put(
          "pipeline " + pipeline.from(),
          new Said(
              pipeline.to() + " " + pipeline.stages().stream().map(MappingDiff::arrow).toList(),
              Map.of(ObjectName.DEAL, row -> row.text("crm_pipeline_id").equals(pipeline.id()))));
    }
    for (OwnerRule owner : mapping.owners()) {
      rules.put("owner " + owner.name(), new Said(owner.to(), owned(owner.id())));
    }
    return rules;
  }

  private static Map<ObjectName, Predicate<SourceRow>> owned(String id) {
    Map<ObjectName, Predicate<SourceRow>> tests = new LinkedHashMap<>();
    for (ObjectName object : Propose.MODULES.keySet()) {
      tests.put(
          object, row -> OWNER_MEMBERS.stream().anyMatch(member -> row.text(member).equals(id)));
    }
    return tests;
  }

  private static String arrow(StageRule stage) {
    return stage.from() + " -> " + stage.to();
  }

  private static String says(FieldRule rule) {
    String where =
        switch (rule.decision()) {
          case ACCEPT -> " " + rule.target();
          case CREATE ->
              rule.create()
                  .map(create -> " " + create.label() + " (" + create.type().wire() + ")")
                  .orElse("");
          case DOCUMENT, DROP, REVIEW -> "";
        };
    String how =
        rule.moves()
            ? Stream.concat(
                    Stream.of(" as " + rule.transform().wire()),
                    rule.recipe().stream().map(recipe -> " " + recipe))
                .reduce("", String::concat)
            : "";
    String values =
        rule.values().isEmpty()
            ? ""
            : " "
                + rule.values().stream().map(value -> value.from() + " -> " + value.to()).toList();
    return rule.decision().wire() + where + how + values;
  }
}
