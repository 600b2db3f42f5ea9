package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** Seeded tickets; most come from people whose chat rooms hold the conversation. Codes repeat. */
final class TicketRows extends SeededRows {

  private static final List<String> SUBJECTS =
      List.of(
          "Kendala login",
          "Barang belum sampai",
          "Tagihan ganda",
          "Permintaan faktur",
          "Mesin mati");

  TicketRows(Ground ground) {
    super(ground, "tickets", ids(ground.counts()));
  }

  static Ids ids(Counts counts) {
    return new Ids(15_000, counts.tickets());
  }

  String ticketName(long i) {
    String name = ground.dice().of("ticket-subject", i, SUBJECTS);
    return i % 37 == 21 ? name + " \uD83D\uDE21" : name;
  }

  Instant opened(long i) {
    return created(i);
  }

  /** When it was closed, or last touched while open. */
  Instant lastTouched(long i) {
    return updated(i);
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    ZoneOffset offset = Times.offset(i + 13);
    Pipeline pipeline = Pipeline.TICKETS.get(dice.percent("ticket-pipeline", i, 75) ? 0 : 1);
    Stage stage = dice.of("ticket-stage", i, pipeline.stages());
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("slug", "tiket-" + id(i));
    row.put("unique_ticket_id", "225DEMO%03d".formatted(i % 100));
    row.put("name", ticketName(i));
    owner(row, "user_id", "user_name", i);
    owner(row, "creator_id", "creator_name", i + 5);
    row.put("ticket_stage_id", stage.id()).put("ticket_stage_name", stage.name());
    row.put("ticket_pipeline_id", pipeline.id()).put("ticket_pipeline_name", pipeline.name());
    row.put("description", i % 4 == 1 ? "" : Texts.html(dice, "ticket-text", i));
    row.put(
        "due_date",
        i % 3 == 2 ? null : Times.crm(updated(i).plus(Duration.ofDays(3 + i % 10)), offset));
    option(row, "ticket_priority", i, Choices.TICKET_PRIORITIES, 60);
    option(row, "ticket_category", i, Choices.TICKET_CATEGORIES, 85);
    links(row, i);
    row.put("created_at", Times.crm(created(i), offset));
    row.put("updated_at", Times.crm(updated(i), offset));
    row.set("additional_fields", ground.values().of(name(), i, Fields.TICKET.added()));
    return row;
  }

  private void links(ObjectNode row, long i) {
    Counts counts = ground.counts();
    long contact = ground.links().contactOfTicket(i);
    OptionalLong company = ground.links().companyOfContact(contact);
    if (i % 2 == 0 && company.isPresent()) {
      row.put("crm_company_id", CompanyRows.ids(counts).id(company.getAsLong()));
    } else {
      row.putNull("crm_company_id");
    }
    row.putNull("crm_company_name");
    var leads = row.putArray("crm_lead_ids");
    if (i % 12 != 8) {
      leads.add(ContactRows.ids(counts).id(contact));
    }
    if (i % 31 == 13) {
      leads.add(40_800_000 + i);
    }
    row.putArray("crm_lead_names");
    var products = row.putArray("crm_product_ids");
    if (i % 5 == 2) {
      products.add(ProductRows.ids(counts).id(i % counts.products()));
    }
    row.putArray("crm_product_names");
    row.putArray("crm_task_ids");
    row.putArray("crm_task_names");
  }
}
