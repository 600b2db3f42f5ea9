package dev.pindah.cli;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Count;
import dev.pindah.model.audit.FieldFacts;
import dev.pindah.model.audit.FlowFacts;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.audit.Loss;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.PlanAdvice;
import dev.pindah.model.audit.Question;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Hours;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Pipeline;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The audit as {@code discover --output json} prints it. */
final class AuditJson {
  private AuditJson() {}

  static ObjectNode json(Audit audit, dev.pindah.model.schema.Plan plan) {
    ObjectNode json = Output.object();
    json.put("readAt", audit.facts().readAt().toString()).put("exact", audit.facts().exact());
    source(json.putObject("source"), audit);
    ObjectNode target = json.putObject("destination");
    inventory(target, audit.destination());
    target.put("plan", plan.wire()).put("callsPerHour", plan.callsPerHour());
    target.put("customFieldsPerModule", plan.customFields());
    target.put("gigabytesPerUser", plan.gigabytesPerUser());
    ArrayNode fields = json.putArray("fields");
    audit.fields().forEach(field -> field(fields.addObject(), field));
    ArrayNode owners = json.putArray("owners");
    audit.owners().forEach(owner -> owner(owners.addObject(), owner));
    ObjectNode compatibility = json.putObject("compatibility");
    compatibility.put(
        "oneToOne", audit.published().stream().filter(row -> row.relation().equals("1:1")).count());
    compatibility.put("of", audit.published().size());
    rows(compatibility.putArray("published"), audit.published());
    rows(compatibility.putArray("objects"), audit.ours());
    plan(json.putObject("plan"), audit.advice());
    ArrayNode traps = json.putArray("traps");
    audit.traps().forEach(trap -> trap(traps.addObject(), trap));
    ArrayNode losses = json.putArray("losses");
    audit.losses().forEach(loss -> loss(losses.addObject(), loss));
    ArrayNode quality = json.putArray("quality");
    audit.facts().issues().forEach(issue -> issue(quality.addObject(), issue));
    grade(json.putObject("grade"), audit.grade());
    forecast(json.putObject("forecast"), audit.forecast());
    ArrayNode questions = json.putArray("questions");
    audit.questions().forEach(question -> question(questions.addObject(), question));
    return json;
  }

  private static void source(ObjectNode json, Audit audit) {
    inventory(json, audit.source());
    ArrayNode objects = json.putArray("objects");
    for (ObjectName object : ObjectName.values()) {
      Count count = audit.facts().counts().get(object);
      if (count != null) {
        ObjectNode row = objects.addObject().put("object", object.wire());
        range(row, "count", count.number());
        row.put("basis", count.basis().name().toLowerCase(Locale.ROOT));
        audit
            .source()
            .object(object.wire())
            .ifPresent(schema -> row.put("fields", schema.fields().size()));
      }
    }
    counts(json.putObject("channels"), audit.facts().chat().channels());
    counts(json.putObject("templates"), audit.facts().chat().templates());
    ArrayNode flows = json.putArray("chatbotFlows");
    audit.flows().forEach(flow -> flow(flows.addObject(), flow));
    ObjectNode broadcasts = json.putObject("broadcasts");
    broadcasts.put("total", audit.facts().chat().broadcasts());
    broadcasts.put("thisMonth", audit.facts().chat().broadcastsThisMonth());
    broadcasts.put("messagesThisMonth", audit.facts().chat().recipientsThisMonth());
    ObjectNode unreadable = json.putObject("unreadable");
    new TreeMap<>(audit.facts().unreadable()).forEach(unreadable::put);
  }

  private static void flow(ObjectNode json, FlowFacts flow) {
    json.put("name", flow.name()).put("steps", flow.steps()).put("faults", flow.faults());
    ArrayNode keywords = json.putArray("keywords");
    flow.keywords().forEach(keywords::add);
    ArrayNode channels = json.putArray("channels");
    flow.channels().forEach(channels::add);
    json.put("file", flow.origin());
  }

  private static void counts(ObjectNode json, Map<String, Long> counts) {
    new TreeMap<>(counts).forEach(json::put);
  }

