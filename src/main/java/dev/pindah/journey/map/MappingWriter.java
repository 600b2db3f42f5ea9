package dev.pindah.journey.map;

import com.google.errorprone.annotations.FormatMethod;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.Example;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.ObjectMapping.Constant;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.Recipe;
import dev.pindah.model.mapping.ValueRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code mapping.yaml} for people: in order, commented, one field below the other. */
public final class MappingWriter {
  private static final double ALMOST = 0.999;

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_ ./()@+-]*[A-Za-z0-9_)./@+-]|[A-Za-z_]");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n|~");

  private final StringBuilder text = new StringBuilder();

  private MappingWriter() {}

  public static String write(Mapping mapping) {
    MappingWriter writer = new MappingWriter();
    writer.head(mapping);
    mapping.objects().forEach(writer::object);
    writer.pipelines(mapping.pipelines());
    writer.owners(mapping.owners());
    writer.fixed();
    return writer.text.toString();
  }

  @FormatMethod
  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }

  private void head(Mapping mapping) {
    line("# yaml-language-server: $schema=%s", MappingSchema.FILE);
    line("# How Qontak's records arrive in Freshsales. No record moves before this is confirmed.");
    line("#   decision: accept    goes to 'target'");
    line("#             create    goes to a new custom field, which 'pindah prepare' asks for");
    line("#             document  does not move; kept for the handoff documents");
    line("#             drop      is left behind, with your consent");
    line("#             review    undecided: decide before confirming");
    line("# Edit freely, then: pindah map --check    pindah map --confirm --by NAME");
    line("migration: %s", scalar(mapping.migration()));
    line("");
    line("# A contact becomes a contact when this holds, else a lead. Known words: deal_count,");
    line(
        "# sales_qualified (its status is in the list below), status, and every field of a contact.");
    line("# Examples are tests: 'pindah map --check' runs them, here and below fields.");
    leadRule(mapping.leadRule());
    line("");
    line("objects:");
  }

  private void leadRule(LeadRule rule) {
    line("contact-rule:");
    line("  contact-when: %s", scalar(rule.contactWhen()));
    line("  qualified-statuses: %s", list(rule.qualifiedStatuses()));
    if (!rule.tests().isEmpty()) {
      line("  examples:");
      rule.tests().forEach(this::test);
    }
  }

  private void object(ObjectMapping object) {
    line("  %s:", object.object().wire());
    line("    target: %s", object.target().wire());
    line("    fields:");
    object.fields().forEach(this::field);
    if (!object.constants().isEmpty()) {
      line("    constants:");
      for (Constant constant : object.constants()) {
        line(
            "      - {target: %s, value: %s}", scalar(constant.target()), quoted(constant.value()));
      }
    }
  }

  private void test(LeadRule.Test test) {
    Map<String, String> all = new TreeMap<>(test.given());
    line("    - {%s, expect: %s}", pairs(all), test.contact() ? "contact" : "lead");
  }

  private static String pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> scalar(entry.getKey()) + ": " + quoted(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** One field as it stands below its object. */
  static String block(FieldRule rule) {
    MappingWriter writer = new MappingWriter();
    writer.field(rule);
    return writer.text.toString();
  }

  /** One pipeline as it stands in the list. */
  static String block(PipelineRule rule) {
    MappingWriter writer = new MappingWriter();
    writer.pipeline(rule);
    return writer.text.toString();
  }

  /** One owner as it stands in the list. */
  static String block(OwnerRule rule) {
    MappingWriter writer = new MappingWriter();
    writer.owner(rule);
    return writer.text.toString();
  }

  static String block(LeadRule rule) {
    MappingWriter writer = new MappingWriter();
    writer.leadRule(rule);
    return writer.text.toString();
  }

  private void field(FieldRule rule) {
    line("      - source: %s", scalar(rule.source()));
    line("        label: %s", scalar(rule.label()));
    line("        decision: %s", rule.decision().wire());
    if (rule.decision() == Decision.ACCEPT || rule.decision() == Decision.REVIEW) {
      if (!rule.target().isBlank()) {
        line("        target: %s", scalar(rule.target()));
      }
    }
    rule.create().ifPresent(this::create);
    if (rule.moves() || rule.decision() == Decision.REVIEW) {
      line("        transform: %s", rule.transform().wire());
      rule.recipe().ifPresent(this::recipe);
    }
    if (rule.confidence() < 1) {
      // What was guessed is never written as certain: it would be read as curated.
      line("        confidence: %.3f", Math.min(rule.confidence(), ALMOST));
    }
    line("        reason: %s", scalar(rule.reason()));
    if (!rule.values().isEmpty()) {
      line("        values:");
      rule.values().forEach(this::value);
    }
    if (!rule.examples().isEmpty()) {
      line("        examples:");
      rule.examples().forEach(this::example);
    }
  }

  private void recipe(Recipe recipe) {
    switch (recipe) {
      case Recipe.Split split ->
          line(
              "        split: {separator: %s, part: %s, into: %s}",
              quoted(split.separator()),
              split.part().name().toLowerCase(Locale.ROOT),
              list(split.into()));
      case Recipe.Join join ->
          line(
              "        join: {with: %s, separator: %s}",
              list(join.with()), quoted(join.separator()));
      case Recipe.Constant constant -> line("        constant: %s", quoted(constant.value()));
      case Recipe.Lookup lookup -> line("        otherwise: %s", quoted(lookup.otherwise()));
      case Recipe.DateForm form -> line("        format: %s", quoted(form.pattern()));
      case Recipe.Expression expression ->
          line("        expression: %s", quoted(expression.text()));
    }
  }

  private void example(Example example) {
    String with =
        example.with().isEmpty() ? "" : "with: {" + pairs(new TreeMap<>(example.with())) + "}, ";
    line(
        "          - {given: %s, %sexpect: %s}",
        quoted(example.given()), with, quoted(example.expect()));
  }

  private void create(NewField create) {
    line(
        "        create: {label: %s, type: %s, choices: %s}",
        scalar(create.label()), create.type().wire(), list(create.choices()));
  }

  private void value(ValueRule value) {
    line("          - {from: %s, to: %s}", scalar(value.from()), scalar(value.to()));
  }

  private void pipelines(List<PipelineRule> pipelines) {
    line("");
    line("# Stages are named; 'pindah prepare' asks for those that the target lacks.");
    line("pipelines:%s", pipelines.isEmpty() ? " []" : "");
    pipelines.forEach(this::pipeline);
  }

  private void pipeline(PipelineRule rule) {
    line("  - id: %s", quoted(rule.id()));
    line("    from: %s", scalar(rule.from()));
    line("    to: %s", scalar(rule.to()));
    line("    stages:%s", rule.stages().isEmpty() ? " []" : "");
    rule.stages()
        .forEach(
            stage ->
                line(
                    "      - {id: %s, from: %s, to: %s}",
                    quoted(stage.id()), scalar(stage.from()), scalar(stage.to())));
  }

  private void owners(List<OwnerRule> owners) {
    line("");
    line("# 'to' is the e-mail of a user of the target, or placeholder.");
    line("owners:%s", owners.isEmpty() ? " []" : "");
    owners.forEach(this::owner);
  }

  private void owner(OwnerRule owner) {
    line(
        "  - {id: %s, name: %s, email: %s, role: %s, to: %s}",
        quoted(owner.id()),
        scalar(owner.name()),
        scalar(owner.email()),
        scalar(owner.role()),
        scalar(owner.to()));
  }

  /** What no line of the file decides, so that nobody looks for it here. */
  private void fixed() {
    line("");
    line("# These move by fixed rules:");
    for (StandardFields.Row row : StandardFields.fixed()) {
      line(
          "#   %s.%s: %s",
          row.object(),
          row.source(),
          row.documents() ? "documented, " + row.reason() : row.reason());
    }
  }

  private static String list(List<String> values) {
    return values.stream().map(MappingWriter::scalar).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String scalar(String value) {
    return PLAIN.matcher(value).matches() && !RESERVED.matcher(value).matches()
        ? value
        : quoted(value);
  }

  /** JSON strings are YAML strings. */
  private static String quoted(String value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
