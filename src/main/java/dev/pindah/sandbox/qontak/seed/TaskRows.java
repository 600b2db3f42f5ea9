package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded tasks: of a deal and its people, of a contact alone, or of nobody; some without a due
 * date.
 */
final class TaskRows extends SeededRows {

  private static final List<String> SUBJECTS =
      List.of(
          "Telepon ulang",
          "Kirim penawaran",
          "Rapat dengan klien",
          "Kunjungan lokasi",
          "Tagih pembayaran");

  TaskRows(Ground ground) {
    super(ground, "tasks", new Ids(7_000_000, ground.counts().tasks()));
  }

  String taskName(long i) {
    String name = ground.dice().of("task-subject", i, SUBJECTS);
    return i % 61 == 14 ? name + " =SUM(A1)" : name;
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    ZoneOffset offset = Times.offset(i + 11);
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("name", taskName(i));
    row.put("created_at", Times.crm(created(i), offset));
    row.put("updated_at", Times.crm(updated(i), offset));
    links(row, i);
    row.put("crm_task_status_id", 1 + dice.below("task-status", i, 5));
    owner(row, "user_id", "user_full_name", i);
    row.put("crm_task_priority_id", 1 + dice.below("task-priority", i, 5));
    option(row, "crm_task_category", i, Choices.TASK_CATEGORIES, 90);
    row.putArray("crm_team_ids");
    row.putNull("crm_team_name");
    boolean due = i % 9 != 4;
    row.put("due_date", due ? Times.crm(updated(i).plus(Duration.ofDays(i % 30)), offset) : null);
    row.put(
        "reminder_date",
        due && i % 2 == 0 ? Times.crm(updated(i).plus(Duration.ofDays(i % 30 - 1)), offset) : null);
    row.put("detail", Texts.free(dice, "task-detail", i));
    row.put("next_step", i % 3 == 0 ? Texts.plain(dice, "task-next", i) : "");
    row.put(
        "attachment",
        i % 8 == 5
            ? ground.media().link("task", dice.uuid("task-file", i), Media.document(i))
            : null);
    row.put("unique_task_id", i % 4 == 0 ? "TASK%05dDEMO".formatted(i) : null);
    checkIn(row, i);
    row.set("additional_fields", ground.values().of(name(), i, Fields.TASK.added()));
    return row;
  }

  private void links(ObjectNode row, long i) {
    row.putNull("crm_person_id").putNull("crm_person_full_name");
    row.putNull("crm_deal_id").putNull("crm_deal_name");
    row.putNull("crm_company_id").putNull("crm_company_name");
    Counts counts = ground.counts();
    if (i % 29 == 18) {
      row.put("crm_person_id", 40_900_000 + i);
    } else if (i % 2 == 0) {
      long deal = i * 7 % counts.deals();
      row.put("crm_deal_id", DealRows.ids(counts).id(deal));
      long person = ground.links().contactsOfDeal(deal).getFirst();
      row.put("crm_person_id", ContactRows.ids(counts).id(person));
      OptionalLong company = ground.links().companyOfDeal(deal);
      company.ifPresent(c -> row.put("crm_company_id", CompanyRows.ids(counts).id(c)));
    } else if (i % 7 != 3) {
      row.put("crm_person_id", ContactRows.ids(counts).id(i * 3 % counts.contacts()));
    }
  }

  /** "lattitude" is how the API spells it. */
  private void checkIn(ObjectNode row, long i) {
    if (i % 10 != 3) {
      row.putNull("crm_checkin_attributes");
      return;
    }
    ObjectNode checkIn = row.putObject("crm_checkin_attributes");
    checkIn
        .put("id", 600_000 + i)
        .put("address", ground.dice().of("checkin-street", i, ground.people().streets()));
    checkIn.put("zipcode", "12190").putNull("phone");
    checkIn.put("longitude", "110.%04d".formatted(i % 10_000));
    checkIn.put("lattitude", "-7.%04d".formatted(i * 3 % 10_000));
    checkIn.put("place_name", "").put("checkin_time", Times.crm(updated(i)));
    checkIn.put("raw_checkin_time", Times.crm(updated(i)));
    checkIn
        .put("negara_nm", "Indonesia")
        .put("provinsi_nm", "Jawa Tengah")
        .put("kota_nm", "Semarang");
    checkIn.put("crm_task_id", id(i)).putNull("crm_note_id").putNull("crm_meeting_id");
    checkIn.putNull("crm_lead_id").putNull("crm_deal_id").putNull("crm_company_id");
  }
}
