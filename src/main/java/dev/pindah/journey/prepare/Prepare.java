package dev.pindah.journey.prepare;

import dev.pindah.connect.Destination;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stage: reads the target anew and says what is left to do before records can move. */
public final class Prepare {
  /** An account has dozens of lists, not thousands; beyond this the plan does not name them. */
  private static final int LISTS = 500;

  private final Destination target;
  private final Ledger ledger;
  private final Clock clock;
  private final Circumstances circumstances;
  private final ProgressSink progress;

  public Prepare(
      Destination target,
      Ledger ledger,
      Clock clock,
      Circumstances circumstances,
      ProgressSink progress) {
    this.target = target;
    this.ledger = ledger;
    this.clock = clock;
    this.circumstances = circumstances;
    this.progress = progress;
  }

  public Readiness run(Mapping mapping) {
    progress.at("prepare: read the target", 0, 1);
    Inventory now = target.schema().read();
    ledger.record(tables -> tables.inventories().save(now));
    progress.at("prepare: read the target", 1, 1);
    Inventory source =
        ledger
            .read(tables -> tables.inventories().latest(Product.QONTAK))
            .orElseThrow(() -> new IllegalStateException("run pindah discover first"));
    PlanSchema.Schema schema = PlanSchema.of(mapping, source, now, circumstances.plan(), lists());
    Ground ground =
        Ground.read(ledger, mapping, source, now, schema, circumstances, target.heard());
    List<Check> checks = new ArrayList<>();
    checks.addAll(new PeopleChecks(ground).checks());
    checks.addAll(new SchemaChecks(ground).checks());
    checks.addAll(new AccountChecks(ground, clock.instant()).checks());
    checks.addAll(new RunChecks(ground).checks());
    return new Readiness(schema.rows(), schema.limits(), checks, waivers(checks));
  }

  /** Makes what an API can make; see {@link ApplySchema}. */
  public List<String> apply(Readiness readiness, boolean experimental) {
    return new ApplySchema(target, ledger, experimental, progress).run(readiness);
  }

  private List<String> lists() {
    return ledger.read(tables -> tables.sourceRecords().page(ObjectName.LIST, "", LISTS)).stream()
        .map(Prepare::name)
        .filter(name -> !name.isBlank())
        .toList();
  }

  private static String name(SourceRecord list) {
    return new SourceRow(list.json()).text("name");
  }

  private Map<String, String> waivers(List<Check> checks) {
    return ledger.read(
        tables -> {
          Map<String, String> waivers = new HashMap<>();
          for (Check check : checks) {
            tables
                .decisions()
                .latest("check:" + check.id())
                .filter(decision -> decision.kind().equals("check-waived"))
                .map(Prepare::words)
                .ifPresent(words -> waivers.put(check.id(), words));
          }
          return waivers;
        });
  }

  private static String words(Decision decision) {
    return decision.by() + ": " + decision.reason();
  }
}
