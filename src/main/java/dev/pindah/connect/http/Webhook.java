package dev.pindah.connect.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a chat channel of people. Its address is a secret: it appears nowhere but in the request.
 */
public final class Webhook {
  private final URI address;

  public Webhook(URI address) {
    this.address = address;
  }

  /** Sends one message; answers what went wrong, without the address. */
  public Optional<String> say(String text) {
    HttpPost post = new HttpPost(address);
    post.setEntity(
        new StringEntity(
            body(text).toString(),
            ContentType.APPLICATION_JSON.withCharset(StandardCharsets.UTF_8)));
    try (CloseableHttpClient client = client()) {
      int status = client.execute(post, response -> response.getCode());
      return status < 300 ? Optional.empty() : Optional.of("the webhook answers " + status);
    } catch (IOException lost) {
      return Optional.of("the webhook at " + address.getHost() + " cannot be reached");
    }
  }

  /** Slack takes a text; Microsoft's workflows take a card. */
  ObjectNode body(String text) {
    ObjectNode body = JsonMapper.shared().createObjectNode();
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    if (!host.endsWith("logic.azure.com") && !host.endsWith("powerplatform.com")) {
      return body.put("text", text);
    }
    body.put("type", "message");
    ObjectNode card =
        body.putArray("attachments")
            .addObject()
            .put("contentType", "application/vnd.microsoft.card.adaptive")
            .putObject("content");
    card.put("type", "AdaptiveCard").put("version", "1.4");
    card.putArray("body").addObject().put("type", "TextBlock").put("wrap", true).put("text", text);
    return body;
  }

  private static CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofSeconds(10))
                        .setSocketTimeout(Timeout.ofSeconds(20))
                        .build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(20)).build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("pindah")
        .build();
  }
}
