package dev.pindah.connect.http;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * One call.
 *
 * @param target path and raw query exactly as sent and signed
 * @param route the path without ids and query, for counting and for messages
 * @param body JSON text, or a form when {@code form}
 * @param upload a file with its fields, in place of the body
 * @param cost how many calls the server counts it as
 */
public record Call(
    String method,
    String target,
    String route,
    Optional<String> body,
    boolean form,
    Optional<Upload> upload,
    int cost) {
  /**
   * A file that is streamed from the disk.
   *
   * @param fields text parts that come before it
   * @param part name of the file's part
   */
  public record Upload(
      Map<String, String> fields, String part, Path content, String contentType, String fileName) {
    public Upload {
      fields = Map.copyOf(fields);
    }
  }

  public Call(
      String method, String target, String route, Optional<String> body, boolean form, int cost) {
    this(method, target, route, body, form, Optional.empty(), cost);
  }

  public static Call upload(String target, String route, Upload upload) {
    return new Call("POST", target, route, Optional.empty(), false, Optional.of(upload), 1);
  }

  public static Call get(String target, String route) {
    return new Call("GET", target, route, Optional.empty(), false, 1);
  }

  public static Call send(String method, String target, String route, String json) {
    return new Call(method, target, route, Optional.of(json), false, 1);
  }

  public static Call delete(String target, String route) {
    return new Call("DELETE", target, route, Optional.empty(), false, 1);
  }

  /** The same where the server counts it as several. */
  public Call costing(int calls) {
    return new Call(method, target, route, body, form, upload, calls);
  }

  boolean reads() {
    return method.equals("GET");
  }

  String endpoint() {
    return method + " " + route;
  }
}
