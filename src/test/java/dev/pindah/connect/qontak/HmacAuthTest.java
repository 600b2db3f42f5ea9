package dev.pindah.connect.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.http.Call;
import dev.pindah.connect.qontak.QontakSettings.Hmac;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmacAuthTest {
  private static final String SECRET = "demo-secret-0123456789";
  private static final String DATE = "Mon, 05 Jan 2026 03:00:00 GMT";

  @ParameterizedTest
  @CsvSource({
    "GET, /qontak/crm/contacts?page=1&per_page=25, ZRWFBP/HGhXovS4Pu4im+2kZyEjbgoH3kgtBAIy+0r4=",
    "POST, /qontak/crm/notes, Sy9G3g5eUeETGscI+PLu866dkbfe1igaP9k0L/S/t+I=",
    "GET, /qontak/chat/v1/rooms?limit=25&offset=1, B448peYaOosB4tk9zyjopykccohCQtyqKit7KeVZrHk="
  })
  void signsTheDateAndTheRequestLine(String method, String target, String signature) {
    assertThat(HmacAuth.signature(SECRET, DATE, method, target)).isEqualTo(signature);
  }

  @Test
  void theDayHasTwoDigitsAndTheHeaderSaysWhatIsSigned() {
    Clock clock = Clock.fixed(Instant.parse("2026-01-05T03:00:00Z"), ZoneOffset.UTC);
    var headers =
        new HmacAuth(new Hmac("demo-client", SECRET), clock)
            .headers(Call.get("/qontak/crm/contacts?page=1&per_page=25", "/contacts"));
    assertThat(headers)
        .containsEntry("Date", DATE)
        .containsEntry(
            "Authorization",
            "hmac username=\"demo-client\", algorithm=\"hmac-sha256\","
                + " headers=\"date request-line\","
                + " signature=\"ZRWFBP/HGhXovS4Pu4im+2kZyEjbgoH3kgtBAIy+0r4=\"");
  }
}
