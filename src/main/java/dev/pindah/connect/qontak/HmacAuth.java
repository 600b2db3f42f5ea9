package dev.pindah.connect.qontak;

import dev.pindah.connect.http.Auth;
import dev.pindah.connect.http.Call;
import dev.pindah.connect.qontak.QontakSettings.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The gateway's signature over date and request line. A signature is good for five minutes, so each
 * attempt gets its own.
 */
final class HmacAuth implements Auth {
  /** Two digits of the day always, which the JDK's own RFC 1123 format does not print. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Hmac credentials;
  private final Clock clock;

  HmacAuth(Hmac credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Map<String, String> headers(Call call) {
    String date = DATE.format(clock.instant());
    String signature = signature(credentials.clientSecret(), date, call.method(), call.target());
    return Map.of(
        "Date",
        date,
        "Authorization",
        "hmac username=\""
            + credentials.clientId()
            + "\", algorithm=\"hmac-sha256\", headers=\"date request-line\", signature=\""
            + signature
            + "\"");
  }

  static String signature(String secret, String date, String method, String target) {
    String signed = "date: " + date + "\n" + method + " " + target + " HTTP/1.1";
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("every JDK has HmacSHA256", impossible);
    }
  }
}
