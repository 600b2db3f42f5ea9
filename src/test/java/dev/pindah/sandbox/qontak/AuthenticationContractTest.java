package dev.pindah.sandbox.qontak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.sandbox.PlainClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class AuthenticationContractTest extends QontakTest {

  private static final String LIST = CRM + "/contacts?page=1&per_page=25";

  private HttpResponse<String> signedAt(Instant instant, String signedTarget, String sentTarget) {
    String date = SignedClient.date(instant);
    String signature =
        SignedClient.signature(SignedClient.SECRET, date, "GET " + signedTarget + " HTTP/1.1");
    return client
        .plain()
        .get(sentTarget, "Date", date, "Authorization", SignedClient.authorization(signature));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /qontak/crm/contacts?page=1&per_page=25 HTTP/1.1, ZRWFBP/HGhXovS4Pu4im+2kZyEjbgoH3kgtBAIy+0r4=",
    "POST /qontak/crm/notes HTTP/1.1, Sy9G3g5eUeETGscI+PLu866dkbfe1igaP9k0L/S/t+I=",
    "GET /qontak/chat/v1/rooms?limit=25&offset=1 HTTP/1.1, B448peYaOosB4tk9zyjopykccohCQtyqKit7KeVZrHk="
  })
  void theTestSignerReproducesTheVectors(String requestLine, String signature) {
    assertThat(
            SignedClient.signature(
                "demo-secret-0123456789", "Mon, 05 Jan 2026 03:00:00 GMT", requestLine))
        .isEqualTo(signature);
  }

  @Test
  void aGoodSignatureIsLetIn() {
    assertThat(client.get(LIST).statusCode()).isEqualTo(200);
  }

  @Test
  void noSignatureIsAnswered401WithMessageUnauthorized() {
    HttpResponse<String> refused = client.plain().get(LIST);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
  }

  @Test
  void aDateMoreThan300SecondsOffIsRejected() {
    assertThat(signedAt(Instant.now().minusSeconds(290), LIST, LIST).statusCode()).isEqualTo(200);
    assertThat(signedAt(Instant.now().minusSeconds(310), LIST, LIST).statusCode()).isEqualTo(401);
    assertThat(signedAt(Instant.now().plusSeconds(310), LIST, LIST).statusCode()).isEqualTo(401);
  }

  @Test
  void theQueryStringIsPartOfTheRequestLine() {
    assertThat(signedAt(Instant.now(), CRM + "/contacts", LIST).statusCode()).isEqualTo(401);
  }

  @Test
  void theSignatureIsOverTheBytesSentAlsoWhenTheyAreEncoded() {
    String encoded = CRM + "/contacts?name=Siti%20Rahma&page=1";
    assertThat(signedAt(Instant.now(), encoded, encoded).statusCode()).isEqualTo(200);
    assertThat(signedAt(Instant.now(), encoded.replace("%20", " "), encoded).statusCode())
        .isEqualTo(401);
  }

  @Test
  void aTrailingSlashIsAcceptedAndSigned() {
    assertThat(client.get(CRM + "/contacts/").statusCode()).isEqualTo(200);
    assertThat(signedAt(Instant.now(), CRM + "/contacts", CRM + "/contacts/").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aDigestMayBePrefixedBareOrAbsentButNotWrong() throws Exception {
    String body = "{\"first_name\":\"Digest\"}";
    String digest =
        Base64.getEncoder()
            .encodeToString(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    String target = CRM + "/contacts";
    assertThat(client.send("POST", target, body).statusCode()).isEqualTo(200);
    assertThat(client.send("POST", target, body, "Digest", digest).statusCode()).isEqualTo(200);
    assertThat(client.send("POST", target, body, "Digest", "SHA-256=" + digest).statusCode())
        .isEqualTo(200);
    assertThat(client.send("POST", target, body, "Digest", "SHA-256=AAAA").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aCredentialWithoutTheScopeIsAnswered403() {
    set("qontak.scopes", "qontak-chat:all");
    HttpResponse<String> refused = client.get(LIST);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(client.get(CHAT + "/users").statusCode()).isEqualTo(200);
  }

  @Test
  void clockSkewOfTheServerIsVisibleInItsDateHeader() {
    faults("rules: [{fault: clock-skew, seconds: 900}]");
    HttpResponse<String> refused = client.get(LIST);
    assertThat(refused.statusCode()).isEqualTo(401);
    Instant serverTime =
        ZonedDateTime.parse(
                refused.headers().firstValue("Date").orElseThrow(),
                DateTimeFormatter.RFC_1123_DATE_TIME)
            .toInstant();
    assertThat(serverTime).isAfter(Instant.now().plusSeconds(800));
  }

  @Test
  void theSsoHeaderCanBeRequired() {
    set("qontak.sso-header", "required");
    assertThat(client.get(LIST).statusCode()).isEqualTo(401);
    assertThat(
            client
                .get(LIST, "X-Crm-User-Sso-Id", "00000000-0000-4000-8000-000000000001")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void theSsoHeaderCanRestrictAgentsToTheirOwnRecords() {
    JsonNode users = client.json(CHAT + "/users?role=agent").path("data");
    String agent = users.get(0).path("sso_id").asString();
    set("qontak.sso-header", "restricts");
    int own = client.json(LIST, "X-Crm-User-Sso-Id", agent).path("total_data").asInt();
    int all = client.json(LIST).path("total_data").asInt();
    assertThat(own).isPositive().isLessThan(all);
  }

  @Test
  void theLegacyPrefixTakesAPasswordGrantThatLastsSixHours() {
    HttpResponse<String> granted =
        client
            .plain()
            .send(
                "POST",
                "/oauth/token",
                "grant_type=password&username=owner%40contoh.example&password=demo-password",
                "Content-Type",
                "application/x-www-form-urlencoded");
    assertThat(granted.statusCode()).isEqualTo(200);
    JsonNode token = PlainClient.json(granted);
    assertThat(token.path("expires_in").asInt()).isEqualTo(21600);
    String bearer = "Bearer " + token.path("access_token").asString();
    assertThat(client.plain().get("/api/v3.1/contacts", "Authorization", bearer).statusCode())
        .isEqualTo(200);
    client.plain().send("POST", "/_sandbox/clock", "{\"advance\":\"PT6H\"}");
    HttpResponse<String> expired =
        client.plain().get("/api/v3.1/contacts", "Authorization", bearer);
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(PlainClient.json(expired).path("error").asString()).isEqualTo("invalid_token");
    assertThat(PlainClient.json(expired).has("error_description")).isTrue();
  }

  @Test
  void aRefreshTokenIsGoodOnceAndNeedsNoClient() {
    JsonNode first =
        PlainClient.json(
            client
                .plain()
                .send(
                    "POST",
                    "/oauth/token",
                    "{\"grant_type\":\"password\",\"username\":\"owner@contoh.example\",\"password\":\"demo-password\"}"));
    String body =
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\""
            + first.path("refresh_token").asString()
            + "\"}";
    assertThat(client.plain().send("POST", "/oauth/token", body).statusCode()).isEqualTo(200);
    assertThat(client.plain().send("POST", "/oauth/token", body).statusCode()).isEqualTo(401);
  }

  @Test
  void theChatsTokenIsAnswered201AndLastsAboutAYear() {
    HttpResponse<String> granted =
        client
            .plain()
            .send(
                "POST",
                "/api/open/v1/oauth/token",
                "{\"grant_type\":\"password\",\"username\":\"owner@contoh.example\",\"password\":\"demo-password\",\"client_id\":\"any\",\"client_secret\":\"any\"}");
    assertThat(granted.statusCode()).isEqualTo(201);
    assertThat(PlainClient.json(granted).path("expires_in").asLong())
        .isBetween(29_800_000L, 31_600_000L);
  }

  @Test
  void theLegacyPrefixTakesTheStaticToken() {
    assertThat(
            client
                .plain()
                .get("/api/v3.1/contacts", "Authorization", "Bearer demo-static-token")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void tokensCanBeMadeToExpireByAFault() {
    faults("rules: [{fault: token-expiry, path: '/api/*', first: 1}]");
    String[] bearer = {"Authorization", "Bearer demo-static-token"};
    assertThat(client.plain().get("/api/v3.1/contacts", bearer).statusCode()).isEqualTo(401);
    assertThat(client.plain().get("/api/v3.1/contacts", bearer).statusCode()).isEqualTo(200);
  }
}
