package dev.pindah.cli;

import dev.pindah.journey.prepare.Check;
import dev.pindah.journey.prepare.Limit;
import dev.pindah.journey.prepare.Planned;
import dev.pindah.journey.prepare.Readiness;
import dev.pindah.journey.prepare.ToDo;
import dev.pindah.model.Promise;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The plan, the click-list and the checks for scripts. */
final class ReadinessJson {
  private ReadinessJson() {}

  static ObjectNode of(Readiness readiness, List<Promise> promises) {
    ObjectNode json = Output.object();
    ArrayNode toDo = json.putArray("toDo");
    readiness
        .toDo()
        .forEach(item -> toDo.add(item(item).put("by", item.madeByApi() ? "api" : "hand")));
    ArrayNode impossible = json.putArray("impossible");
    readiness
        .impossible()
        .forEach(
            row ->
                impossible.add(
                    item(row.item()).put("detail", row.detail()).put("plan", row.plan())));
    ArrayNode checks = json.putArray("checks");
    for (Check check : readiness.checks()) {
      checks
          .addObject()
          .put("id", check.id())
          .put("severity", check.severity().name().toLowerCase(Locale.ROOT))
          .put("ok", check.ok())
          .put("detail", check.detail())
          .put("remedy", check.remedy())
          .put("waived", readiness.waived(check));
    }
    ArrayNode diff = json.putArray("diff");
    for (Planned row : readiness.rows()) {
      ObjectNode line = Output.object().put("state", row.state().wire());
      line.setAll(item(row.item()));
      diff.add(line.put("detail", row.detail()).put("plan", row.plan()));
    }
    ArrayNode limits = json.putArray("limits");
    for (Limit limit : readiness.limits()) {
      limits
          .addObject()
          .put("module", limit.module())
          .put("kind", limit.kind())
          .put("have", limit.have())
          .put("wanted", limit.wanted())
          .put("limit", limit.limit());
    }
    ArrayNode probe = json.putArray("probe");
    for (Promise promise : promises) {
      probe
          .addObject()
          .put("id", promise.id())
          .put("answer", promise.answer())
          .put("tried", promise.tried())
          .put("detail", promise.detail());
    }
    return json;
  }

  private static ObjectNode item(ToDo item) {
    ObjectNode row = Output.object();
    row.put("product", item.module().product().wire());
    row.put("module", item.moduleName());
    row.put("kind", item.kind());
    row.put("label", item.label());
    if (!item.type().isBlank()) {
      row.put("type", item.type());
    }
    if (!item.choices().isEmpty()) {
      ArrayNode choices = row.putArray("choices");
      item.choices().forEach(choices::add);
    }
    if (!item.stages().isEmpty()) {
      ArrayNode stages = row.putArray("stages");
      item.stages()
          .forEach(
              stage ->
                  stages
                      .addObject()
                      .put("name", stage.name())
                      .put("type", stage.type())
                      .put("probability", stage.probability()));
    }
    if (!item.email().isBlank()) {
      row.put("email", item.email());
    }
    return row;
  }
}
