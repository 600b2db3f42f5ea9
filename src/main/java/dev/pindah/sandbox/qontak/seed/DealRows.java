package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Seeded deals: won and lost ones closed long ago among them, amounts in every form of number. */
final class DealRows extends SeededRows {

  private static final List<String> SUBJECTS =
      List.of(
          "Paket Tahunan",
          "Lisensi",
          "Renovasi Kantor",
          "Pengadaan Alat",
          "Langganan",
          "Pelatihan");

  DealRows(Ground ground) {
    super(ground, "deals", ids(ground.counts()));
  }

  static Ids ids(Counts counts) {
    return new Ids(50_000_000, counts.deals());
  }

  String dealName(long i) {
    String name = ground.dice().of("deal-subject", i, SUBJECTS) + " #" + (1000 + i);
    return i % 53 == 20 ? name + " \uD83D\uDE80" : i % 59 == 31 ? "=1+1 " + name : name;
  }

  Stage stage(long i) {
    Pipeline pipeline = Pipeline.DEALS.get(ground.dice().percent("deal-pipeline", i, 70) ? 0 : 1);
    if (i % 47 == 12) {
      return Pipeline.DEALS.getFirst().stages().getLast();
    }
    int fall = ground.dice().below("deal-fate", i, 100);
    List<Stage> stages = pipeline.stages();
    if (fall < 30) {
      return stages.stream().filter(Stage::won).findFirst().orElseThrow();
    }
    if (fall < 50) {
      return stages.stream().filter(Stage::lost).findFirst().orElseThrow();
    }
    List<Stage> open = stages.stream().filter(s -> s.active() && !s.won() && !s.lost()).toList();
    return ground.dice().of("deal-stage", i, open);
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    Instant updated = updated(i);
    Instant created = created(i);
    ZoneOffset offset = Times.offset(i + 7);
    Stage stage = stage(i);
    Pipeline pipeline = Pipeline.of(Pipeline.DEALS, stage);
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("name", dealName(i)).put("slug", dice.uuid("deal-slug", i).toString());
    row.put("created_at", Times.crm(created, offset)).put("updated_at", Times.crm(updated, offset));
    row.put("currency", i % 33 == 5 ? "USD" : i % 71 == 8 ? "SGD" : "IDR");
    amount(row, i);
    closed(row, stage, created, updated, i);
    owner(row, "creator_id", "creator_name", i);
    option(row, "crm_source", i, Choices.SOURCES, 60);
    if (stage.lost() && dice.percent("deal-why", i, 80)) {
      option(row, "crm_lost_reason", i, Choices.LOST_REASONS, 100);
    } else {
      row.putNull("crm_lost_reason_id").putNull("crm_lost_reason_name");
    }
    row.put("crm_pipeline_id", pipeline.id()).put("crm_pipeline_name", pipeline.name());
    row.put("crm_stage_id", stage.id()).put("crm_stage_name", stage.name());
    row.put("start_date", Times.crm(created.minusMillis(created.toEpochMilli() % 1000), offset));
    row.put(
        "expired_date", i % 4 == 1 ? Times.crm(updated.plus(Duration.ofDays(30)), offset) : null);
    option(row, "crm_priority", i, Choices.DEAL_PRIORITIES, 50);
    links(row, i);
    row.put("crm_deal_status", i % 3 == 0 ? null : i % 3 == 1 ? "New Client" : "Existing Client");
    for (String part : List.of("ids", "name", "quantity", "price", "total_price")) {
      row.putArray("product_association_" + part);
    }
    row.put("unique_deal_id", i % 2 == 0 ? "460DEMO%05d".formatted(i) : null);
    row.putNull("idempotency_key").putNull("channel_integration_room_id");
    row.set("additional_fields", ground.values().of(name(), i, Fields.DEAL.added()));
    return row;
  }

  private void amount(ObjectNode row, long i) {
    long rupiah = 250_000L * (1 + ground.dice().below("deal-size", i, 40_000));
    switch ((int) (i % 40)) {
      case 11 -> row.putNull("size");
      case 19 -> row.put("size", rupiah);
      case 27 -> row.put("size", "0.0");
      case 33 -> row.put("size", rupiah + 123_456_789_000L + ".0");
      default -> row.put("size", rupiah + ".0");
    }
  }

  private static void closed(
      ObjectNode row, Stage stage, Instant created, Instant updated, long i) {
    boolean done = stage.won() || stage.lost();
    if (!done || i % 10 == 4) {
      row.putNull("closed_date");
    } else if (i % 6 == 2) {
      row.put("closed_date", Times.crm(created.minus(Duration.ofDays(400 + i % 1500))));
    } else {
      row.put(
          "closed_date", Times.crm(created.plus(Duration.between(created, updated).dividedBy(2))));
    }
  }

  /** Contacts and company by id; some lead to records that are gone, "none" is null. */
  private void links(ObjectNode row, long i) {
    OptionalLong company = ground.links().companyOfDeal(i);
    if (ground.links().orphanDeal(i)) {
      row.putArray("crm_company_id").add(CompanyRows.DELETED + i);
    } else if (company.isPresent()) {
      row.putArray("crm_company_id").add(CompanyRows.ids(ground.counts()).id(company.getAsLong()));
    } else {
      row.putNull("crm_company_id");
    }
    row.putNull("crm_company_name");
    ArrayNode contacts = row.putArray("crm_lead_ids");
    Ids contactIds = ContactRows.ids(ground.counts());
    ground.links().contactsOfDeal(i).forEach(contact -> contacts.add(contactIds.id(contact)));
    if (i % 43 == 17) {
      contacts.add(40_900_000 + i);
    }
    row.putArray("crm_lead_name");
  }
}
