package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private final Dates dates = new Dates(ZoneId.of("Asia/Jakarta"));

  @ParameterizedTest
  @CsvSource({
    "2025-12-20T13:09:33.046+07:00, 2025-12-20T06:09:33.046Z",
    "2025-12-20T06:09:33Z, 2025-12-20T06:09:33Z",
    "2025-12-20 13:09:33 +0700, 2025-12-20T06:09:33Z",
    "2025-12-20T13:09:33.046+0700, 2025-12-20T06:09:33.046Z",
    "2025-12-20 13:09:33 +07:00, 2025-12-20T06:09:33Z",
    "2025-12-20 13:09, 2025-12-20T06:09:00Z",
    "20/12/2025 13:09, 2025-12-20T06:09:00Z",
    "20/12/2025, 2025-12-19T17:00:00Z"
  })
  void formsWithoutAnOffsetAreInTheAccountsZone(String text, String instant) {
    assertThat(dates.dateTime(text).map(time -> time.toInstant().toString())).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/02/2025", "2025-13-01", "besok", "", "0", "12/2025"})
  void whatIsNoDateIsNotGuessed(String text) {
    assertThat(dates.dateTime(text)).isEmpty();
  }
}
