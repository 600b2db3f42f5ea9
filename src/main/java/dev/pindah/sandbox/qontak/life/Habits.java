package dev.pindah.sandbox.qontak.life;

import dev.pindah.sandbox.qontak.seed.Pipeline;
import dev.pindah.sandbox.qontak.seed.Stage;
import dev.pindah.sandbox.seed.Dice;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ObjectNode;

/** What people change on a record of each kind. */
final class Habits {

  private final Dice dice;
  private final BiConsumer<ObjectNode, ObjectNode> dealMoved;

  Habits(Dice dice, BiConsumer<ObjectNode, ObjectNode> dealMoved) {
    this.dice = dice;
    this.dealMoved = dealMoved;
  }

  void company(ObjectNode row, long step) {
    row.put("telephone", "021509%04d".formatted(step % 10_000));
    row.put("number_of_employees", 10 + step % 500);
  }

  void contact(ObjectNode row, long step) {
    row.put("job_title", "Jabatan Baru " + step).put("crm_status_id", 32);
    row.put("crm_status_name", "Customer");
  }

  void deal(ObjectNode row, long step) {
    ObjectNode before = row.deepCopy();
    List<Stage> stages =
        Pipeline.DEALS.stream()
            .filter(pipeline -> pipeline.id() == row.path("crm_pipeline_id").asLong())
            .flatMap(pipeline -> pipeline.stages().stream())
            .filter(Stage::active)
            .toList();
    Stage next = dice.of("life-stage", step, stages);
    row.put("crm_stage_id", next.id()).put("crm_stage_name", next.name());
    row.put("size", 1_000_000L * (1 + step % 900) + ".0");
    dealMoved.accept(before, row);
  }

  void task(ObjectNode row, long step) {
    row.put("crm_task_status_id", 4).put("next_step", "Selesai " + step);
  }

  void ticket(ObjectNode row, long step) {
    Pipeline pipeline =
        Pipeline.TICKETS.stream()
            .filter(one -> one.id() == row.path("ticket_pipeline_id").asLong())
            .findFirst()
            .orElse(Pipeline.TICKETS.getFirst());
    Stage next = dice.of("life-ticket", step, pipeline.stages());
    row.put("ticket_stage_id", next.id()).put("ticket_stage_name", next.name());
  }

  void note(ObjectNode row, long step) {
    row.put("note", row.path("note").asString("") + " (diubah " + step + ")");
  }

  /** So that an added record is not a copy of the one it was made from. */
  static void rename(ObjectNode row, long step) {
    if (row.has("first_name")) {
      row.put("first_name", row.path("first_name").asString("").strip() + " Baru");
      row.put("email", "baru" + step + "@surel.test")
          .put("telephone", "081201%07d".formatted(step));
      row.put("slug", "baru-" + step);
    } else if (row.has("note")) {
      row.put("note", "Catatan baru " + step);
    } else {
      row.put("name", row.path("name").asString("").strip() + " Baru " + step);
      if (row.has("slug")) {
        row.put("slug", "baru-" + step);
      }
    }
  }
}
