package dev.pindah.sandbox.wire;

import dev.pindah.sandbox.faults.Fault;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends one reply: gzip where the caller takes it, and the body spoilt as the plan says. */
final class Transmission {

  private static final int WORTH_PACKING = 1024;
  private static final int SLOW_PIECES = 10;

  private final Request request;
  private final Response response;
  private final Callback callback;

  Transmission(Request request, Response response, Callback callback) {
    this.request = request;
    this.response = response;
    this.callback = callback;
  }

  void send(Reply reply, List<Fault.After> spoilers) throws IOException {
    response.setStatus(reply.status());
    reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    switch (reply.body()) {
      case Reply.Streamed streamed -> stream(streamed);
      case Reply.Whole whole -> whole(whole.bytes(), spoilers);
    }
  }

  private void stream(Reply.Streamed streamed) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Content.Sink.asOutputStream(response), 32 * 1024)) {
      streamed.producer().writeTo(out);
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
    callback.succeeded();
  }

  private void whole(byte[] plain, List<Fault.After> spoilers) throws IOException {
    byte[] bytes = packed(plain);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    for (Fault.After spoiler : spoilers) {
      if (spoiler instanceof Fault.TruncatedBody truncated) {
        int kept = (int) Math.min(Math.max(0, bytes.length - 1), bytes.length * truncated.keep());
        Content.Sink.write(response, false, ByteBuffer.wrap(bytes, 0, kept));
        Connections.breakOff(request, callback);
        return;
      }
      if (spoiler instanceof Fault.SlowBody slow) {
        trickle(bytes, slow.total());
        callback.succeeded();
        return;
      }
    }
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private void trickle(byte[] bytes, Duration total) throws IOException {
    int piece = Math.max(1, bytes.length / SLOW_PIECES);
    for (int at = 0; at < bytes.length; at += piece) {
      pause(total.dividedBy(SLOW_PIECES));
      int length = Math.min(piece, bytes.length - at);
      Content.Sink.write(response, at + length == bytes.length, ByteBuffer.wrap(bytes, at, length));
    }
  }

  private static void pause(Duration duration) throws InterruptedIOException {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while sending slowly");
    }
  }

  private byte[] packed(byte[] plain) throws IOException {
    String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    if (plain.length < WORTH_PACKING || accepted == null || !accepted.contains("gzip")) {
      return plain;
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
    try (OutputStream gzip = new Packer(packed)) {
      gzip.write(plain);
    }
    response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
    response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    return packed.toByteArray();
  }

  private static final class Packer extends GZIPOutputStream {
    Packer(OutputStream out) throws IOException {
      super(out, 8192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
