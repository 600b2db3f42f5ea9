package dev.pindah.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Actual.Calls;
import dev.pindah.model.forecast.Comparison.Line;
import dev.pindah.model.schema.Plan;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls and hours follow the routes that the product takes. */
class ForecastTest {
  private static final Terms TERMS =
      new Terms(Range.exactly(2), Plan.GROWTH, 0.9, true, false, Set.of(), Set.of(), 1);

  @Test
  void aThousandContactsCostAtMostFortyCallsInBulk() {
    Volumes contacts = volumes(Map.of(ObjectName.CONTACT, Range.exactly(1_000)));
    Range load = load(contacts, TERMS);
    assertThat(load.likely()).isBetween(25.0, 40.0);
    assertThat(load(contacts, without(TERMS)).likely()).isBetween(1_000.0, 1_010.0);
  }

  private static Terms without(Terms terms) {
    return new Terms(
        terms.callsPerSecond(),
        terms.plan(),
        terms.share(),
        false,
        false,
        terms.wholesale(),
        terms.without(),
        terms.pipelines());
  }

  /** Calls for the contacts themselves; their timelines are another object. */
  private static Range load(Volumes volumes, Terms terms) {
    return Forecast.of(volumes, terms).parts().stream()
        .filter(part -> part.stage().equals("load") && part.object().equals("contact"))
        .map(Part::calls)
        .reduce(Range.ZERO, Range::plus);
  }

  @Test
  void whatIsGivenPerRecordDominatesTheSource() {
    Forecast forecast =
        Forecast.of(volumes(Map.of(ObjectName.CONTACT, Range.exactly(20_000))), TERMS);
    Range notes =
        sum(
            forecast,
            part -> part.stage().equals("extract") && part.endpoint().equals("GET /notes"));
    assertThat(notes).isEqualTo(Range.exactly(20_000));
    // 20,000 calls at two a second.
    assertThat(notes.likely() / 2 / 3_600).isBetween(2.7, 2.8);
  }

  private static Range sum(Forecast forecast, java.util.function.Predicate<Part> which) {
    return forecast.parts().stream().filter(which).map(Part::calls).reduce(Range.ZERO, Range::plus);
  }

  @Test
  void aListThatAnswersWithoutParentsSavesMostOfThem() {
    Volumes volumes =
        volumes(
            Map.of(
                ObjectName.CONTACT, Range.exactly(20_000), ObjectName.NOTE, Range.exactly(5_000)));
    Terms wholesale =
        new Terms(
            Range.exactly(2),
            Plan.GROWTH,
            0.9,
            true,
            false,
            EnumSet.of(ObjectName.NOTE),
            Set.of(),
            1);
    Range notes =
        sum(
            Forecast.of(volumes, wholesale),
            part -> part.stage().equals("extract") && part.object().equals("note"));
    assertThat(notes.likely()).isEqualTo(100);
    assertThat(notes.high()).isEqualTo(20_000);
  }

  @Test
  void hoursFollowTheQuotaOfThePlan() {
    Volumes deals = volumes(Map.of(ObjectName.DEAL, Range.exactly(20_000)));
    double growth = hours(Forecast.of(deals, TERMS), "load").likely();
    double pro = hours(Forecast.of(deals, TERMS.on(Plan.PRO)), "load").likely();
    assertThat(growth / pro).isBetween(1.9, 2.3);
    assertThat(growth).isGreaterThan(20_000 / 900.0 - 1);
  }

  private static Range hours(Forecast forecast, String stage) {
    return forecast.hours().stream()
        .filter(hours -> hours.stage().equals(stage))
        .map(Hours::hours)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nothingTakesNoTimeOnTheTarget() {
    Forecast forecast = Forecast.of(volumes(Map.of()), TERMS);
    assertThat(hours(forecast, "load").likely()).isLessThan(0.1);
    assertThat(forecast.fileBytes()).isEqualTo(Range.ZERO);
  }

  @Test
  void comparesByTheLongestRouteAndCountsTheRestTogether() {
    Forecast forecast = Forecast.of(volumes(Map.of(ObjectName.CONTACT, Range.exactly(400))), TERMS);
    Comparison comparison =
        Comparison.of(
            forecast,
            new Actual(
                List.of(
                    new Calls("extract", Product.QONTAK, "GET /qontak/crm/contacts", 5),
                    new Calls(
                        "extract", Product.QONTAK, "GET /qontak/crm/contacts/:id/timeline", 380),
                    new Calls("extract", Product.QONTAK, "GET /api/v3.1/contacts", 1),
                    new Calls("extract", Product.QONTAK, "GET /qontak/crm/new-thing", 7),
                    new Calls("handoff", Product.QONTAK, "GET /elsewhere", 9)),
                List.of()));
    assertThat(actual(comparison, "GET /contacts")).isEqualTo(6);
    assertThat(actual(comparison, "GET /contacts/:id/timeline")).isEqualTo(380);
    assertThat(actual(comparison, Comparison.OTHER)).isEqualTo(7);
    assertThat(comparison.lines()).extracting(Line::stage).containsOnly("extract");
  }

  private static long actual(Comparison comparison, String endpoint) {
    return comparison.lines().stream()
        .filter(line -> line.endpoint().equals(endpoint))
        .mapToLong(Line::actual)
        .sum();
  }

  @Test
  void anEarlierMigrationTeachesTheNextOne() {
    Volumes volumes = volumes(Map.of(ObjectName.CONTACT, Range.exactly(1_000)));
    Comparison comparison =
        Comparison.of(
            Forecast.of(volumes, TERMS),
            new Actual(
                List.of(
                    new Calls(
                        "extract", Product.QONTAK, "GET /qontak/crm/contacts/:id/timeline", 500)),
                List.of()));
    List<Lesson> lessons = Lesson.of(comparison);
    assertThat(lessons)
        .containsExactly(new Lesson("extract", Product.QONTAK, "GET /contacts/:id/timeline", 0.5));
    Range next =
        sum(
            Forecast.of(volumes, TERMS, lessons),
            part ->
                part.stage().equals("extract")
                    && part.endpoint().equals("GET /contacts/:id/timeline"));
    assertThat(next).isEqualTo(Range.of(400, 500, 625));
  }

  @Test
  void ticketsOfAHelpdeskAreItsOwnCalls() {
    Terms desk = new Terms(Range.exactly(2), Plan.PRO, 0.9, true, true, Set.of(), Set.of(), 1);
    Volumes tickets = volumes(Map.of(ObjectName.TICKET, Range.exactly(300)));
    Forecast forecast = Forecast.of(tickets, desk);
    assertThat(forecast.calls("load", Product.FRESHDESK).likely()).isGreaterThan(300);
    assertThat(sum(forecast, part -> part.endpoint().equals("POST /tasks"))).isEqualTo(Range.ZERO);
  }

  private static Volumes volumes(Map<ObjectName, Range> counts) {
    return Volumes.of(counts, Map.of());
  }
}
