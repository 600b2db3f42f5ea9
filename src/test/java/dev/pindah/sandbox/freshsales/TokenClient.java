package dev.pindah.sandbox.freshsales;

import dev.pindah.sandbox.PlainClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls below the API's base path with a key, as any client would. */
public final class TokenClient implements AutoCloseable {

  static final String API = "/crm/sales/api";
  static final String KEY = "demo-freshsales-key";

  private final PlainClient plain;

  public TokenClient(URI base) {
    plain = new PlainClient(base);
  }

  public HttpResponse<String> send(String method, String path, String body, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("Authorization", "Token token=" + KEY));
    if (!headers.contains("Content-Type")) {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    return plain.send(method, API + path, body, headers.toArray(String[]::new));
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, "");
  }

  public HttpResponse<String> post(String path, String body) {
    return send("POST", path, body);
  }

  public HttpResponse<String> put(String path, String body) {
    return send("PUT", path, body);
  }

  public HttpResponse<String> delete(String path) {
    return send("DELETE", path, "");
  }

  public JsonNode json(String path) {
    return PlainClient.json(get(path));
  }

  public PlainClient plain() {
    return plain;
  }

  @Override
  public void close() {
    plain.close();
  }
}
