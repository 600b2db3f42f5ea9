package dev.pindah.sandbox.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Ends a connection below HTTP, so that the caller learns nothing of what was done. */
final class Connections {

  private Connections() {}

  /** Closes with a TCP reset: no status line, no byte of an answer. */
  static void reset(Request request, Callback callback) throws IOException {
    EndPoint endPoint = endPoint(request);
    if (endPoint instanceof SocketChannelEndPoint socket) {
      socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    endPoint.close();
    callback.failed(new IOException("connection reset by the fault plan"));
  }

  /** Closes after what was written so far has gone out. */
  static void breakOff(Request request, Callback callback) {
    endPoint(request).close();
    callback.failed(new IOException("body broken off by the fault plan"));
  }

  private static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }
}