  private static void inventory(ObjectNode json, Inventory inventory) {
    json.put("product", inventory.product().wire());
    ArrayNode objects = json.putArray("objects");
    for (ObjectSchema object : inventory.objects()) {
      ObjectNode row = objects.addObject().put("object", object.name());
      row.put("count", object.count()).put("fields", object.fields().size());
      row.put("customFields", object.fields().stream().filter(field -> field.custom()).count());
    }
    json.put("users", inventory.people().size());
    json.put("pipelines", inventory.pipelines().size());
    ArrayNode pipelines = json.putArray("stages");
    for (Pipeline pipeline : inventory.pipelines()) {
      ObjectNode row = pipelines.addObject().put("pipeline", pipeline.name());
      row.put("active", pipeline.active());
      ArrayNode stages = row.putArray("stages");
      pipeline
          .stages()
          .forEach(
              stage ->
                  stages
                      .addObject()
                      .put("name", stage.name())
                      .put("type", stage.outcome().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** The likely number, and its bounds where it is not known. */
  static void range(ObjectNode json, String name, Range range) {
    json.put(name, range.rounded());
    if (!range.exact()) {
      json.put(name + "Low", Math.round(range.low()));
      json.put(name + "High", Math.round(range.high()));
    }
  }

  /** Three numbers with up to two decimals. */
  static void three(ObjectNode json, Range range) {
    json.put("low", two(range.low()));
    json.put("likely", two(range.likely()));
    json.put("high", two(range.high()));
  }

  static double two(double number) {
    return Math.round(number * 100) / 100.0;
  }

  private static void texts(ArrayNode json, Collection<String> texts) {
    texts.forEach(json::add);
  }

  private static void field(ObjectNode json, FieldFacts field) {
    json.put("object", field.object()).put("field", field.key()).put("label", field.label());
    json.put("type", field.type().wire()).put("custom", field.custom());
    json.put("filled", Math.round(field.filled() * 10_000) / 10_000.0);
    json.put("distinct", field.distinct()).put("options", field.options());
    texts(json.putArray("unused"), field.unused());
    texts(json.putArray("retired"), field.retired());
    json.put("sampled", field.sampled()).put("holdable", field.holdable());
    json.put("personal", field.personal().name().toLowerCase(Locale.ROOT));
  }

  private static void owner(ObjectNode json, OwnerMatch owner) {
    json.put("id", owner.id()).put("name", owner.name()).put("email", owner.email());
    json.put("role", owner.role()).put("active", owner.active());
    json.put("matched", owner.matched()).put("user", owner.user());
  }

  private static void rows(ArrayNode json, List<Compatibility> rows) {
    for (Compatibility row : rows) {
      ObjectNode object = json.addObject();
      if (!row.id().isEmpty()) {
        object.put("id", row.id());
      }
      object.put("source", row.source()).put("target", row.target());
      object.put("relation", row.relation()).put("support", row.support());
      object.put("records", row.number()).put("rule", row.rule());
    }
  }

  private static void plan(ObjectNode json, PlanAdvice advice) {
    json.put("smallest", advice.smallest().wire());
    texts(json.putArray("needs"), advice.needs());
    ArrayNode plans = json.putArray("plans");
    for (PlanAdvice.Fit fit : advice.plans()) {
      ObjectNode row = plans.addObject().put("plan", fit.plan().wire());
      row.put("current", fit.current()).put("fits", fit.loses().isEmpty());
      texts(row.putArray("loses"), fit.loses());
      three(row.putObject("hours"), fit.hours());
    }
  }

  private static void trap(ObjectNode json, Trap trap) {
    json.put("id", trap.id()).put("side", trap.side()).put("trap", trap.trap());
    json.put("state", trap.state().name().toLowerCase(Locale.ROOT));
    json.put("detail", trap.detail()).put("remedy", trap.remedy());
  }

  private static void loss(ObjectNode json, Loss loss) {
    json.put("code", loss.code()).put("object", loss.object()).put("what", loss.what());
    range(json, "number", loss.number());
    json.put("instead", loss.instead());
  }

  private static void issue(ObjectNode json, Issue issue) {
    json.put("code", issue.code()).put("object", issue.object());
    json.put("records", issue.records()).put("looked", issue.looked());
    texts(json.putArray("examples"), issue.examples());
  }

  static void grade(ObjectNode json, Grade grade) {
    json.put("grade", String.valueOf(grade.letter())).put("points", grade.points());
    ArrayNode factors = json.putArray("factors");
    for (Grade.Factor factor : grade.factors()) {
      ObjectNode row = factors.addObject().put("id", factor.id()).put("weight", factor.weight());
      if (factor.known()) {
        row.put("points", two(factor.points()));
      } else {
        row.putNull("points");
      }
      texts(row.putArray("inputs"), factor.inputs());
    }
    ArrayNode changes = json.putArray("changes");
    for (Grade.Change change : grade.changes()) {
      changes
          .addObject()
          .put("what", change.what())
          .put("points", change.points())
          .put("grade", String.valueOf(change.letter()));
    }
  }

  static void forecast(ObjectNode json, Forecast forecast) {
    calls(json.putObject("calls"), forecast);
    three(json.putObject("hours"), forecast.totalHours());
    ArrayNode stages = json.putArray("stages");
    for (Hours hours : forecast.hours()) {
      ObjectNode row = stages.addObject().put("stage", hours.stage());
      ObjectNode calls = row.putObject("calls");
      three(calls.putObject("source"), hours.sourceCalls());
      three(calls.putObject("destination"), hours.targetCalls().plus(hours.deskCalls()));
      three(row.putObject("hours"), hours.hours());
    }
    ObjectNode storage = json.putObject("storage");
    three(storage.putObject("ledgerBytes"), forecast.ledgerBytes());
    three(storage.putObject("fileBytes"), forecast.fileBytes());
  }

  private static void calls(ObjectNode json, Forecast forecast) {
    three(json.putObject("source"), forecast.calls(Product.QONTAK));
    three(
        json.putObject("destination"),
        forecast.calls(Product.FRESHSALES).plus(forecast.calls(Product.FRESHDESK)));
  }

  private static void question(ObjectNode json, Question question) {
    json.put("id", question.id()).put("question", question.question());
    json.put("form", question.form());
    if (question.answered()) {
      json.put("answer", question.answer()).put("by", question.by());
    }
  }
}
