package dev.pindah.journey.discover.judge;

import dev.pindah.model.TargetModule;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.audit.PlanAdvice.Fit;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Hours;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The smallest plan that holds the account, and what each smaller one would lose. */
final class AdvisePlan {
  /** Text fields for our marks: id, role, owner. */
  private static final int OWN_FIELDS = 3;

  private static final List<TargetModule> MODULES =
      List.of(TargetModule.CONTACTS, TargetModule.SALES_ACCOUNTS, TargetModule.DEALS);

  private static final double GIGABYTE = 1e9;
  private static final Set<String> TARGET_STAGES = Set.of("load", "reconcile");

  private final Case account;
  private final Map<String, Map<FieldType, Integer>> needed;
  private final long pipelines;

  private AdvisePlan(Case account) {
    this.account = account;
    this.needed = needed(account);
    this.pipelines = account.source().pipelines().stream().filter(p -> p.active()).count();
  }

  static PlanAdvice of(Case account) {
    return new AdvisePlan(account).advice();
  }

  private PlanAdvice advice() {
    List<Fit> fits = Arrays.stream(Plan.values()).map(this::fit).toList();
    Plan smallest =
        fits.stream()
            .filter(fit -> fit.loses().isEmpty())
            .map(Fit::plan)
            .findFirst()
            .orElse(Plan.ENTERPRISE);
    return new PlanAdvice(needs(), smallest, fits);
  }

  private List<String> needs() {
    List<String> needs = new ArrayList<>();
    needs.add(account.activeOwners() + " seats for active users");
    needed.forEach(
        (module, kinds) ->
            needs.add(
                kinds.values().stream().mapToInt(Integer::intValue).sum()
                    + " custom fields of "
                    + module
                    + ": "
                    + kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey().wire())
                        .reduce((first, next) -> first + ", " + next)
                        .orElse("")));
    needs.add(pipelines + " pipelines");
    if (!account.currencies().isEmpty()) {
      needs.add("currencies: " + String.join(", ", account.currencies()));
    }
    needs.add(
        String.format(
            Locale.ROOT,
            "%.1f GB of files (%.1f to %.1f)",
            account.volumes().fileBytes().likely() / GIGABYTE,
            account.volumes().fileBytes().low() / GIGABYTE,
            account.volumes().fileBytes().high() / GIGABYTE));
    return needs;
  }

  private Fit fit(Plan plan) {
    List<String> loses = new ArrayList<>();
    plan.mostUsers()
        .ifPresent(
            most -> {
              if (account.activeOwners() > most) {
                loses.add(account.activeOwners() - most + " users have no seat");
              }
            });
    needed.forEach((module, kinds) -> fields(plan, module, kinds, loses));
    if (pipelines > 1 && !plan.severalPipelines()) {
      loses.add(pipelines + " pipelines become one");
    }
    if (account.currencies().size() > 1 && !plan.severalCurrencies()) {
      loses.add(
          "amounts in " + String.join(", ", account.currencies()) + " need more than one currency");
    }
    double room = (double) plan.gigabytesPerUser() * Math.max(1, account.activeOwners());
    double files = account.volumes().fileBytes().likely() / GIGABYTE;
    if (files > room) {
      loses.add(String.format(Locale.ROOT, "%.1f GB of files in %.0f GB", files, room));
    }
    return new Fit(plan, plan == account.terms().plan(), loses, hours(plan));
  }

  private static void fields(
      Plan plan, String module, Map<FieldType, Integer> kinds, List<String> loses) {
    int total = kinds.values().stream().mapToInt(Integer::intValue).sum();
    if (plan.customFields() == 0 && total > 0) {
      loses.add("all " + total + " custom fields of " + module);
      return;
    }
    kinds.forEach(
        (kind, number) -> {
          int limit = plan.customFields(kind);
          if (number > limit) {
            loses.add(
                (number - limit)
                    + " of "
                    + number
                    + " "
                    + kind.wire()
                    + " fields of "
                    + module
                    + " ("
                    + limit
                    + " fit)");
          }
        });
    if (total > plan.customFields()) {
      loses.add((total - plan.customFields()) + " of " + total + " custom fields of " + module);
    }
  }

  private Range hours(Plan plan) {
    return Forecast.of(account.volumes(), account.terms().on(plan)).hours().stream()
        .filter(stage -> TARGET_STAGES.contains(stage.stage()))
        .map(Hours::hours)
        .reduce(Range.ZERO, Range::plus);
  }

  /** By module and kind: what stands there, what would come, and our own marks. */
  private static Map<String, Map<FieldType, Integer>> needed(Case account) {
    Map<String, Map<FieldType, Integer>> needed = new LinkedHashMap<>();
    for (TargetModule module : MODULES) {
      Map<FieldType, Integer> kinds = new EnumMap<>(FieldType.class);
      kinds.put(FieldType.TEXT, OWN_FIELDS);
      account.destination().object(module.wire()).stream()
          .map(ObjectSchema::fields)
          .flatMap(List::stream)
          .filter(FieldSchema::custom)
          .filter(field -> !field.label().startsWith("qontak_"))
          .forEach(field -> kinds.merge(limited(field.type()), 1, Integer::sum));
      account.toMake().stream()
          .filter(field -> field.module() == module)
          .forEach(field -> kinds.merge(limited(field.type()), 1, Integer::sum));
      needed.put(module.wire(), kinds);
    }
    return needed;
  }

  /** Kinds that share a limit are one kind here. */
  private static FieldType limited(FieldType type) {
    return switch (type) {
      case URL, EMAIL, PHONE -> FieldType.TEXT;
      case PERCENTAGE, MONEY -> FieldType.NUMBER;
      case DATE_TIME -> FieldType.DATE;
      default -> type;
    };
  }
}
