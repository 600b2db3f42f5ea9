package dev.pindah.journey.discover.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.model.Problems;
import dev.pindah.model.offer.Quote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A price follows from the rules of the price list and from nothing else. */
class PricingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 9);

  @Test
  void theShippedListIsWhole() {
    Pricing pricing = shipped();
    for (char grade : new char[] {'A', 'B', 'C', 'D'}) {
      assertThat(MakeQuote.bands(pricing, grade)).containsKey(2_000_000L);
    }
    assertThat(pricing.minutes("watch-day")).isPositive();
  }

  @Test
  void priceComesFromGradeAndBandAndIsDated() {
    Quote quote = quote(27_000, "IDR", List.of("helpdesk"));
    assertThat(quote.path())
        .containsExactly("crm", "qontak", "freshsales", "B", "up to 50,000 records");
    assertThat(quote.net()).isEqualByComparingTo("36000000");
    assertThat(quote.tax()).isEqualByComparingTo("3960000");
    assertThat(quote.total()).isEqualByComparingTo("39960000");
    assertThat(quote.validUntil()).isEqualTo(DAY.plusDays(30));
    assertThat(quote.number())
        .startsWith("Q-20261009-")
        .isEqualTo(quote(27_000, "IDR", List.of("helpdesk")).number());
  }

  @Test
  void oneRecordMoreInTheSameBandCostsNothing() {
    assertThat(quote(10_001, "IDR", List.of()).total())
        .isEqualByComparingTo(quote(50_000, "IDR", List.of()).total());
  }

  @Test
  void moreThanTwoMillionRecordsAreScopedIndividually() {
    Quote quote = quote(2_000_001, "IDR", List.of());
    assertThat(quote.individually()).isTrue();
    assertThat(quote.lines()).isEmpty();
    assertThat(quote(2_000_000, "IDR", List.of()).individually()).isFalse();
  }

  @Test
  void anotherCurrencyNeedsARate() {
    Quote quote = quote(5_000, "USD", List.of());
    assertThat(quote.net()).isEqualTo(new BigDecimal("1036.59"));
    assertThatThrownBy(() -> quote(5_000, "XAU", List.of()))
        .hasMessageContaining("no rate for XAU");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Problems problems = new Problems();
    String text =
        PricingFile.shipped()
            .replace("currency: IDR", "currency: rupiah")
            .replace("valid-days: 30", "valid-days: soon")
            .replace("helpdesk: 9000000", "helpdesk: lots\n  per-record: 5");
    assertThat(PricingFile.read(text, problems)).isEmpty();
    assertThat(problems.list())
        .extracting(Object::toString)
        .anyMatch(line -> line.contains("currency") && line.contains("'rupiah' is no currency"))
        .anyMatch(line -> line.contains("valid-days"))
        .anyMatch(line -> line.contains("'lots' is no amount"))
        .anyMatch(line -> line.contains("unknown key 'per-record'"));
  }

  private static Quote quote(long records, String currency, List<String> extras) {
    return MakeQuote.of(shipped(), 'B', records, extras, "PT Contoh", currency, DAY);
  }

  private static Pricing shipped() {
    Problems problems = new Problems();
    return PricingFile.read(PricingFile.shipped(), problems)
        .orElseThrow(() -> new AssertionError(problems.list()));
  }
}
