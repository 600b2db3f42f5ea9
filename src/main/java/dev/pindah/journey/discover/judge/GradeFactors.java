package dev.pindah.journey.discover.judge;

import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.Grade.Factor;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.ObjectMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The five factors of the grade; each says every number that went into it. */
final class GradeFactors {
  private static final int COMPATIBILITY = 35;
  private static final int CLARITY = 20;
  private static final int CONSTRAINTS = 15;
  static final int VOLUME = 15;
  static final int QUALITY = 15;

  /** What the two APIs can do, from their published documents: yes is worth its part of 100. */
  private static final Map<String, Boolean> CAPABILITIES =
      new java.util.TreeMap<>(
          Map.of(
              "source lists every object by pages", true,
              "source gives files by API", true,
              "source tells what changed since a date", false,
              "source publishes its rate limit", false,
              "target writes in bulk", true,
              "target deletes by API", true,
              "target makes custom fields by API", false,
              "target takes original dates", false));

  private static final Set<String> LONG_STAGES = Set.of("extract", "load", "reconcile");

  private GradeFactors() {}

  static Factor unknown(String id, int weight, String why) {
    return new Factor(id, weight, -1, List.of(why));
  }

  static Factor compatibility(List<Compatibility> table) {
    Map<String, Long> relations =
        table.stream()
            .collect(
                Collectors.groupingBy(
                    Compatibility::relation, java.util.TreeMap::new, Collectors.counting()));
    double sum = 0;
    List<String> inputs = new ArrayList<>();
    for (Map.Entry<String, Long> relation : relations.entrySet()) {
      int worth = worth(relation.getKey());
      sum += (double) worth * relation.getValue();
      inputs.add(
          relation.getValue()
              + " of "
              + table.size()
              + " objects "
              + relation.getKey()
              + ", "
              + worth
              + " points each");
    }
    double points = table.isEmpty() ? 100 : sum / table.size();
    return new Factor("compatibility", COMPATIBILITY, points, inputs);
  }

  private static int worth(String relation) {
    return switch (relation) {
      case "1:1" -> 100;
      case "1:many" -> 75;
      case "mapping" -> 60;
      default -> 25;
    };
  }

  static Factor publishedClarity(List<Compatibility> table) {
    long full = table.stream().filter(row -> row.support().equals("full")).count();
    long mapping = table.size() - full;
    return new Factor(
        "clarity",
        CLARITY,
        (100.0 * full + 50.0 * mapping) / table.size(),
        List.of(
            full + " objects with full support, 100 points each",
            mapping + " objects that need mapping, 50 points each"));
  }

  static Factor clarity(Case account) {
    Map<Decision, Long> decisions = decisions(account);
    if (decisions.isEmpty()) {
      return unknown("clarity", CLARITY, "no field is known");
    }
    List<String> inputs = new ArrayList<>();
    decisions.forEach(
        (decision, fields) ->
            inputs.add(
                fields
                    + " used fields: "
                    + decision.wire()
                    + ", "
                    + worth(decision)
                    + " points each"));
    return new Factor("clarity", CLARITY, clarity(account, Decision.REVIEW), inputs);
  }

  /** Points when fields of one decision count as if they had a place already. */
  static double clarity(Case account, Decision settled) {
    double sum = 0;
    long all = 0;
    for (Map.Entry<Decision, Long> fields : decisions(account).entrySet()) {
      boolean made = settled == Decision.CREATE && fields.getKey() == Decision.CREATE;
      sum += (double) fields.getValue() * (made ? 100 : worth(fields.getKey()));
      all += fields.getValue();
    }
    return all == 0 ? 0 : sum / all;
  }

  private static int worth(Decision decision) {
    return switch (decision) {
      case ACCEPT -> 100;
      case CREATE, REVIEW -> 50;
      case DOCUMENT, DROP -> 25;
    };
  }

  /** Of fields that any record uses, as far as was looked. */
  private static Map<Decision, Long> decisions(Case account) {
    Set<String> unused =
        account.fields().stream()
            .filter(field -> field.filled() == 0)
            .map(GradeFactors::name)
            .collect(Collectors.toSet());
    Map<Decision, Long> decisions = new java.util.EnumMap<>(Decision.class);
    for (ObjectMapping object : account.mapping()) {
      for (FieldRule rule : object.fields()) {
        if (!unused.contains(object.object().wire() + "." + rule.source())) {
          decisions.merge(rule.decision(), 1L, Long::sum);
        }
      }
    }
    return decisions;
  }

  private static String name(FieldFacts field) {
    return field.object() + "." + field.key();
  }

  static Factor constraints(Optional<Forecast> forecast) {
    List<String> inputs = new ArrayList<>();
    CAPABILITIES.forEach((what, yes) -> inputs.add(what + ": " + (yes ? "yes" : "no")));
    long able = CAPABILITIES.values().stream().filter(yes -> yes).count();
    double able100 = 100.0 * able / CAPABILITIES.size();
    inputs.add(
        String.format(Locale.ROOT, "%d of %d: %.0f points", able, CAPABILITIES.size(), able100));
    if (forecast.isEmpty()) {
      return new Factor("constraints", CONSTRAINTS, able100, inputs);
    }
    double hours =
        forecast.get().hours().stream()
            .filter(stage -> LONG_STAGES.contains(stage.stage()))
            .mapToDouble(stage -> stage.hours().likely())
            .sum();
    double quick =
        step(hours, new double[] {12, 48, 96, 168, 336}, new int[] {100, 80, 65, 50, 30}, 10);
    inputs.add(
        String.format(
            Locale.ROOT,
            "%.1f hours of extract, load and reconcile: %.0f points (12 h: 100, 48 h: 80, 96 h:"
                + " 65, 168 h: 50, 336 h: 30, more: 10)",
            hours,
            quick));
    inputs.add("the mean of both");
    return new Factor("constraints", CONSTRAINTS, (able100 + quick) / 2, inputs);
  }

  private static double step(double value, double[] limits, int[] points, int rest) {
    for (int place = 0; place < limits.length; place++) {
      if (value <= limits[place]) {
        return points[place];
      }
    }
    return rest;
  }

  static Factor volume(Volumes volumes) {
    Range moving = volumes.moving();
    double points =
        step(
            moving.likely(),
            new double[] {10_000, 50_000, 200_000, 500_000, 2_000_000},
            new int[] {100, 90, 75, 60, 40},
            10);
    return new Factor(
        "volume",
        VOLUME,
        points,
        List.of(
            String.format(
                Locale.ROOT,
                "%,.0f records: %.0f points (10,000: 100, 50,000: 90, 200,000: 75, 500,000: 60,"
                    + " 2,000,000: 40, more: 10)",
                moving.likely(),
                points)));
  }

  /** Twice the share of findings per record looked at. */
  static Factor quality(Case account) {
    long findings = account.facts().issues().stream().mapToLong(Issue::records).sum();
    long looked =
        account.facts().looked().entrySet().stream()
            .filter(entry -> entry.getKey().moves())
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (looked == 0) {
      return unknown("quality", QUALITY, "no record was looked at");
    }
    double share = (double) findings / looked;
    return new Factor(
        "quality",
        QUALITY,
        100 * (1 - Math.min(1, 2 * share)),
        List.of(
            String.format(
                Locale.ROOT,
                "%,d findings in %,d records looked at (%.1f %%), each per cent costs 2 points",
                findings,
                looked,
                100 * share)));
  }
}
