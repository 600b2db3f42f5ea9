package dev.pindah.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Audits.Foretold;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.audit.Chat;
import dev.pindah.model.audit.Count;
import dev.pindah.model.audit.Count.Basis;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.Facts.Shares;
import dev.pindah.model.audit.Issue;
import dev.pindah.model.forecast.Actual;
import dev.pindah.model.forecast.Actual.Calls;
import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.schema.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store must do with facts, forecasts and what stages took. */
abstract class AuditContract extends FileContract {
  @Test
  void theNewestFactsComeBackAsTheyWere() {
    assertThat(ledger.<Optional<Facts>>read(tables -> tables.audits().latest())).isEmpty();
    Facts facts = facts(NOW);
    ledger.record(tables -> tables.audits().save(facts(NOW.minusSeconds(9))));
    ledger.record(tables -> tables.audits().save(facts));
    reopen();
    assertThat(ledger.<Optional<Facts>>read(tables -> tables.audits().latest())).contains(facts);
  }

  private static Facts facts(Instant at) {
    return new Facts(
        at,
        false,
        Map.of(ObjectName.NOTE, new Count(Range.of(1, 2.5, 4), Basis.SAMPLED)),
        Map.of(ObjectName.CONTACT, 7L),
        List.of(new Issue("no-email", "contact", 1, 7, List.of(ODD))),
        new Chat(Map.of("wa", 1L), Map.of(), Map.of(), 3, 2, 1),
        Map.of("room", ODD),
        new Shares(Range.exactly(1), Range.ZERO, Range.ZERO, Range.ZERO, Range.ZERO),
        2.5,
        Set.of(ObjectName.NOTE));
  }

  @Test
  void everyForecastIsKept() {
    Forecast forecast =
        Forecast.of(
            Volumes.of(Map.of(ObjectName.CONTACT, Range.exactly(100)), Map.of()),
            new Terms(Range.exactly(2), Plan.PRO, 0.9, true, false, Set.of(), Set.of(), 1));
    ledger.record(tables -> tables.audits().save(new Foretold(NOW, forecast)));
    ledger.record(tables -> tables.audits().save(new Foretold(NOW.plusSeconds(1), forecast)));
    reopen();
    assertThat(ledger.<List<Foretold>>read(tables -> tables.audits().foretold()))
        .containsExactly(new Foretold(NOW, forecast), new Foretold(NOW.plusSeconds(1), forecast));
  }

  @Test
  void callsAndTimeAddUpByStage() {
    for (int run = 0; run < 2; run++) {
      Instant at = NOW.plusSeconds(run);
      ledger.record(
          tables -> {
            tables.stageCalls().add("extract", Product.QONTAK, "GET /contacts", 3);
            tables.stageCalls().spent("extract", Duration.ofSeconds(2), at);
          });
    }
    reopen();
    Actual actual = ledger.read(tables -> tables.stageCalls().actual());
    assertThat(actual.calls())
        .containsExactly(new Calls("extract", Product.QONTAK, "GET /contacts", 6));
    assertThat(actual.begun()).contains(NOW);
    assertThat(actual.spent().getFirst().time()).isEqualTo(Duration.ofSeconds(4));
  }
}
