package dev.pindah.sandbox.wire;

import dev.pindah.sandbox.faults.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, with path and query exactly as they came (signatures are computed over those bytes),
 * its body read, and the faults that the plan has ordered for it.
 */
public final class Exchange {

  private final String method;
  private final String path;
  private final String rawQuery;
  private final String base;
  private final boolean loopback;
  private final UnaryOperator<String> headers;
  private final byte[] body;
  private final Map<String, List<String>> query;
  private final List<Fault> faults;
  private Map<String, String> pathParams = Map.of();
  private String template = "";

  Exchange(
      String method,
      String path,
      String rawQuery,
      String base,
      boolean loopback,
      UnaryOperator<String> headers,
      byte[] body,
      List<Fault> faults) {
    this.method = method;
    this.path = path;
    this.rawQuery = rawQuery;
    this.base = base;
    this.loopback = loopback;
    this.headers = headers;
    this.body = body;
    this.query = decode(rawQuery);
    this.faults = List.copyOf(faults);
  }

  public String method() {
    return method;
  }

  /** The path as sent: not decoded, a trailing slash kept. */
  public String path() {
    return path;
  }

  /** Path, and "?" with the raw query when there is one: the middle of the request line. */
  public String requestTarget() {
    return rawQuery.isEmpty() ? path : path + "?" + rawQuery;
  }

  /** Scheme, host and port as the caller named them: the start of every link we hand out. */
  public String base() {
    return base;
  }

  public boolean fromLoopback() {
    return loopback;
  }

  /** The header's value, or "" when it was not sent. */
  public String header(String name) {
    return headers.apply(name);
  }

  public byte[] body() {
    return body;
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** First value of a query parameter, decoded. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).map(values -> values.getFirst());
  }

  /** Every value of a repeated parameter ({@code status[]=a&status[]=b}), decoded. */
  public List<String> queries(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** The parameter as a number, or the fallback when it is absent or no number. */
  public int queryInt(String name, int fallback) {
    return query(name).flatMap(Exchange::integer).orElse(fallback);
  }

  public Map<String, List<String>> queryParameters() {
    return query;
  }

  /** A {@code {name}} of the route's template, decoded. */
  public String param(String name) {
    String value = pathParams.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no {" + name + "} in " + template);
    }
    return value;
  }

  /** The template of the route that answers, "" before or without one. */
  public String template() {
    return template;
  }

  /** The body as JSON; empty when it is not JSON. */
  public Optional<JsonNode> json() {
    try {
      return body.length == 0 ? Optional.empty() : Optional.of(Json.parse(body));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  /** A form-urlencoded body, decoded. */
  public Map<String, List<String>> form() {
    return decode(bodyText());
  }

  /** The parts of a multipart body; empty when it is none. */
  public List<Part> parts() {
    return Multipart.parse(header("Content-Type"), body);
  }

  /**
   * The fault of this kind that the plan has ordered for this request, for a product to act out.
   */
  public <F extends Fault> Optional<F> fault(Class<F> kind) {
    return faults.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  List<Fault> faults() {
    return faults;
  }

  void matched(String routeTemplate, Map<String, String> params) {
    template = routeTemplate;
    pathParams = params;
  }

  private static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.valueOf(text.strip().toLowerCase(Locale.ROOT)));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  private static Map<String, List<String>> decode(String encoded) {
    if (encoded.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String key = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(unescape(key), _ -> new ArrayList<>(1)).add(unescape(value));
      }
    }
    return values;
  }

  private static String unescape(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return text;
    }
  }
}
