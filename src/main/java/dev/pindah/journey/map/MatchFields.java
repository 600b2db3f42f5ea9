package dev.pindah.journey.map;

import dev.pindah.journey.map.Proposal.Option;
import dev.pindah.journey.map.match.Column;
import dev.pindah.journey.map.match.Comparison;
import dev.pindah.journey.map.match.Matcher;
import dev.pindah.journey.map.match.Matcher.Pair;
import dev.pindah.journey.map.match.ValueKind;
import dev.pindah.model.TargetModule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which fields of the target could hold the fields that no curated row knows, and how likely. */
final class MatchFields {
  /** Attributes that every account has and that the API takes, beside those of the curated map. */
  private static final Map<TargetModule, Set<String>> WRITABLE =
      Map.of(
          TargetModule.CONTACTS,
          Set.of(
              "job_title",
              "department",
              "address",
              "city",
              "state",
              "zipcode",
              "country",
              "work_number",
              "mobile_number",
              "medium",
              "keyword",
              "facebook",
              "twitter",
              "linkedin"),
          TargetModule.SALES_ACCOUNTS,
          Set.of(
              "phone",
              "website",
              "address",
              "city",
              "state",
              "zipcode",
              "country",
              "number_of_employees",
              "annual_revenue",
              "facebook",
              "twitter",
              "linkedin"),
          TargetModule.DEALS,
          Set.of("name", "probability", "expected_close"));

  /** Labels of the fields that carry our own marks begin so. */
  private static final String OWN = "qontak_";

  /** Candidates that are shown of a field. */
  private static final int SHOWN = 5;

  /** Shown however unlikely they are. */
  private static final int ALWAYS = 3;

  private static final double WORTH_SHOWING = 0.02;

  private final Map<String, List<Option>> candidates = new HashMap<>();
  private final Map<String, String> partners = new HashMap<>();
  private final Map<String, String> reasons = new HashMap<>();

  /**
   * Compares all of them at once, since fields compete for their partners.
   *
   * @param taken target fields that the curated map fills
   */
  MatchFields(
      List<FieldSchema> sources,
      Map<String, ValueProfile> profiles,
      List<FieldSchema> targets,
      TargetModule module,
      Set<String> taken) {
    Map<String, FieldSchema> byName = new HashMap<>();
    for (FieldSchema field : targets) {
      if (open(field, module, taken)) {
        byName.putIfAbsent(field.name(), field);
      }
    }
    if (sources.isEmpty() || byName.isEmpty()) {
      return;
    }
    Comparison comparison =
        new Matcher()
            .compare(
                sources.stream().map(field -> column(field, profiles)).toList(),
                byName.values().stream().map(field -> column(field, Map.of())).toList());
    List<Pair> ranked = comparison.pairs();
    Matcher.assign(ranked).forEach(pair -> partners.put(pair.source(), pair.target()));
    for (Pair pair : ranked) {
      reasons.computeIfAbsent(pair.source(), any -> comparison.why(pair));
      List<Option> options = candidates.computeIfAbsent(pair.source(), any -> new ArrayList<>());
      boolean worth = options.size() < ALWAYS || pair.confidence() >= WORTH_SHOWING;
      if (options.size() < SHOWN && worth) {
        FieldSchema target = byName.getOrDefault(pair.target(), targets.getFirst());
        options.add(new Option(module.wire(), target.name(), target.label(), pair.confidence()));
      }
    }
  }

  private static boolean open(FieldSchema field, TargetModule module, Set<String> taken) {
    return !taken.contains(field.name())
        && (field.custom()
            ? !field.label().startsWith(OWN)
            : WRITABLE.getOrDefault(module, Set.of()).contains(field.name()));
  }

  private static Column column(FieldSchema field, Map<String, ValueProfile> profiles) {
    ValueProfile profile = profiles.get(field.key());
    Stream<String> seen = profile == null ? Stream.empty() : profile.top().keySet().stream();
    List<String> values =
        Stream.concat(field.choices().stream().map(Choice::label), seen).distinct().toList();
    return new Column(
        field.key(),
        field.label().isBlank() ? field.name() : field.label(),
        ValueKind.of(field.type()),
        values);
  }

  /** Best first. */
  List<Option> of(FieldSchema source) {
    return List.copyOf(candidates.getOrDefault(source.key(), List.of()));
  }

  /** What speaks for the best one. */
  String why(FieldSchema source) {
    return reasons.getOrDefault(source.key(), "");
  }

  /** The best one when no other field deserves it more; 0 otherwise. */
  double confidence(FieldSchema source) {
    List<Option> options = of(source);
    return !options.isEmpty() && options.getFirst().field().equals(partners.get(source.key()))
        ? options.getFirst().confidence()
        : 0;
  }
}
