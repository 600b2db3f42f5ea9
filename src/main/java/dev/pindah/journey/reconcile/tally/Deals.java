package dev.pindah.journey.reconcile.tally;

import dev.pindah.ledger.Tables;
import dev.pindah.model.Cell;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.Business.Line;
import dev.pindah.model.proof.Business.Top;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Pipeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import tools.jackson.databind.JsonNode;

/**
 * What the deals are worth, to the last digit: per pipeline, stage, owner and month, by outcome,
 * and the largest ones. The source's amount is read from the raw row again, not from what was
 * planned.
 */
public final class Deals {
  private static final String AMOUNT = "amount";
  private static final int TOP = 20;

  private record Place(
      String pipeline, String stage, String owner, String month, String currency) {}

  private record Large(BigDecimal amount, String id, String targetId, String found) {}

  private static final class Sums {
    private long meantDeals;
    private long foundDeals;
    private BigDecimal source = BigDecimal.ZERO;
    private BigDecimal meant = BigDecimal.ZERO;
    private BigDecimal found = BigDecimal.ZERO;
  }

  /** The smallest of the largest first; of two equal ones the newer id. */
  private static final Comparator<Large> ORDER =
      Comparator.comparing(Large::amount).thenComparing(Large::id, Comparator.reverseOrder());

  private final Map<Place, Sums> places = new HashMap<>();
  private final Map<Pipeline.Outcome, long[]> outcomes = new EnumMap<>(Pipeline.Outcome.class);
  private final PriorityQueue<Large> top = new PriorityQueue<>(ORDER);
  private final Map<String, Pipeline.Outcome> stages = new HashMap<>();
  private long left;

  /**
   * Stages are known from the inventory.
   *
   * @param destination what discover learnt of the target, if it did
   */
  public Deals(Optional<Inventory> destination) {
    destination.stream()
        .flatMap(inventory -> inventory.pipelines().stream())
        .flatMap(pipeline -> pipeline.stages().stream())
        .forEach(stage -> stages.put(stage.id(), stage.outcome()));
  }

  /** Records without an amount are none of its business. */
  public void add(Compared record, Tables tables) {
    if (record.meant().path(AMOUNT).isMissingNode()) {
      return;
    }
    if (!record.onTarget()) {
      left++;
      return;
    }
    Compared.Standing standing = record.standing();
    BigDecimal source = source(record, tables);
    BigDecimal meant = amount(record.meant().path(AMOUNT));
    BigDecimal found = amount(standing.attribute(AMOUNT));
    Sums planned = places.computeIfAbsent(place(record, Which.MEANT), any -> new Sums());
    planned.meantDeals++;
    planned.source = planned.source.add(source);
    planned.meant = planned.meant.add(meant);
    outcome(record.meant().path("deal_stage_id"))[0]++;
    if (record.found().isPresent()) {
      Sums there = places.computeIfAbsent(place(record, Which.FOUND), any -> new Sums());
      there.foundDeals++;
      there.found = there.found.add(found);
      outcome(standing.attribute("deal_stage_id"))[1]++;
    }
    top.add(
        new Large(
            source,
            record.candidate().key().id(),
            record.pair().map(pair -> pair.targetId()).orElse(""),
            record.found().isPresent() ? Plain.number(found) : ""));
    if (top.size() > TOP) {
      top.poll();
    }
  }

  private enum Which {
    MEANT,
    FOUND
  }

  private static Place place(Compared record, Which side) {
    Compared.Standing standing = record.standing();
    return new Place(
        text(record, standing, side, "deal_pipeline_id"),
        text(record, standing, side, "deal_stage_id"),
        text(record, standing, side, "owner_id"),
        month(record, standing, side),
        text(record, standing, side, "currency_id"));
  }

  private static String month(Compared record, Compared.Standing standing, Which side) {
    String closed = text(record, standing, side, "closed_date");
    String day = closed.isEmpty() ? text(record, standing, side, "expected_close") : closed;
    return day.length() >= 7 ? day.substring(0, 7) : "";
  }

  /** What nobody meant to write is taken as it stands, on both sides. */
  private static String text(
      Compared record, Compared.Standing standing, Which side, String attribute) {
    JsonNode meant = record.meant().path(attribute);
    boolean planned = side == Which.MEANT && !meant.isMissingNode();
    return Plain.text(planned ? meant : standing.attribute(attribute), meant);
  }

  private long[] outcome(JsonNode stage) {
    Pipeline.Outcome outcome = stages.getOrDefault(stage.asString(""), Pipeline.Outcome.OPEN);
    return outcomes.computeIfAbsent(outcome, any -> new long[2]);
  }

  private static BigDecimal amount(JsonNode value) {
    return Plain.decimal(value.asString("")).orElse(BigDecimal.ZERO);
  }

  /** The amount in the raw row, by the field that the amount was mapped from. */
  private static BigDecimal source(Compared record, Tables tables) {
    List<String> fields =
        record.candidate().cells().stream()
            .filter(cell -> AMOUNT.equals(cell.target()))
            .map(Cell::field)
            .toList();
    if (fields.isEmpty()) {
      return BigDecimal.ZERO;
    }
    return tables
        .sourceRecords()
        .find(record.candidate().key())
        .map(raw -> new SourceRow(raw.json()).value(fields.getFirst()).texts())
        .filter(texts -> !texts.isEmpty())
        .flatMap(texts -> Plain.decimal(texts.getFirst()))
        .orElse(BigDecimal.ZERO);
  }

  public Business result() {
    List<Line> lines =
        places.entrySet().stream()
            .map(entry -> line(entry.getKey(), entry.getValue()))
            .sorted(
                Comparator.comparing(Line::pipeline)
                    .thenComparing(Line::stage)
                    .thenComparing(Line::owner)
                    .thenComparing(Line::month)
                    .thenComparing(Line::currency))
            .toList();
    List<Business.Outcome> counts = new ArrayList<>();
    outcomes.forEach(
        (outcome, count) ->
            counts.add(
                new Business.Outcome(outcome.name().toLowerCase(Locale.ROOT), count[0], count[1])));
    List<Large> largest = top.stream().sorted(ORDER.reversed()).toList();
    List<Top> ranks = new ArrayList<>();
    for (Large deal : largest) {
      ranks.add(
          new Top(
              ranks.size() + 1,
              deal.id(),
              deal.targetId(),
              Plain.number(deal.amount()),
              deal.found()));
    }
    return new Business(lines, counts, ranks, left);
  }

  private static Line line(Place place, Sums sums) {
    return new Line(
        place.pipeline(),
        place.stage(),
        place.owner(),
        place.month(),
        place.currency(),
        sums.meantDeals,
        sums.foundDeals,
        Plain.number(sums.source),
        Plain.number(sums.meant),
        Plain.number(sums.found));
  }
}
