package dev.pindah.console.mapping;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Screen;
import dev.pindah.journey.map.ProposalFacts;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldSchema;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The working screen: hundreds of fields, decided from the keyboard. */
public final class MappingPage {
  private static final double SURE = 0.9;
  private static final int LONGEST = 2_000;

  private final Frame frame;
  private final Desk desk;
  private final Rule rule;

  public MappingPage(Frame frame) {
    this.frame = frame;
    this.desk = new Desk(frame);
    this.rule = new Rule(frame.ledger());
  }

  /**
   * The screen.
   *
   * @param hash of the file that it shows
   */
  record Model(
      List<Row> rows,
      Counts counts,
      boolean confirmed,
      String hash,
      int undos,
      LeadRule leadRule,
      List<String> statuses,
      Rule.Preview preview,
      Map<String, List<FieldSchema>> targets,
      Places.Model places) {}

  /**
   * One field.
   *
   * @param facts what both sides hold and what would be lost
   */
  record Detail(Row row, Optional<ProposalFacts> facts) {}

  public void routes(JavalinConfig config) {
    // Proposals of many fields take seconds; if they fail, the page says why when it is asked for.
    Thread.ofVirtual()
        .name("console-proposals")
        .uncaughtExceptionHandler((thread, failed) -> {})
        .start(desk::warm);
    config.routes.get("/mapping", this::show);
    config.routes.get("/mapping/field", this::field);
    config.routes.post("/mapping/set", this::set);
    config.routes.post("/mapping/values", this::values);
    config.routes.post("/mapping/accept-best", this::acceptBest);
    config.routes.post("/mapping/undo", this::undo);
    config.routes.post("/mapping/rule", this::rule);
    config.routes.post("/mapping/rule/preview", this::preview);
    config.routes.post("/mapping/confirm", this::confirm);
    new Places(frame, desk).routes(config);
  }

  private void show(Context ctx) {
    Screen screen = frame.screen(ctx, "mapping");
    Optional<Desk.Known> known = desk.known();
    if (known.isEmpty() || !desk.exists()) {
      frame.show(ctx, "mapping/empty", screen, known.isPresent());
      return;
    }
    Desk.Read read;
    try {
      read = desk.read();
    } catch (Refused unreadable) {
      List<String> problems = String.valueOf(unreadable.getMessage()).lines().toList();
      frame.show(ctx, "mapping/broken", screen, problems);
      return;
    }
    Rows rows = known.get().rows();
    Mapping mapping = read.mapping();
    frame.show(
        ctx,
        "mapping/page",
        screen,
        new Model(
            rows.all(mapping),
            Counts.of(mapping),
            desk.confirmed(),
            read.hash(),
            desk.undos(),
            mapping.leadRule(),
            Rule.statuses(
                mapping.leadRule(), rows.find(mapping, ObjectName.CONTACT.wire(), "crm_status_id")),
            rule.preview(mapping.leadRule()),
            rows.choices(),
            Places.of(mapping, known.get().view())));
  }

  private Row row(String object, String field) {
    return desk.known()
        .flatMap(known -> known.rows().find(desk.read().mapping(), object, field))
        .orElseThrow(() -> new Refused(404, "the mapping has no such field"));
  }

  private void field(Context ctx) {
    Row row = row(Frame.query(ctx, "object"), Frame.query(ctx, "field"));
    Optional<ProposalFacts> facts =
        desk.known()
            .flatMap(
                known ->
                    TargetModule.of(row.module())
                        .map(
                            module ->
                                ProposalFacts.of(known.view(), row.object(), module, row.rule())));
    frame.show(ctx, "mapping/field", frame.screen(ctx, "mapping"), new Detail(row, facts));
  }

  private void set(Context ctx) {
    String object = Frame.field(ctx, "object");
    String field = Frame.field(ctx, "field");
    desk.set(object + "." + field + "=" + Frame.field(ctx, "decision"));
    answer(ctx, object, field);
  }

