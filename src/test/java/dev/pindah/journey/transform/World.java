package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
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
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Two small invented accounts, a mapping between them, and the rules at work on given records. */
final class World {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  private World() {}

  /** How the target and the configuration are this time. */
  record Setting(
      boolean helpdesk, TransformSettings.WithoutEmail withoutEmail, boolean currencies) {}

  /**
   * What the rules make of the records.
   *
   * @param records raw records by object, and under which other record each was found
   */
  static List<Candidate> transform(JsonNode records, Setting setting, Path folder) {
    try (Ledger ledger =
        JdbcLedger.open("world-" + System.nanoTime() + ".db", folder, Clock.systemUTC())) {
      ledger.record(
          tables -> {
            records
                .propertyStream()
                .forEach(
                    object ->
                        tables
                            .sourceRecords()
                            .save(
                                object
                                    .getValue()
                                    .valueStream()
                                    .map(row -> record(object.getKey(), row))
                                    .toList()));
            tables.inventories().save(source());
            tables.inventories().save(target(setting));
          });
      List<Candidate> all = new ArrayList<>();
      new TransformRecords(
              ledger,
              new TransformSettings(
                  ZoneId.of("Asia/Jakarta"), "rina@acme.test", setting.withoutEmail(), true),
              (unit, done, total) -> {})
          .raw(mapping(setting), all::addAll);
      return all;
    }
  }

  /** A row that hangs on another one says so in {@code _under}, as {@code object:id}. */
  private static SourceRecord record(String object, JsonNode row) {
    ObjectName name = ObjectName.of(object).orElseThrow();
    Optional<RecordKey> parent =
        Optional.of(row.path("_under").asString("").split(":"))
            .filter(parts -> parts.length == 2)
            .map(parts -> new RecordKey(ObjectName.of(parts[0]).orElseThrow(), parts[1]));
    String json = row.toString();
    return new SourceRecord(
        new RecordKey(name, row.path("_id").asString(row.path("id").asString(""))),
        parent,
        json,
        Fingerprint.of(json),
        NOW,
        true,
        false);
  }

  private static FieldSchema field(String name, String label, FieldType type, String... choices) {
    List<Choice> options = new ArrayList<>();
    for (String choice : choices) {
      options.add(new Choice(Integer.toString(choice.hashCode() & 0xffff), choice));
    }
    return new FieldSchema(
        name, name, name, label, type, name.startsWith("cf_"), name.equals("cf_wajib"), options);
  }

  private static FieldSchema options(String key, FieldType type, String... pairs) {
    List<Choice> choices = new ArrayList<>();
    for (int at = 0; at < pairs.length; at += 2) {
      choices.add(new Choice(pairs[at], pairs[at + 1]));
    }
    return new FieldSchema(key, key, key, key, type, true, false, choices);
  }

  private static FieldSchema required(FieldSchema field) {
    return new FieldSchema(
        field.id(),
        field.name(),
        field.key(),
        field.label(),
        field.type(),
        field.custom(),
        true,
        field.choices());
  }

  static Inventory source() {
    FieldSchema pay =
        options("bayar", FieldType.DROPDOWN, "3800001", "Cash", "3800002", "Transfer");
    FieldSchema wants =
        options("minat", FieldType.MULTI_SELECT_DROPDOWN, "435", "Lisensi", "436", "Pelatihan");
    return new Inventory(
        Product.QONTAK,
        NOW,
        List.of(
            new ObjectSchema("contact", -1, List.of(pay, wants)),
            new ObjectSchema("company", -1, List.of(pay)),
            new ObjectSchema("deal", -1, List.of(pay, wants)),
            new ObjectSchema("ticket", -1, List.of()),
            new ObjectSchema("task", -1, List.of())),
        List.of(),
        List.of(),
        List.of());
  }

