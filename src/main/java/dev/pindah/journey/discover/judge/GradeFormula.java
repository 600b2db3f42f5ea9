package dev.pindah.journey.discover.judge;

import dev.pindah.journey.discover.judge.Compatibilities.Row;
import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Grade.Change;
import dev.pindah.model.audit.Grade.Factor;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Grade A to D: the weighted mean of compatibility (35), mapping clarity (20), API constraints
 * (15), volume (15) and data quality (15). What is not known is left out, and the rest counts for
 * all.
 */
public final class GradeFormula {
  /** History that a customer may do without. */
  private static final Set<ObjectName> HISTORY =
      EnumSet.of(ObjectName.TIMELINE, ObjectName.STAGE_CHANGE, ObjectName.REAL_CREATOR);

  private GradeFormula() {}

  /** The published pair: its own table of eight objects and nothing else. */
  public static Grade published() {
    List<Compatibility> table = Compatibilities.published(Optional.empty());
    return grade(
        List.of(
            GradeFactors.compatibility(table),
            GradeFactors.publishedClarity(table),
            GradeFactors.constraints(Optional.empty()),
            GradeFactors.unknown("volume", GradeFactors.VOLUME, "no account"),
            GradeFactors.unknown("quality", GradeFactors.QUALITY, "no account")),
        List.of());
  }

  /** From counts that were typed in. */
  public static Grade typed(Volumes volumes, Terms terms) {
    List<Compatibility> table = Compatibilities.published(Optional.empty());
    Forecast forecast = Forecast.of(volumes, terms);
    List<Factor> factors =
        List.of(
            GradeFactors.compatibility(table),
            GradeFactors.publishedClarity(table),
            GradeFactors.constraints(Optional.of(forecast)),
            GradeFactors.volume(volumes),
            GradeFactors.unknown(
                "quality", GradeFactors.QUALITY, "nobody has looked at the data: run discover"));
    return grade(factors, faster(factors, volumes, terms));
  }

  static Grade of(Case account) {
    List<Compatibility> present =
        Compatibilities.ROWS.stream()
            .filter(row -> row.table().equals("published"))
            .filter(row -> Compatibilities.present(row, account))
            .map(Row::row)
            .toList();
    List<Factor> factors =
        List.of(
            GradeFactors.compatibility(present),
            GradeFactors.clarity(account),
            GradeFactors.constraints(Optional.of(account.forecast())),
            GradeFactors.volume(account.volumes()),
            GradeFactors.quality(account));
    List<Change> changes = new ArrayList<>();
    long issues = account.facts().issues().stream().mapToLong(Issue::records).sum();
    if (issues > 0) {
      changes.add(
          change(
              String.format(Locale.ROOT, "clean the %,d findings of the data-quality page", issues),
              factors,
              "quality",
              100));
    }
    long toMake = account.toMake().size();
    if (toMake > 0) {
      changes.add(
          change(
              "make " + toMake + " fields on the target first, with the labels of the source",
              factors,
              "clarity",
              GradeFactors.clarity(account, Decision.CREATE)));
    }
    changes.addAll(faster(factors, account.volumes(), account.terms()));
    return grade(factors, changes);
  }

  private static Grade grade(List<Factor> factors, List<Change> changes) {
    double points = points(factors);
    return new Grade(
        Grade.letter(points),
        points,
        factors,
        changes.stream().filter(change -> change.points() > points + 0.05).toList());
  }

  private static double points(List<Factor> factors) {
    double sum = 0;
    double weights = 0;
    for (Factor factor : factors) {
      if (factor.known()) {
        sum += factor.weight() * factor.points();
        weights += factor.weight();
      }
    }
    return weights == 0 ? 0 : Math.round(sum / weights * 10) / 10.0;
  }

  private static Change change(String what, List<Factor> factors, String id, double better) {
    double points =
        points(
            factors.stream()
                .map(
                    factor ->
                        factor.id().equals(id)
                            ? new Factor(id, factor.weight(), better, factor.inputs())
                            : factor)
                .toList());
    return new Change(what, points, Grade.letter(points));
  }

  /** A larger plan, or less history. */
  private static List<Change> faster(List<Factor> factors, Volumes volumes, Terms terms) {
    List<Change> changes = new ArrayList<>();
    for (Plan plan : Plan.values()) {
      if (plan.callsPerHour() > terms.plan().callsPerHour()) {
        Forecast forecast = Forecast.of(volumes, terms.on(plan));
        changes.add(
            change(
                "load on the plan " + plan.wire(),
                factors,
                "constraints",
                GradeFactors.constraints(Optional.of(forecast)).points()));
      }
    }
    Set<ObjectName> without = EnumSet.copyOf(HISTORY);
    without.addAll(terms.without());
    Terms less =
        new Terms(
            terms.callsPerSecond(),
            terms.plan(),
            terms.share(),
            terms.bulk(),
            terms.helpdesk(),
            terms.wholesale(),
            without,
            terms.pipelines());
    changes.add(
        change(
            "leave out timelines, stage history and creators",
            factors,
            "constraints",
            GradeFactors.constraints(Optional.of(Forecast.of(volumes, less))).points()));
    return changes;
  }
}
