package dev.pindah.journey.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.Heard;
import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.mapping.PipelineRule.StageRule;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import dev.pindah.model.schema.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What exists, what is made by whom, and what a plan cannot hold. */
class PlanSchemaTest {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  private static FieldSchema custom(String label, FieldType type, String... choices) {
    return new FieldSchema(
        label,
        "cf_" + label,
        "cf_" + label,
        label,
        type,
        true,
        false,
        Stream.of(choices).map(choice -> new Choice("", choice)).toList());
  }

  private static Inventory target(List<FieldSchema> contacts, String... pipelines) {
    return new Inventory(
        Product.FRESHSALES,
        NOW,
        List.of(
            new ObjectSchema("contacts", 0, contacts), new ObjectSchema("tickets", -1, List.of())),
        Stream.of(pipelines)
            .map(
                name ->
                    new Pipeline(
                        "1",
                        name,
                        true,
                        List.of(new PipelineStage("1", "Baru", Outcome.OPEN, BigDecimal.TEN))))
            .toList(),
        List.of(
            new Person("1", "Rina", "rina@acme.test", true, ""),
            new Person("2", "Dewi", "dewi@acme.test", false, "")),
        List.of());
  }

  private static FieldRule made(String label, FieldType type, String... choices) {
    return new FieldRule(
        label,
        label,
        Decision.CREATE,
        "",
        Optional.of(new NewField(label, type, List.of(choices))),
        Transform.TEXT,
        Stream.of(choices).map(choice -> new ValueRule(choice, choice)).toList(),
        1,
        "");
  }

  private static Mapping mapping(
      List<FieldRule> contacts, List<FieldRule> tickets, List<String> pipelines) {
    return new Mapping(
        "plan",
        new LeadRule(LeadRule.DEFAULT, List.of()),
        List.of(
            new ObjectMapping(ObjectName.CONTACT, TargetModule.CONTACTS, contacts),
            new ObjectMapping(ObjectName.TICKET, TargetModule.TICKETS, tickets)),
        pipelines.stream()
            .map(
                name ->
                    new PipelineRule(
                        name,
                        name,
                        name,
                        List.of(
                            new StageRule("1", "Baru", "Baru"),
                            new StageRule("2", "Menang", "Menang"))))
            .toList(),
        List.of(
            new OwnerRule("1", "Rina", "", "", "RINA@acme.test"),
            new OwnerRule("2", "Baru", "", "", "baru@acme.test")));
  }

  private static PlanSchema.Schema plan(Mapping mapping, Inventory target, Plan plan) {
    return PlanSchema.of(mapping, target, target, plan, List.of("VIP"));
  }

  private static List<String> lines(PlanSchema.Schema schema, State state) {
    return schema.rows().stream()
        .filter(row -> row.state() == state)
        .map(
            row ->
                row.item().module().wire()
                    + " "
                    + row.item().kind()
                    + " "
                    + row.item().label()
                    + (row.plan().isBlank() ? "" : " (" + row.plan() + ")"))
        .toList();
  }

  @Test
  void thePlanSaysOfEachThingHowItComesToBe() {
    PlanSchema.Schema schema =
        plan(
            mapping(
                List.of(
                    made("Segmen", FieldType.DROPDOWN, "Retail", "Mitra"),
                    made("Catatan", FieldType.TEXTAREA)),
                List.of(made("Kanal", FieldType.TEXT)),
                List.of("Penjualan", "Servis")),
            target(List.of(custom("Segmen", FieldType.DROPDOWN, "Retail")), "Penjualan"),
            Plan.PRO);
    assertThat(lines(schema, State.EXISTS))
        .containsExactlyInAnyOrder(
            "contacts field Segmen", "deals pipeline Penjualan", "users user rina@acme.test");
    assertThat(lines(schema, State.HAND))
        .containsExactlyInAnyOrder(
            "contacts field qontak_id__c",
            "contacts field qontak_role__c",
            "contacts field qontak_owner__c",
            "contacts choices Segmen",
            "contacts field Catatan",
            "deals stage Penjualan",
            "deals pipeline Servis",
            "users user baru@acme.test");
    assertThat(lines(schema, State.API))
        .contains("tickets field Kanal", "contacts tag qontak-import", "lists list VIP");
    assertThat(lines(schema, State.IMPOSSIBLE)).isEmpty();
    assertThat(schema.limits())
        .contains(new Limit("contacts", "dropdown", 1, 0, 40))
        .contains(new Limit("contacts", "text", 0, 3, 30))
        .contains(new Limit("contacts", "all", 1, 4, 250));
  }