  static Inventory target(Setting setting) {
    List<FieldSchema> custom =
        List.of(
            field("cf_qontak_id", "qontak_id__c", FieldType.TEXT),
            field("cf_peran", "qontak_role__c", FieldType.TEXT),
            field("cf_pemilik", "qontak_owner__c", FieldType.TEXT),
            field("cf_npwp", "NPWP", FieldType.TEXT),
            field("cf_catatan", "Catatan", FieldType.TEXTAREA),
            field("cf_bayar", "Bayar", FieldType.DROPDOWN, "Cash", "Transfer Bank"),
            field("cf_minat", "Minat", FieldType.MULTI_SELECT_DROPDOWN, "Lisensi", "Pelatihan"),
            field("cf_skor", "Skor", FieldType.NUMBER),
            field("cf_gabung", "Gabung", FieldType.DATE),
            field("cf_survei", "Survei", FieldType.DATE_TIME),
            field("cf_izin", "Izin WhatsApp", FieldType.CHECKBOX));
    List<FieldSchema> contact = new ArrayList<>(custom);
    contact.add(required(field("email", "Email", FieldType.EMAIL)));
    Stream.of("first_name", "last_name", "mobile_number", "work_number", "job_title")
        .forEach(name -> contact.add(field(name, name, FieldType.TEXT)));
    List<FieldSchema> deal = new ArrayList<>(custom);
    deal.add(required(field("amount", "Amount", FieldType.NUMBER)));
    deal.add(field("cf_wajib", "Wajib", FieldType.TEXT));
    deal.add(field("expected_close", "Expected close", FieldType.DATE));
    List<FieldSchema> ticket =
        List.of(
            field("cf_qontak_id", "qontak_id__c", FieldType.TEXT),
            new FieldSchema(
                "8", "cf_sebab", "cf_sebab", "Sebab", FieldType.TEXT, true, false, true, List.of()),
            new FieldSchema(
                "9",
                "status",
                "status",
                "Status",
                FieldType.DROPDOWN,
                false,
                false,
                List.of(new Choice("2", "Open"), new Choice("5", "Closed"))));
    List<ObjectSchema> objects = new ArrayList<>();
    objects.add(new ObjectSchema("contacts", 0, contact));
    objects.add(new ObjectSchema("sales_accounts", 0, custom));
    objects.add(new ObjectSchema("deals", 0, deal));
    if (setting.helpdesk()) {
      objects.add(new ObjectSchema("tickets", -1, ticket));
    }
    return new Inventory(
        Product.FRESHSALES,
        NOW,
        objects,
        List.of(
            new Pipeline(
                "810",
                "Penjualan",
                true,
                List.of(
                    stage("8101", "Baru", Outcome.OPEN, 10),
                    stage("8104", "Menang", Outcome.WON, 100),
                    stage("8105", "Kalah", Outcome.LOST, 0)))),
        List.of(
            new Person("901", "Rina", "rina@acme.test", true, ""),
            new Person("902", "Budi", "budi@acme.test", true, ""),
            new Person("903", "Dewi", "dewi@acme.test", false, "")),
        List.of(
            new Vocabulary(
                "lifecycle_stages",
                List.of(
                    new Term("71", "Lead", ""),
                    new Term("72", "Sales Qualified Lead", ""),
                    new Term("73", "Customer", ""))),
            new Vocabulary(
                "contact_statuses",
                List.of(new Term("711", "New", "71"), new Term("721", "Qualified", "72"))),
            new Vocabulary("lead_sources", List.of(new Term("61", "Website", ""))),
            new Vocabulary("deal_reasons", List.of(new Term("51", "Harga", ""))),
            new Vocabulary(
                "currencies",
                setting.currencies() ? List.of(new Term("12", "IDR", "")) : List.of()),
            new Vocabulary(Vocabulary.AGENTS, List.of(new Term("9001", "budi@acme.test", "")))));
  }

  private static PipelineStage stage(String id, String name, Outcome outcome, int probability) {
    return new PipelineStage(id, name, outcome, BigDecimal.valueOf(probability));
  }

  private static FieldRule to(
      String source, String target, Transform transform, ValueRule... values) {
    return new FieldRule(
        source,
        source,
        Decision.ACCEPT,
        target,
        Optional.empty(),
        transform,
        List.of(values),
        1,
        "");
  }

  private static FieldRule made(String source, String label, FieldType type, Transform transform) {
    return new FieldRule(
        source,
        label,
        Decision.CREATE,
        "",
        Optional.of(new NewField(label, type, List.of())),
        transform,
        List.of(),
        1,
        "");
  }

  private static FieldRule left(String source, Decision decision) {
    return new FieldRule(
        source, source, decision, "", Optional.empty(), Transform.TEXT, List.of(), 1, "");
  }

