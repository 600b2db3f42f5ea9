package dev.pindah.journey.map;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.TargetModule;
import dev.pindah.model.document.Document;
import dev.pindah.model.document.Section;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.ObjectMapping.Constant;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.mapping.Recipe;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code mapping.yaml} as a person left it; all problems with their lines. */
public final class MappingReader {
  /** Name of the file in messages. */
  public static final String FILE = "mapping.yaml";

  private final Problems problems;
  private final Map<String, String> places = new HashMap<>();

  private MappingReader(Problems problems) {
    this.problems = problems;
  }

  /** Empty when the file has problems. */
  public static Optional<Mapping> read(String text, Problems problems) {
    return locate(text, problems).map(Located::mapping);
  }

  /** As far as the file can be read, whatever is wrong with it. */
  public static Optional<Located> lenient(String text, Problems problems) {
    MappingReader reader = new MappingReader(problems);
    return Document.parse(FILE, text, problems)
        .map(reader::mapping)
        .map(found -> new Located(found, reader.places));
  }

  /** The mapping and where its parts stand in the file. */
  public static Optional<Located> locate(String text, Problems problems) {
    Optional<Located> located = lenient(text, problems);
    return problems.isEmpty() ? located : Optional.empty();
  }

  /**
   * A mapping as it stands in a file.
   *
   * @param places file and line by what stands there: {@code contact.email}, {@code contact-rule},
   *     {@code pipeline 5}, {@code owner 7}, {@code contact}
   */
  public record Located(Mapping mapping, Map<String, String> places) {
    public Located {
      places = Map.copyOf(places);
    }

    public String place(String what) {
      return places.getOrDefault(what, FILE);
    }
  }

  private Mapping mapping(Section root) {
    String migration = root.required("migration");
    LeadRule rule =
        root.section("contact-rule")
            .map(this::leadRule)
            .orElseGet(() -> new LeadRule(LeadRule.DEFAULT, List.of()));
    List<ObjectMapping> objects = new ArrayList<>();
    root.section("objects")
        .ifPresentOrElse(
            section ->
                section
                    .named()
                    .forEach((name, object) -> object(name, object).ifPresent(objects::add)),
            () -> root.problem("objects", "'objects' is missing", "run pindah map --propose"));
    List<PipelineRule> pipelines = root.sections("pipelines").stream().map(this::pipeline).toList();
    List<OwnerRule> owners = root.sections("owners").stream().map(this::owner).toList();
    root.done();
    return new Mapping(migration, rule, objects, pipelines, owners);
  }

  private LeadRule leadRule(Section section) {
    places.put("contact-rule", section.place("contact-when"));
    LeadRule rule =
        new LeadRule(
            section.text("contact-when", LeadRule.DEFAULT),
            section.texts("qualified-statuses"),
            section.sections("examples").stream().map(MappingReader::test).toList());
    section.done();
    return rule;
  }

  private static LeadRule.Test test(Section section) {
    boolean contact = section.oneOf("expect", Map.of("contact", true, "lead", false), true);
    Map<String, String> given = new HashMap<>(section.scalars());
    given.remove("expect");
    return new LeadRule.Test(given, contact);
  }

  private Optional<ObjectMapping> object(String name, Section section) {
    Optional<ObjectName> object = ObjectName.of(name).filter(Propose.MODULES::containsKey);
    if (object.isEmpty()) {
      problems.add(section.place(), "no object is called '" + name + "'", "");
      return Optional.empty();
    }
    Optional<TargetModule> module = TargetModule.of(section.required("target"));
    if (module.isEmpty()) {
      section.problem("target", "no module has this name", "");
    }
    places.put(name, section.place());
    List<FieldRule> fields = new ArrayList<>();
    Map<String, String> targets = new HashMap<>();
    for (Section field : section.sections("fields")) {
      ReadFieldRule.read(field)
          .ifPresent(
              rule -> {
                twice(name, rule, field);
                duplicate(rule, field, targets);
                fields.add(rule);
              });
    }
    List<Constant> constants = section.sections("constants").stream().map(this::constant).toList();
    constants.forEach(constant -> duplicate(constant, section, targets));
    section.done();
    return module.map(found -> new ObjectMapping(object.get(), found, fields, constants));
  }

  private Constant constant(Section section) {
    Constant constant = new Constant(section.required("target"), section.required("value"));
    section.done();
    return constant;
  }

  /** A field is decided once. */
  private void twice(String object, FieldRule rule, Section field) {
    String before = places.putIfAbsent(object + "." + rule.source(), field.place());
    if (before != null) {
      field.problem(
          "source", "'" + rule.source() + "' is decided at " + before + " already", "keep one");
    }
  }

  private static void duplicate(Constant constant, Section section, Map<String, String> targets) {
    String first = targets.putIfAbsent(constant.target(), "a constant");
    if (first != null) {
      section.problem(
          "constants",
          "a constant and '" + first + "' both go to " + constant.target(),
          "keep one of them");
    }
  }

  /** Plain fields may not share a target. */
  private static void duplicate(FieldRule rule, Section field, Map<String, String> targets) {
    String target =
        rule.decision() == Decision.CREATE
            ? rule.create().map(create -> "new field " + create.label()).orElse("")
            : rule.target();
    if (!rule.moves() || rule.transform().shares() || target.isBlank()) {
      return;
    }
    List<String> all = new ArrayList<>(List.of(target));
    if (rule.recipe().orElse(null) instanceof Recipe.Split split) {
      all.addAll(split.into());
    }
    for (String each : all) {
      String first = targets.putIfAbsent(each, rule.source());
      if (first != null) {
        field.problem(
            "target",
            "'" + rule.source() + "' and '" + first + "' both go to " + each,
            "document or drop one of them");
      }
    }
  }

  private PipelineRule pipeline(Section section) {
    section.text("id").ifPresent(id -> places.put("pipeline " + id, section.place()));
    PipelineRule rule =
        new PipelineRule(
            section.required("id"),
            section.text("from", ""),
            section.required("to"),
            section.sections("stages").stream().map(this::stage).toList());
    section.done();
    return rule;
  }

  private StageRule stage(Section section) {
    StageRule rule =
        new StageRule(section.required("id"), section.text("from", ""), section.required("to"));
    section.done();
    return rule;
  }

  private OwnerRule owner(Section section) {
    section.text("id").ifPresent(id -> places.put("owner " + id, section.place()));
    OwnerRule rule =
        new OwnerRule(
            section.required("id"),
            section.text("name", ""),
            section.text("email", ""),
            section.text("role", ""),
            section.required("to"));
    section.done();
    return rule;
  }
}
