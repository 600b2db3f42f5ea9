package dev.pindah.journey.map;

import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed between two mappings, one line per rule. */
public final class MappingDiff {
  private MappingDiff() {}

  public static List<String> lines(Mapping before, Mapping after) {
    Map<String, String> old = rules(before);
    Map<String, String> now = rules(after);
    List<String> lines = new ArrayList<>();
    now.forEach(
        (rule, says) -> {
          String said = old.get(rule);
          if (said == null) {
            lines.add("+ " + rule + ": " + says);
          } else if (!said.equals(says)) {
            lines.add("~ " + rule + ": " + said + " -> " + says);
          }
        });
    old.forEach(
        (rule, said) -> {
          if (!now.containsKey(rule)) {
            lines.add("- " + rule + ": " + said);
          }
        });
    return lines;
  }

  private static Map<String, String> rules(Mapping mapping) {
    Map<String, String> rules = new LinkedHashMap<>();
    if (!mapping.objects().isEmpty()) {
      rules.put(
          "contact-rule",
          mapping.leadRule().contactWhen() + " " + mapping.leadRule().qualifiedStatuses());
    }
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        rules.put(object.object().wire() + "." + rule.source(), says(rule));
      }
    }
    for (PipelineRule pipeline : mapping.pipelines()) {
      rules.put(
          "pipeline " + pipeline.from(),
          pipeline.to()
              + " "
              + pipeline.stages().stream()
                  .map(stage -> stage.from() + " -> " + stage.to())
                  .toList());
    }
    for (OwnerRule owner : mapping.owners()) {
      rules.put("owner " + owner.name(), owner.to());
    }
    return rules;
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
    String values =
        rule.values().isEmpty()
            ? ""
            : " "
                + rule.values().stream().map(value -> value.from() + " -> " + value.to()).toList();
    return rule.decision().wire()
        + where
        + (rule.moves() ? " as " + rule.transform().wire() : "")
        + values;
  }
}
