package dev.pindah.sandbox.qontak;

import dev.pindah.sandbox.PlainClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Signs as the developer centre says, written again here so that the sandbox is not its own judge.
 */
public final class SignedClient implements AutoCloseable {

  static final String ID = "demo-client";
  static final String SECRET = "demo-secret-0123456789";

  private final PlainClient plain;

  public SignedClient(URI base) {
    plain = new PlainClient(base);
  }

  static String signature(String secret, String date, String requestLine) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = "date: " + date + "\n" + requestLine;
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static String date(Instant instant) {
    return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  static String authorization(String signature) {
    return "hmac username=\"%s\", algorithm=\"hmac-sha256\", headers=\"date request-line\", signature=\"%s\""
        .formatted(ID, signature);
  }

  public HttpResponse<String> send(String method, String target, String body, String... more) {
    String date = date(Instant.now());
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Date", date));
    headers.addAll(
        List.of(
            "Authorization",
            authorization(signature(SECRET, date, method + " " + target + " HTTP/1.1"))));
    return plain.send(method, target, body, headers.toArray(String[]::new));
  }

  public HttpResponse<String> get(String target, String... more) {
    return send("GET", target, "", more);
  }

  public JsonNode json(String target, String... more) {
    return PlainClient.json(get(target, more));
  }

  public PlainClient plain() {
    return plain;
  }

  @Override
  public void close() {
    plain.close();
  }
}
