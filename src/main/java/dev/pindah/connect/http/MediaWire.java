package dev.pindah.connect.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** One attempt to stream a file: no redirects, no unpacking, bytes as they come. */
final class MediaWire implements AutoCloseable {
  private static final int CONNECTIONS = 16;

  private final CloseableHttpClient client;

  MediaWire(AllowedHosts hosts) {
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(hosts)
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(Timeout.ofSeconds(10))
                            .setSocketTimeout(Timeout.ofSeconds(60))
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
            .disableContentCompression()
            .setUserAgent("pindah")
            .build();
  }

  /** What an attempt came to. */
  enum Outcome {
    WHOLE,
    /** A page for people where a file should be. */
    PAGE,
    BROKEN,
    REDIRECT,
    /** None of these: the status tells. */
    STATUS
  }

  /**
   * An answer.
   *
   * @param etag of the bytes in the draft; blank when they cannot be continued
   */
  record Answer(
      Outcome outcome,
      int status,
      String contentType,
      String location,
      String etag,
      Optional<Duration> retryAfter) {}

  /** The link as a URI; blanks and letters beyond ASCII are escaped, the rest is left alone. */
  static Optional<URI> parse(String link) {
    StringBuilder escaped = new StringBuilder();
    for (byte letter : link.strip().getBytes(StandardCharsets.UTF_8)) {
      boolean plain = letter > ' ' && letter < 127 && "\"<>\\^`{|}".indexOf(letter) < 0;
      escaped.append(
          plain ? Character.toString(letter) : String.format(Locale.ROOT, "%%%02X", letter));
    }
    try {
      return Optional.of(new URI(escaped.toString()));
    } catch (URISyntaxException noLink) {
      return Optional.empty();
    }
  }

  /** Path and query as they are sent and signed. */
  static String target(URI link) {
    String path =
        link.getRawPath() == null || link.getRawPath().isEmpty() ? "/" : link.getRawPath();
    return link.getRawQuery() == null ? path : path + "?" + link.getRawQuery();
  }

  Answer get(URI link, Map<String, String> headers, Draft draft, String etag) throws IOException {
    HttpGet request = new HttpGet(link);
    request.setPath(target(link));
    headers.forEach(request::setHeader);
    request.setHeader("Accept", "*/*");
    request.setHeader("Accept-Encoding", "identity");
    boolean resume = draft.length() > 0 && !etag.isEmpty();
    if (resume) {
      request.setHeader("Range", "bytes=" + draft.length() + "-");
      request.setHeader("If-Range", etag);
    } else {
      draft.restart();
    }
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      try {
        return read(response, draft, resume);
      } finally {
        drop(response);
      }
    } catch (UnknownHostException | Draft.CapReached telling) {
      throw telling;
    } catch (IOException lost) {
      return new Answer(Outcome.BROKEN, 0, "", "", etag, Optional.empty());
    }
  }

  /** An answer that was not read to its end takes its connection with it: nothing more comes. */
  private static void drop(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException lost) {
      // what was read is judged already
    }
  }

  private static Answer read(ClassicHttpResponse response, Draft draft, boolean resume)
      throws IOException {
    int status = response.getCode();
    HttpEntity entity = response.getEntity();
    String type = header(response, "Content-Type").replaceFirst(";.*", "").strip();
    Optional<Duration> wait = Wire.wait(response);
    if (status / 100 == 3 && status != 304) {
      return new Answer(Outcome.REDIRECT, status, "", header(response, "Location"), "", wait);
    }
    if (status != 200 && !(status == 206 && resume)) {
      draft.restart();
      return new Answer(Outcome.STATUS, status, "", "", "", wait);
    }
    if (type.toLowerCase(Locale.ROOT).equals("text/html")) {
      draft.restart();
      return new Answer(Outcome.PAGE, status, type, "", "", wait);
    }
    if (status == 200 || !header(response, "Content-Range").startsWith(range(draft))) {
      draft.restart();
      if (status == 206) {
        return new Answer(Outcome.BROKEN, status, type, "", "", wait);
      }
    }
    draft.expect(entity == null ? 0 : Math.max(0, entity.getContentLength()));
    String etag = header(response, "ETag");
    String strong = etag.startsWith("\"") ? etag : "";
    try (InputStream bytes = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
      draft.take(bytes);
      return new Answer(Outcome.WHOLE, status, type, "", strong, wait);
    } catch (Draft.CapReached tooMuch) {
      throw tooMuch;
    } catch (IOException cut) {
      return new Answer(Outcome.BROKEN, status, type, "", strong, wait);
    }
  }

  private static String range(Draft draft) {
    return "bytes " + draft.length() + "-";
  }

  private static String header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null || header.getValue() == null ? "" : header.getValue().strip();
  }

  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }
}
