package dev.pindah.connect.http;

import dev.pindah.connect.http.Exchange.Answered;
import dev.pindah.connect.http.Exchange.Garbled;
import dev.pindah.connect.http.Exchange.Silent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.mime.HttpMultipartMode;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** One attempt over the network: no retries, no redirects, no cookies. */
final class Wire implements AutoCloseable {
  /** Decimals exactly as they came. */
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final int LONGEST_BODY = 64 * 1024 * 1024;
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(5);
  private static final int CONNECTIONS = 64;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,10}(\\.\\d+)?");

  /** A server's time as it was told: hundreds of answers tell the same second. */
  private record Told(String text, Instant at) {}

  private final URI base;
  private final CloseableHttpClient client;
  private volatile Told told = new Told("", Instant.EPOCH);

  Wire(URI base) {
    this.base = base;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(10))
                            .setSocketTimeout(Timeout.ofSeconds(60))
                            .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(Timeout.ofMinutes(5))
                    .setResponseTimeout(Timeout.ofSeconds(60))
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("pindah")
            .build();
  }

  /** What came back and what the server said of its limits and its clock. */
  record Result(Exchange exchange, Exchange.Quota quota, Optional<Instant> serverTime) {
    static final Exchange.Quota UNKNOWN =
        new Exchange.Quota(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
  }

  Result attempt(Call call, Map<String, String> headers) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), base.resolve(call.target()));
    // The target was built and signed once; nothing may write it anew.
    request.setPath(call.target());
    headers.forEach(request::setHeader);
    request.setHeader("Accept", "application/json");
    call.body()
        .ifPresent(
            body ->
                request.setEntity(
                    new StringEntity(
                        body,
                        call.form()
                            ? ContentType.APPLICATION_FORM_URLENCODED
                            : ContentType.APPLICATION_JSON)));
    call.upload().ifPresent(upload -> request.setEntity(multipart(upload)));
    try {
      return client.execute(request, this::read);
    } catch (UnknownHostException
        | ConnectException
        | NoRouteToHostException
        | ConnectTimeoutException
        | SSLException notSent) {
      return silent(false, notSent);
    } catch (IOException lost) {
      return silent(true, lost);
    }
  }

  /** Names of files go as they are, in UTF-8, as browsers send them. */
  private static HttpEntity multipart(Call.Upload upload) {
    MultipartEntityBuilder parts =
        MultipartEntityBuilder.create()
            .setMode(HttpMultipartMode.LEGACY)
            .setCharset(StandardCharsets.UTF_8);
    ContentType text = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);
    upload.fields().forEach((name, value) -> parts.addTextBody(name, value, text));
    String fileName = upload.fileName().replaceAll("[\\p{Cntrl}\"\\\\]", "_");
    parts.addBinaryBody(upload.part(), upload.content(), type(upload.contentType()), fileName);
    return parts.build();
  }

  private static ContentType type(String said) {
    return said.matches("[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+")
        ? ContentType.create(said)
        : ContentType.APPLICATION_OCTET_STREAM;
  }

  private Result silent(boolean sent, IOException cause) {
    String reason =
        switch (cause) {
          case UnknownHostException unknown -> "no such host " + base.getHost();
          case ConnectTimeoutException slow -> base.getAuthority() + " does not answer";
          case ConnectException refused -> "nobody listens at " + base.getAuthority();
          case SSLException tls -> "no secure connection to " + base.getAuthority();
          default -> "the connection to " + base.getAuthority() + " broke off";
        };
    return new Result(new Silent(sent, reason), Result.UNKNOWN, Optional.empty());
  }

  private Result read(ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    Exchange exchange;
    try {
      exchange = understand(status, body(response.getEntity()), wait(response));
    } catch (IOException cut) {
      exchange = new Garbled(status, "the answer broke off before its end");
    }
    return new Result(exchange, quota(response), time(response));
  }

  private static byte[] body(HttpEntity entity) throws IOException {
    if (entity == null) {
      return new byte[0];
    }
    long began = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * 1024);
    try (InputStream content = entity.getContent()) {
      byte[] buffer = new byte[8 * 1024];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        bytes.write(buffer, 0, read);
        if (bytes.size() > LONGEST_BODY) {
          throw new IOException("too long");
        }
        // Each byte may come in time and the whole never.
        if (System.nanoTime() - began > LONGEST_ANSWER.toNanos()) {
          throw new IOException("too slow");
        }
      }
    }
    return bytes.toByteArray();
  }

  /** By content, since the content type is not to be trusted. */
  private static Exchange understand(int status, byte[] body, Optional<Duration> wait) {
    int first = 0;
    while (first < body.length && Character.isWhitespace(body[first])) {
      first++;
    }
    if (first == body.length) {
      return new Answered(status, MissingNode.getInstance(), wait);
    }
    if (body[first] == '<') {
      // Errors without JSON are still errors with a status.
      return status >= 400
          ? new Answered(status, MissingNode.getInstance(), wait)
          : new Garbled(status, "a web page came instead of JSON");
    }
    try {
      return new Answered(status, json(body), wait);
    } catch (JacksonException notJson) {
      return status >= 400
          ? new Answered(status, MissingNode.getInstance(), wait)
          : new Garbled(status, "the answer is not JSON or was cut off");
    }
  }

  /** Bytes that are no UTF-8 are not worth losing an answer for: they become a mark each. */
  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException damaged) {
      return JSON.readTree(new String(body, StandardCharsets.UTF_8));
    }
  }

  /**
   * The reset speaks of the quota that the headers count. While that has calls left, a 429 comes
   * from another, shorter limit of which nothing is said.
   */
  static Optional<Duration> wait(ClassicHttpResponse response) {
    boolean left = number(response, "X-RateLimit-Remaining").orElse(0) > 0;
    return header(response, "Retry-After")
        .flatMap(Wire::seconds)
        .or(
            () ->
                left
                    ? Optional.empty()
                    : header(response, "X-RateLimit-Reset").flatMap(Wire::seconds));
  }

  /** Seconds, a date, or (for resets) a point in time as epoch seconds. */
  private static Optional<Duration> seconds(String text) {
    if (SECONDS.matcher(text).matches()) {
      long number = (long) Math.ceil(Double.parseDouble(text));
      long now = Instant.now().getEpochSecond();
      return Optional.of(
          Duration.ofSeconds(number > 1_000_000_000 ? Math.max(1, number - now) : number));
    }
    try {
      return Optional.of(
          Duration.between(
              Instant.now(),
              ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Exchange.Quota quota(ClassicHttpResponse response) {
    OptionalLong limit = number(response, "X-RateLimit-Limit");
    return new Exchange.Quota(
        limit.isPresent() ? limit : number(response, "X-RateLimit-Total"),
        number(response, "X-RateLimit-Remaining"),
        header(response, "X-RateLimit-Reset").flatMap(Wire::seconds));
  }

  private static OptionalLong number(ClassicHttpResponse response, String name) {
    return header(response, name)
        .filter(NUMBER.asMatchPredicate())
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElse(OptionalLong.empty());
  }

  private Optional<Instant> time(ClassicHttpResponse response) {
    try {
      return header(response, "Date").map(this::time);
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private Instant time(String text) {
    Told before = told;
    if (before.text().equals(text)) {
      return before.at();
    }
    Told now =
        new Told(text, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    told = now;
    return now.at();
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return Optional.ofNullable(header).map(Header::getValue).map(String::strip);
  }

  @Override
  public void close() {
    client.close(org.apache.hc.core5.io.CloseMode.GRACEFUL);
  }
}
