package dev.pindah.journey.prepare;

import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The stage: reads the target anew and says what is left to do before records can move. */
public final class Prepare {
  /** Slices that say which fields were made by API: their labels, one a line, by module. */
  private static final String MADE = "schema-made";

  private final SchemaReader target;
  private final Ledger ledger;
  private final Plan plan;
  private final ProgressSink progress;

  public Prepare(SchemaReader target, Ledger ledger, Plan plan, ProgressSink progress) {
    this.target = target;
    this.ledger = ledger;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param toDo for an admin, by hand
   * @param impossible what this plan cannot hold, with the way out
   */
  public record Readiness(List<ToDo> toDo, List<String> impossible, List<Check> checks) {
    public Readiness {
      toDo = List.copyOf(toDo);
      impossible = List.copyOf(impossible);
      checks = List.copyOf(checks);
    }

    public boolean schemaReady() {
      return toDo.isEmpty();
    }
  }

  public Readiness run(Mapping mapping) {
    progress.at("prepare: read the target", 0, 1);
    Inventory now = target.read();
    ledger.record(tables -> tables.inventories().save(now));
    progress.at("prepare: read the target", 1, 1);
    Inventory source =
        ledger
            .read(tables -> tables.inventories().latest(Product.QONTAK))
            .orElseThrow(() -> new IllegalStateException("run pindah discover first"));
    Preflight preflight =
        new Preflight(
            mapping,
            source,
            now,
            plan,
            ledger.read(
                tables -> tables.inventories().profiles(Product.QONTAK, ObjectName.DEAL.wire())));
    return new Readiness(
        PlanSchema.missing(mapping, source, now, plan), impossible(mapping), preflight.checks());
  }

  /**
   * Makes the fields that an API can make; everything else stays for an admin.
   *
   * @return what was made, and what was refused with the reason
   */
  public List<String> apply(SchemaWriter writer, Readiness readiness) {
    List<String> said = new ArrayList<>();
    for (ToDo toDo : readiness.toDo()) {
      if (toDo.madeByApi()) {
        String what = toDo.module().wire() + " field \"" + toDo.label() + "\"";
        FieldType type = FieldType.valueOf(toDo.type().toUpperCase(Locale.ROOT));
        said.add(
            switch (writer.addField(toDo.module(), toDo.label(), type, toDo.choices())) {
              case Reply.Ok<Boolean> done -> {
                made(toDo);
                yield "made " + what;
              }
              case Reply.Refused<Boolean>(String code, String reason) ->
                  "refused " + what + ": " + reason;
              case Reply.Throttled<Boolean> busy -> "not made, too many calls: " + what;
              case Reply.Broken<Boolean>(boolean sent, String reason) ->
                  "no answer for " + what + ": " + reason;
            });
        progress.at("prepare: make fields", said.size(), -1);
      }
    }
    return said;
  }

  /** Remembered, so that a rollback can take it away again. */
  private void made(ToDo toDo) {
    ledger.record(
        tables -> {
          String module = toDo.module().wire();
          String before = tables.slices().find(MADE, module).map(Progress::position).orElse("");
          String all = before.isEmpty() ? toDo.label() : before + "\n" + toDo.label();
          tables.slices().save(new Progress(MADE, module, all, 0, true));
        });
  }

  /** Failed checks of severity error that nobody waived. */
  public List<Check> blocking(Readiness readiness) {
    return readiness.checks().stream()
        .filter(check -> check.severity() == Severity.ERROR && !check.ok() && !waived(check))
        .toList();
  }

  private boolean waived(Check check) {
    Optional<Decision> decision =
        ledger.read(tables -> tables.decisions().latest("check:" + check.id()));
    return decision.map(known -> known.kind().equals("check-waived")).orElse(false);
  }

  private List<String> impossible(Mapping mapping) {
    List<String> impossible = new ArrayList<>();
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        if (rule.reason().contains("has no room")) {
          impossible.add(
              object.object().wire()
                  + "."
                  + rule.source()
                  + " ("
                  + rule.label()
                  + "): "
                  + rule.reason());
        }
      }
    }
    return impossible;
  }
}
