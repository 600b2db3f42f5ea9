package dev.pindah.journey.map;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Proposes the whole mapping from what discover learnt. */
public final class Propose {
  /** Which object goes to which module, in the order of the mapping file. */
  static final Map<ObjectName, TargetModule> MODULES = modules();

  private Propose() {}

  private static Map<ObjectName, TargetModule> modules() {
    Map<ObjectName, TargetModule> modules = new LinkedHashMap<>();
    modules.put(ObjectName.COMPANY, TargetModule.SALES_ACCOUNTS);
    modules.put(ObjectName.CONTACT, TargetModule.CONTACTS);
    modules.put(ObjectName.DEAL, TargetModule.DEALS);
    modules.put(ObjectName.TASK, TargetModule.TASKS);
    modules.put(ObjectName.TICKET, TargetModule.TASKS);
    return modules;
  }

  /** A mapping and, per field, what else could be right. */
  public record Proposed(Mapping mapping, List<Proposal> proposals) {
    public Proposed {
      proposals = List.copyOf(proposals);
    }
  }

  public static Proposed propose(String migration, AccountView view) {
    List<ObjectMapping> objects = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    MODULES.forEach(
        (object, usual) -> {
          TargetModule module = module(object, usual, view);
          ObjectSchema schema =
              view.source()
                  .object(object.wire())
                  .orElseGet(() -> new ObjectSchema(object.wire(), -1, List.of()));
          List<Proposal> fields = new ProposeFields(schema, module, view).propose();
          proposals.addAll(fields);
          objects.add(
              new ObjectMapping(object, module, fields.stream().map(Proposal::rule).toList()));
        });
    List<ObjectMapping> shared = ShareFields.in(objects);
    List<FieldRule> rules = shared.stream().flatMap(object -> object.fields().stream()).toList();
    Mapping mapping =
        new Mapping(
            migration,
            leadRule(view),
            shared,
            ProposePipelines.rules(view.source(), view.destination(), view.plan()),
            owners(view.source(), view.destination()));
    return new Proposed(
        mapping,
        IntStream.range(0, rules.size())
            .mapToObj(
                i ->
                    new Proposal(
                        proposals.get(i).object(), rules.get(i), proposals.get(i).candidates()))
            .toList());
  }

  /** Tickets go to the helpdesk where there is one. */
  private static TargetModule module(ObjectName object, TargetModule usual, AccountView view) {
    boolean helpdesk = view.destination().object(TargetModule.TICKETS.wire()).isPresent();
    return object == ObjectName.TICKET && helpdesk ? TargetModule.TICKETS : usual;
  }

  private static LeadRule leadRule(AccountView view) {
    Stream<String> listed =
        view.source().object(ObjectName.CONTACT.wire()).stream()
            .flatMap(object -> object.field("crm_status_id").stream())
            .flatMap(field -> field.choices().stream())
            .map(Choice::label);
    Stream<String> observed =
        Optional.ofNullable(view.profilesOf(ObjectName.CONTACT.wire()).get("crm_status_id"))
            .stream()
            .flatMap(profile -> profile.top().keySet().stream());
    List<String> qualified =
        Stream.concat(listed, observed).distinct().filter(Options::salesQualified).toList();
    return new LeadRule(LeadRule.DEFAULT, qualified, tests(qualified));
  }

  private static List<LeadRule.Test> tests(List<String> qualified) {
    List<LeadRule.Test> tests = new ArrayList<>();
    tests.add(new LeadRule.Test(Map.of(LeadRule.DEAL_COUNT, "1"), true));
    tests.add(new LeadRule.Test(Map.of(LeadRule.DEAL_COUNT, "0"), false));
    qualified.stream()
        .limit(1)
        .forEach(
            status ->
                tests.add(
                    new LeadRule.Test(
                        Map.of(LeadRule.DEAL_COUNT, "0", LeadRule.STATUS, status), true)));
    return tests;
  }

  private static List<OwnerRule> owners(Inventory source, Inventory destination) {
    return source.people().stream()
        .map(
            person ->
                new OwnerRule(
                    person.id(),
                    person.name(),
                    person.email(),
                    person.role(),
                    user(person, destination)))
        .toList();
  }

  private static String user(Person person, Inventory destination) {
    return destination.people().stream()
        .filter(Person::active)
        .map(Person::email)
        .filter(email -> !email.isBlank() && email.equalsIgnoreCase(person.email()))
        .findFirst()
        .orElse(OwnerRule.PLACEHOLDER);
  }
}