  /** The changed row; the numbers around it go in a header. */
  private void answer(Context ctx, String object, String field) {
    counts(ctx);
    frame.show(ctx, "mapping/row", frame.screen(ctx, "mapping"), row(object, field));
  }

  private void counts(Context ctx) {
    Desk.Read read = desk.read();
    Counts counts = Counts.of(read.mapping());
    ObjectNode json = JsonMapper.shared().createObjectNode();
    ObjectNode numbers = json.putObject("mapping-counts");
    for (Decision decision : Decision.values()) {
      numbers.put(decision.wire(), counts.of(decision));
    }
    numbers.put("undos", desk.undos()).put("hash", read.hash()).put("confirmed", desk.confirmed());
    ctx.header("HX-Trigger", json.toString());
  }

  private void values(Context ctx) {
    String object = Frame.field(ctx, "object");
    String field = Frame.field(ctx, "field");
    List<String> from = ctx.formParams("from");
    List<String> to = ctx.formParams("to");
    if (from.size() != to.size()) {
      throw new Refused(422, "values do not come in pairs");
    }
    List<ValueRule> values = new ArrayList<>();
    for (int number = 0; number < from.size(); number++) {
      values.add(new ValueRule(from.get(number), to.get(number).strip()));
    }
    FieldRule old = row(object, field).rule();
    ObjectName.of(object)
        .ifPresent(name -> desk.change(desk.read().mapping().with(name, old.withValues(values))));
    answer(ctx, object, field);
  }

  private void acceptBest(Context ctx) {
    desk.acceptBest(SURE);
    ctx.redirect("/mapping", HttpStatus.SEE_OTHER);
  }

  /** Where one field changed back, only its row is sent. */
  private void undo(Context ctx) {
    Map<String, FieldRule> before = rules(desk.read().mapping());
    desk.undo();
    List<String> changed = new ArrayList<>();
    rules(desk.read().mapping())
        .forEach(
            (field, rule) -> {
              if (!rule.equals(before.get(field))) {
                changed.add(field);
              }
            });
    if (ctx.header("HX-Request") == null) {
      ctx.redirect("/mapping", HttpStatus.SEE_OTHER);
    } else if (changed.size() == 1) {
      String field = changed.getFirst();
      int dot = field.indexOf('.');
      Row row = row(field.substring(0, dot), field.substring(dot + 1));
      ctx.header("HX-Retarget", "#" + row.id());
      counts(ctx);
      frame.show(ctx, "mapping/row", frame.screen(ctx, "mapping"), row);
    } else {
      ctx.header("HX-Refresh", "true");
    }
  }

  private static Map<String, FieldRule> rules(Mapping mapping) {
    Map<String, FieldRule> rules = new HashMap<>();
    mapping
        .objects()
        .forEach(
            object ->
                object
                    .fields()
                    .forEach(
                        rule -> rules.put(object.object().wire() + "." + rule.source(), rule)));
    return rules;
  }

  private static LeadRule given(Context ctx) {
    String when = Frame.field(ctx, "when");
    if (when.isEmpty() || when.length() > LONGEST) {
      throw new Refused(422, "a rule is missing");
    }
    return new LeadRule(when, ctx.formParams("status"));
  }

  private void preview(Context ctx) {
    frame.show(ctx, "mapping/preview", frame.screen(ctx, "mapping"), rule.preview(given(ctx)));
  }

  private void rule(Context ctx) {
    LeadRule given = given(ctx);
    if (!rule.preview(given).understood()) {
      throw new Refused(422, frame.words(frame.visitor(ctx)).say("mapping.rule.broken"));
    }
    Mapping mapping = desk.read().mapping();
    desk.change(
        mapping.with(mapping.leadRule().changed(given.contactWhen(), given.qualifiedStatuses())));
    ctx.redirect("/mapping#rule", HttpStatus.SEE_OTHER);
  }

  private void confirm(Context ctx) {
    desk.confirm(Frame.field(ctx, "hash"), frame.visitor(ctx).name());
    ctx.redirect("/mapping", HttpStatus.SEE_OTHER);
  }
}