  static Mapping mapping(Setting setting) {
    ValueRule transfer = new ValueRule("Transfer", "Transfer Bank");
    List<FieldRule> shared =
        List.of(
            to("creator_id", "owner_id", Transform.OWNER),
            made("npwp#13000001", "NPWP", FieldType.TEXT, Transform.TEXT),
            made("npwp#13000009", "Catatan", FieldType.TEXTAREA, Transform.TEXT),
            to("bayar", "cf_bayar", Transform.VALUE, transfer),
            to("minat", "cf_minat", Transform.VALUES),
            to("skor", "cf_skor", Transform.NUMBER),
            to("gabung", "cf_gabung", Transform.DATE),
            to("survei", "cf_survei", Transform.DATE_TIME),
            to("izin_wa", "cf_izin", Transform.CHECKBOX),
            left("slug_lama", Decision.DROP),
            left("upload_id", Decision.DOCUMENT));
    return new Mapping(
        "golden",
        new LeadRule(LeadRule.DEFAULT, List.of("Qualified")),
        List.of(
            new ObjectMapping(
                ObjectName.COMPANY,
                TargetModule.SALES_ACCOUNTS,
                with(
                    shared,
                    to("name", "name", Transform.TEXT),
                    to("website", "website", Transform.URL),
                    to("telephone", "phone", Transform.PHONE),
                    to("annual_revenue", "annual_revenue", Transform.AMOUNT))),
            new ObjectMapping(
                ObjectName.CONTACT,
                TargetModule.CONTACTS,
                with(
                    shared,
                    to("first_name", "first_name", Transform.TEXT),
                    to("last_name", "last_name", Transform.TEXT),
                    to("email", "email", Transform.EMAIL),
                    to("crm_phones", "mobile_number", Transform.PHONE),
                    to("job_title", "job_title", Transform.TEXT),
                    to(
                        "crm_status_id",
                        "contact_status_id",
                        Transform.VALUE,
                        new ValueRule("Prospek", "New")),
                    to("crm_source_id", "lead_source_id", Transform.VALUE),
                    to("crm_company_id", "account", Transform.LINK))),
            new ObjectMapping(
                ObjectName.DEAL,
                TargetModule.DEALS,
                with(
                    shared,
                    to("name", "name", Transform.TEXT),
                    to("size", "amount", Transform.AMOUNT),
                    to("currency", "currency_id", Transform.CURRENCY),
                    to("closed_date", "closed_date", Transform.DATE),
                    to("crm_pipeline_id", "deal_pipeline_id", Transform.PIPELINE),
                    to("crm_stage_id", "deal_stage_id", Transform.STAGE),
                    to("crm_lost_reason_id", "deal_reason_id", Transform.VALUE),
                    to("wajib", "cf_wajib", Transform.TEXT),
                    to("crm_contact", "contact", Transform.LINK),
                    to("crm_company", "account", Transform.LINK))),
            new ObjectMapping(ObjectName.TASK, TargetModule.TASKS, tasks()),
            setting.helpdesk()
                ? new ObjectMapping(ObjectName.TICKET, TargetModule.TICKETS, tickets())
                : new ObjectMapping(ObjectName.TICKET, TargetModule.TASKS, ticketTasks())),
        List.of(
            new PipelineRule(
                "160001",
                "Sales",
                "Penjualan",
                List.of(
                    new StageRule("1000001", "Baru", "Baru"),
                    new StageRule("1000004", "Menang", "Menang"),
                    new StageRule("1000005", "Kalah", "Kalah"),
                    new StageRule("1000009", "Hilang", "Tidak ada")))),
        List.of(
            new OwnerRule("200011", "Budi Demo", "budi@contoh.example", "agent", "budi@acme.test"),
            new OwnerRule("200012", "Ani Demo", "ani@contoh.example", "spv", OwnerRule.PLACEHOLDER),
            new OwnerRule("200013", "Dewi Demo", "", "", "dewi@acme.test")));
  }

  private static List<FieldRule> with(List<FieldRule> shared, FieldRule... own) {
    return Stream.concat(Stream.of(own), shared.stream()).toList();
  }

  private static List<FieldRule> tasks() {
    return List.of(
        to("name", "title", Transform.TEXT),
        to("detail", "description", Transform.TEXT),
        to("user_id", "owner_id", Transform.OWNER),
        to("due_date", "due_date", Transform.DATE_TIME),
        to("crm_task_status_id", "status", Transform.DONE),
        to("next_step", "description", Transform.LINE),
        to("crm_checkin_attributes", "description", Transform.LINE),
        to("crm_person", "contact", Transform.LINK),
        to("crm_company", "account", Transform.LINK),
        to("crm_deal", "deal", Transform.LINK));
  }

  private static List<FieldRule> tickets() {
    return List.of(
        to("name", "subject", Transform.TEXT),
        to("description", "description", Transform.TEXT),
        to(
            "ticket_stage_id",
            "status",
            Transform.VALUE,
            new ValueRule("New", "Open"),
            new ValueRule("Selesai", "Closed")),
        to("sebab", "cf_sebab", Transform.TEXT),
        to("user_id", "responder_id", Transform.OWNER),
        to("crm_contact", "contact", Transform.LINK),
        to("due_date", "description", Transform.LINE));
  }

  private static List<FieldRule> ticketTasks() {
    return List.of(
        to("name", "title", Transform.TEXT),
        to("description", "description", Transform.TEXT),
        to("ticket_stage_id", "status", Transform.DONE),
        to("due_date", "due_date", Transform.DATE_TIME),
        to("user_id", "owner_id", Transform.OWNER),
        to("crm_contact", "contact", Transform.LINK));
  }
}
