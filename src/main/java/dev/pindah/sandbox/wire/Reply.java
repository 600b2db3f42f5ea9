package dev.pindah.sandbox.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An answer as a value: nothing is on the wire until the dispatcher has let the faults at it. */
public record Reply(int status, Map<String, String> headers, Body body) {

  public Reply {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("not an HTTP status: " + status);
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    Objects.requireNonNull(body);
  }

  /** What follows the headers. */
  public sealed interface Body {}

  /** Bytes known at once; sent with a length. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and too big to be copied
  public record Whole(byte[] bytes) implements Body {}

  /** Bytes produced while they are sent (state dumps, large files). */
  public record Streamed(Producer producer) implements Body {}

  /** Writes a body piece by piece. */
  @FunctionalInterface
  public interface Producer {
    void writeTo(OutputStream out) throws IOException;
  }

  public static Reply json(int status, JsonNode tree) {
    return bytes(status, "application/json; charset=utf-8", Json.bytes(tree));
  }

  public static Reply text(int status, String contentType, String text) {
    return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Reply bytes(int status, String contentType, byte[] bytes) {
    return new Reply(status, Map.of("Content-Type", contentType), new Whole(bytes));
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), new Whole(new byte[0]));
  }

  public static Reply streamed(String contentType, Producer producer) {
    return new Reply(200, Map.of("Content-Type", contentType), new Streamed(producer));
  }

  /** One JSON document a line; the stream is closed when written or broken off. */
  public static Reply lines(Stream<? extends JsonNode> rows) {
    return streamed(
        "application/x-ndjson; charset=utf-8",
        out -> {
          try (rows) {
            rows.forEach(row -> writeLine(out, row));
          } catch (UncheckedIOException broken) {
            throw broken.getCause();
          }
        });
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  public Reply withContentType(String type) {
    return withHeader("Content-Type", type);
  }

  private static void writeLine(OutputStream out, JsonNode row) {
    try {
      out.write(Json.bytes(row));
      out.write('\n');
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