  @Test
  void whatThePlanCannotHoldNamesThePlanThatCan() {
    List<FieldRule> many = new ArrayList<>();
    for (int number = 1; number <= 18; number++) {
      many.add(made("Teks " + number, FieldType.TEXT));
    }
    Mapping mapping = mapping(many, List.of(), List.of("Penjualan", "Servis"));
    PlanSchema.Schema growth = plan(mapping, target(List.of(), "Penjualan"), Plan.GROWTH);
    assertThat(lines(growth, State.IMPOSSIBLE))
        .containsExactly("contacts field Teks 18 (pro)", "deals pipeline Servis (pro)");
    assertThat(checks(mapping, target(List.of(), "Penjualan"), Plan.GROWTH))
        .filteredOn(check -> !check.ok() && check.severity() == Severity.ERROR)
        .extracting(Check::id)
        .contains("field-limits", "pipelines");
    PlanSchema.Schema free = plan(mapping, target(List.of(), "Penjualan"), Plan.FREE);
    assertThat(lines(free, State.IMPOSSIBLE))
        .contains("contacts field qontak_id__c (growth)", "contacts field Teks 1 (growth)");
  }

  @Test
  void aFieldOfBothProductsGetsTheOptionsOfBothSides() {
    PlanSchema.Schema schema =
        plan(
            mapping(
                List.of(made("Kanal", FieldType.DROPDOWN, "WhatsApp", "Telepon")),
                List.of(made("kanal", FieldType.DROPDOWN, "telepon", "Instagram")),
                List.of()),
            target(List.of()),
            Plan.PRO);
    assertThat(schema.rows())
        .filteredOn(row -> row.item().label().equalsIgnoreCase("kanal"))
        .hasSize(2)
        .allSatisfy(
            row ->
                assertThat(row.item().choices())
                    .containsExactly("WhatsApp", "Telepon", "Instagram"));
  }

  @Test
  void whoAsksInTicketsCarriesItsIdInTheHelpdeskWhereItsFieldsAreSeen() {
    Mapping mapping = mapping(List.of(), List.of(), List.of());
    List<ObjectSchema> objects = new ArrayList<>(target(List.of()).objects());
    objects.add(new ObjectSchema("desk_contacts", -1, List.of()));
    objects.add(
        new ObjectSchema("desk_companies", -1, List.of(custom("qontak_id__c", FieldType.TEXT))));
    Inventory target =
        new Inventory(Product.FRESHSALES, NOW, objects, List.of(), List.of(), List.of());

    PlanSchema.Schema schema = plan(mapping, target, Plan.PRO);

    assertThat(lines(schema, State.API)).contains("desk_contacts field qontak_id__c");
    assertThat(lines(schema, State.EXISTS)).contains("desk_companies field qontak_id__c");
    assertThat(lines(plan(mapping, target(List.of()), Plan.PRO), State.API))
        .noneMatch(line -> line.startsWith("desk_"));
  }

