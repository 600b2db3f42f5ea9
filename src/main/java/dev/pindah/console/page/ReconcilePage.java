package dev.pindah.console.page;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Screen;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.FanOut;
import dev.pindah.model.proof.Proof;
import dev.pindah.report.Buckets;
import dev.pindah.report.Explanation;
import dev.pindah.report.Summary;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was proved: the ladder, cells, totals, findings down to one record. */
public final class ReconcilePage {
  private static final int SHOWN = 100;

  private final Frame frame;

  public ReconcilePage(Frame frame) {
    this.frame = frame;
  }

  /** A part of a whole; {@code permille} is its share. */
  record Part(String name, long count, long permille) {}

  /** A finding with the stage that found it. */
  record Found(String stage, Finding finding) {
    boolean explained() {
      return ObjectName.of(finding.object()).isPresent() && !finding.id().isBlank();
    }
  }

  /** The page. */
  record Model(
      Optional<Proof> proof,
      boolean balanced,
      List<Part> cells,
      DealTotals deals,
      List<Found> findings,
      String severity,
      int from,
      int all) {
    /** Of the records of its object and role, in per cent. */
    long share(FanOut one) {
      long all =
          proof.stream()
              .flatMap(known -> known.fanOuts().stream())
              .filter(fan -> fan.object().equals(one.object()) && fan.role().equals(one.role()))
              .mapToLong(FanOut::meant)
              .sum();
      return all == 0 ? 0 : Math.min(100, one.found() * 100 / all);
    }

    int next() {
      return from + SHOWN < all ? from + SHOWN : -1;
    }
  }

  /** One record's story. */
  record Story(SideBySide side, List<String> moves, List<String> attempts, boolean deleted) {}

  public void routes(JavalinConfig config) {
    config.routes.get("/reconcile", this::show);
    config.routes.get("/explain", this::look);
    config.routes.get("/explain/{object}/{id}", this::explain);
  }

  private void show(Context ctx) {
    Summary summary = Summary.read(frame.ledger());
    String severity = Frame.query(ctx, "severity");
    String from = Frame.query(ctx, "from");
    List<Found> findings = findings(summary, severity);
    int start = from.matches("\\d{1,8}") ? Math.min(Integer.parseInt(from), findings.size()) : 0;
    Optional<Business> business = summary.proof().map(Proof::business);
    frame.show(
        ctx,
        "page/reconcile",
        frame.screen(ctx, "reconcile"),
        new Model(
            summary.proof(),
            summary.balanced(),
            cells(summary.cellTotals()),
            DealTotals.of(business.map(Business::lines).orElse(List.of()), summary.names()),
            findings.subList(start, Math.min(findings.size(), start + SHOWN)),
            severity,
            start,
            findings.size()));
  }

  private static List<Found> findings(Summary summary, String severity) {
    List<Found> all = new ArrayList<>();
    summary
        .findings()
        .forEach((stage, list) -> list.forEach(finding -> all.add(new Found(stage, finding))));
    return all.stream()
        .filter(
            found ->
                severity.isEmpty() || found.finding().severity().name().equalsIgnoreCase(severity))
        .sorted(
            Comparator.comparing(
                (Found found) -> found.finding().severity(), Comparator.reverseOrder()))
        .toList();
  }

  private static List<Part> cells(Map<String, Long> totals) {
    long sum = Math.max(1, totals.values().stream().mapToLong(Long::longValue).sum());
    return Buckets.NAMES.stream()
        .filter(totals::containsKey)
        .map(
            name -> {
              long count = totals.getOrDefault(name, 0L);
              return new Part(name, count, count * 1000 / sum);
            })
        .toList();
  }

  /** The form that asks for one record. */
  private void look(Context ctx) {
    String object = Frame.query(ctx, "object");
    String id = Frame.query(ctx, "id");
    ObjectName known =
        ObjectName.of(object).orElseThrow(() -> new Refused(404, "there is no such object"));
    story(ctx, known, id);
  }

  private void explain(Context ctx) {
    ObjectName object =
        ObjectName.of(ctx.pathParam("object"))
            .orElseThrow(() -> new Refused(404, "there is no such object"));
    story(ctx, object, ctx.pathParam("id"));
  }

  private void story(Context ctx, ObjectName object, String id) {
    Screen screen = frame.screen(ctx, "reconcile");
    Optional<Explanation> explanation =
        id.isBlank()
            ? Optional.empty()
            : Explanation.of(new RecordKey(object, id), frame.ledger(), frame.setup().links());
    Optional<Story> story =
        explanation.map(
            known ->
                new Story(
                    frame
                        .ledger()
                        .read(
                            tables ->
                                SideBySide.of(
                                    known.source().key(), tables, frame.setup().links(), screen)),
                    known.moves(),
                    known.attempts(),
                    known.source().deleted()));
    if (story.isEmpty()) {
      ctx.status(404);
    }
    frame.show(ctx, "page/explain", screen, story);
  }
}
