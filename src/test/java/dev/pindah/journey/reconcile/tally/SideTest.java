package dev.pindah.journey.reconcile.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.Fingerprint;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Aggregate.Measure;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How values are added up. */
class SideTest {
  @Test
  void addsNumbersExactly() {
    Side side = side("0.10", "9007199254740993", "-2");
    assertThat(side.measure()).isEqualTo(Measure.NUMBER);
    assertThat(side.result(Measure.NUMBER, 4))
        .isEqualTo(
            new Aggregate.Side(4, 3, 3, "-2", "9007199254740993", "9007199254740991.1", Map.of()));
    assertThat(side.result(Measure.NUMBER, 4).nullRate()).isEqualTo(0.25);
  }

  @Test
  void showsLengthsOfTextsAndNotTheTexts() {
    Aggregate.Side side = side("Budi", "Siti Aminah").result(Measure.LENGTH, 2);
    assertThat(side).isEqualTo(new Aggregate.Side(2, 2, 2, "4", "11", "15", Map.of()));
  }

  @Test
  void countsOptionsThatRepeat() {
    Aggregate.Side side =
        side("Cash", "Cash", "Kredit", "Cash", "Kredit", "Cash").result(Measure.LENGTH, 6);
    assertThat(side.options()).isEqualTo(Map.of("Cash", 4L, "Kredit", 2L));
    assertThat(side("2026-01-02", "2026-01-01").measure()).isEqualTo(Measure.DAY);
  }

  @Test
  void estimatesManyDistinctValues() {
    Distinct distinct = new Distinct();
    for (int number = 0; number < 50_000; number++) {
      distinct.add(HexFormat.of().parseHex(Fingerprint.of("value " + number % 20_000)));
    }
    assertThat(distinct.count()).isBetween(19_000L, 21_000L);
  }

  @Test
  void writesBothSidesPlainly() {
    assertThat(plain("\"3822500000.0\"", "3822500000")).isEqualTo("3822500000");
    assertThat(plain("\"b;a\"", "[\"a\",\"b\"]")).isEqualTo("a; b");
    assertThat(plain("[\"b\",\"a\"]", "[\"a\",\"b\"]")).isEqualTo("a; b");
    assertThat(plain("\"2026-01-02T00:00:00Z\"", "\"2026-01-02\"")).isEqualTo("2026-01-02");
    assertThat(plain("\"2026-01-02T07:00:00+07:00\"", "\"2026-01-02T00:00:00.000Z\""))
        .isEqualTo("2026-01-02T00:00:00Z");
    assertThat(plain("null", "\"x\"")).isEmpty();
  }

  private static String plain(String value, String shape) {
    return Plain.text(json(value), json(shape));
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static Side side(String... values) {
    Side side = new Side();
    List.of(values).forEach(side::add);
    return side;
  }
}
