package dev.pindah.connect.http;

import java.util.Optional;

/**
 * One call.
 *
 * @param target path and raw query exactly as sent and signed
 * @param route the path without ids and query, for counting and for messages
 * @param body JSON text, or a form when {@code form}
 */
public record Call(
    String method, String target, String route, Optional<String> body, boolean form) {
  public static Call get(String target, String route) {
    return new Call("GET", target, route, Optional.empty(), false);
  }

  public static Call send(String method, String target, String route, String json) {
    return new Call(method, target, route, Optional.of(json), false);
  }

  public static Call delete(String target, String route) {
    return new Call("DELETE", target, route, Optional.empty(), false);
  }

  boolean reads() {
    return method.equals("GET");
  }

  String endpoint() {
    return method + " " + route;
  }
}
