package dev.pindah.journey.discover.judge;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.FlowFacts;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.audit.Question;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Lesson;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.ValueProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges what discover found; reads the ledger only. */
public final class Judge {
  private Judge() {}

  /**
   * The audit.
   *
   * @param mapping as it stands or as it would be proposed, without regard to the plan's limits
   * @param flows chatbot flows of the imported files
   * @param lessons of an earlier migration
   */
  public static Audit audit(
      Facts facts,
      Inventory source,
      Inventory destination,
      List<ObjectMapping> mapping,
      Terms terms,
      List<FlowFacts> flows,
      List<Lesson> lessons,
      Ledger ledger) {
    Map<String, Map<String, ValueProfile>> profiles = profiles(ledger);
    Volumes volumes = facts.volumes(existing(destination));
    List<FieldFacts> fields = FieldUse.of(source, profiles, facts.exact());
    List<OwnerMatch> owners = owners(source, destination);
    List<Question> questions = Questions.answered(ledger, flows.size());
    Forecast forecast = Forecast.of(volumes, terms, lessons);
    Case account =
        new Case(
            facts,
            source,
            destination,
            profiles,
            mapping,
            fields,
            owners,
            questions,
            volumes,
            terms,
            forecast);
    PlanAdvice advice = AdvisePlan.of(account);
    return new Audit(
        facts,
        source,
        destination,
        fields,
        account.toMake().size(),
        owners,
        Compatibilities.published(Optional.of(account)),
        Compatibilities.ours(Optional.of(account)),
        TrapChecks.of(account),
        Losses.of(account, advice),
        advice,
        GradeFormula.of(account),
        questions,
        flows,
        forecast);
  }

  private static Map<String, Map<String, ValueProfile>> profiles(Ledger ledger) {
    Map<String, Map<String, ValueProfile>> profiles = new TreeMap<>();
    for (ObjectName object : ObjectName.values()) {
      profiles.put(
          object.wire(),
          ledger.read(tables -> tables.inventories().profiles(Product.QONTAK, object.wire())));
    }
    return profiles;
  }

  /** What stands on the target, by its own counts. */
  public static Map<TargetModule, Long> existing(Inventory destination) {
    Map<TargetModule, Long> existing = new EnumMap<>(TargetModule.class);
    for (ObjectSchema object : destination.objects()) {
      TargetModule.of(object.name())
          .filter(module -> object.count() > 0)
          .ifPresent(module -> existing.put(module, object.count()));
    }
    return existing;
  }

  private static List<OwnerMatch> owners(Inventory source, Inventory destination) {
    return source.people().stream()
        .map(
            person ->
                new OwnerMatch(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.role(),
                    person.active(),
                    user(person, destination)))
        .toList();
  }

  private static String user(Person person, Inventory destination) {
    return destination.people().stream()
        .filter(Person::active)
        .filter(user -> !user.email().isBlank() && user.email().equalsIgnoreCase(person.email()))
        .map(Person::name)
        .findFirst()
        .orElse("");
  }
}