  @Test
  void whatNoEndpointTellsIsAskedAndAnswersDecide() {
    Mapping mapping = mapping(List.of(), List.of(), List.of());
    Inventory target = target(List.of());
    assertThat(checks(mapping, target, Plan.PRO))
        .filteredOn(check -> check.detail().startsWith("no endpoint tells"))
        .extracting(Check::id)
        .containsExactly(
            "seats", "key-role", "data-region", "time-zone", "workflows-off", "notifications-off");
    Map<Question, String> answers =
        Map.of(
            Question.SEATS, "1",
            Question.KEY_ROLE, "sales-user",
            Question.REGION, "in",
            Question.TIME_ZONE, "Asia/Kolkata",
            Question.AUTOMATIONS, "on",
            Question.NOTIFICATIONS, "off");
    assertThat(checks(mapping, target, Plan.PRO, answers))
        .filteredOn(check -> !check.ok() && check.severity() == Severity.ERROR)
        .extracting(Check::id)
        .contains("seats", "key-role", "workflows-off")
        .doesNotContain("notifications-off", "data-region");
    assertThat(Question.SEATS.read("dua belas")).isEmpty();
    assertThat(Question.AUTOMATIONS.read(" OFF ")).contains("off");
    assertThat(Question.TIME_ZONE.read("Jakarta")).isEmpty();
    assertThat(Question.STORAGE_USED.read("1.5")).contains("1.5");
  }

  @Test
  void whatClosingAsksForIsMissedBeforeTheFirstTicketGoes() {
    FieldSchema cause =
        new FieldSchema(
            "8", "cf_sebab", "cf_sebab", "Sebab", FieldType.TEXT, true, false, true, List.of());
    Inventory plain = target(List.of());
    Inventory target =
        new Inventory(
            plain.product(),
            plain.readAt(),
            List.of(new ObjectSchema("tickets", -1, List.of(cause))),
            plain.pipelines(),
            plain.people(),
            plain.vocabularies());
    Mapping mapping = mapping(List.of(), List.of(), List.of());
    assertThat(checks(mapping, target, Plan.PRO))
        .filteredOn(check -> check.id().equals("required-fields-tickets"))
        .singleElement()
        .matches(check -> !check.ok())
        .extracting(Check::detail)
        .isEqualTo("required and not mapped: Sebab (to resolve or close a ticket)");
    ObjectMapping filled =
        new ObjectMapping(
            ObjectName.TICKET,
            TargetModule.TICKETS,
            List.of(),
            List.of(new ObjectMapping.Constant("cf_sebab", "pindah")));
    Mapping constant =
        new Mapping("plan", mapping.leadRule(), List.of(filled), List.of(), mapping.owners());
    assertThat(checks(constant, target, Plan.PRO))
        .filteredOn(check -> check.id().equals("required-fields-tickets"))
        .singleElement()
        .matches(Check::ok);
  }

  @Test
  void everyCheckHasANameThatWaiveKnows() {
    Mapping mapping = mapping(List.of(), List.of(), List.of());
    assertThat(checks(mapping, target(List.of()), Plan.PRO))
        .allSatisfy(check -> assertThat(Check.exists(check.id())).as(check.id()).isTrue())
        .extracting(Check::id)
        .doesNotHaveDuplicates();
  }

  private static List<Check> checks(Mapping mapping, Inventory target, Plan plan) {
    return checks(mapping, target, plan, Map.of());
  }

  private static List<Check> checks(
      Mapping mapping, Inventory target, Plan plan, Map<Question, String> answers) {
    Ground ground =
        new Ground(
            mapping,
            target,
            target,
            plan,
            plan(mapping, target, plan),
            new Circumstances(plan, 0.9, ZoneId.of("Asia/Jakarta"), "", true, 1L << 40, false),
            Map.of(),
            answers,
            new Collisions(false, 0, 0, 0),
            Map.of(),
            0,
            Optional.empty(),
            new Heard(Optional.of(Duration.ofSeconds(3)), OptionalLong.of(2000)));
    List<Check> checks = new ArrayList<>(new PeopleChecks(ground).checks());
    checks.addAll(new SchemaChecks(ground).checks());
    checks.addAll(new AccountChecks(ground, NOW).checks());
    checks.addAll(new RunChecks(ground).checks());
    return checks;
  }
}
