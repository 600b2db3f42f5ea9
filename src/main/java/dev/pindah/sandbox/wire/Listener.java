package dev.pindah.sandbox.wire;

import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.faults.FaultPlan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One product's port on 127.0.0.1. It stands on Jetty's handler, below any web framework, because
 * it needs the request line's bytes as they came (signatures) and the connection itself (to reset
 * it).
 */
public final class Listener implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;

  /**
   * Listens from now on.
   *
   * @param port 0 for a free one
   * @throws IOException when the port is taken
   */
  public Listener(
      int port,
      Site site,
      Router routes,
      Router adminRoutes,
      FaultPlan faults,
      RequestLog log,
      Supplier<Instant> now)
      throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("sandbox-" + site.name());
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setRequestHeaderSize(32 * 1024);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(120_000);
    connector.setAcceptQueueSize(1024);
    server.addConnector(connector);
    server.setHandler(
        new GracefulHandler(
            new Front(new Dispatcher(site, routes, adminRoutes, log, now), site.name(), faults)));
    server.setStopTimeout(2_000); // answers on their way are sent before the port closes
    start(site.name(), port);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception stopping) { // Jetty declares no narrower type
      throw new IllegalStateException("the sandbox did not stop cleanly", stopping);
    }
  }

  private void start(String name, int port) throws IOException {
    try {
      server.start();
    } catch (IOException taken) {
      throw new IOException("cannot listen on port " + port + " for " + name, taken);
    } catch (Exception starting) { // Jetty declares no narrower type
      throw new IllegalStateException("the sandbox did not start", starting);
    }
  }

  private static final class Front extends Handler.Abstract {

    private final Dispatcher dispatcher;
    private final String product;
    private final FaultPlan faults;

    Front(Dispatcher dispatcher, String product, FaultPlan faults) {
      this.dispatcher = dispatcher;
      this.product = product;
      this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws IOException {
      Exchange exchange = exchange(request);
      switch (dispatcher.dispatch(exchange)) {
        case Dispatcher.Drop _ -> Connections.reset(request, callback);
        case Dispatcher.Send send ->
            new Transmission(request, response, callback).send(send.reply(), send.spoilers());
      }
      return true;
    }

    private Exchange exchange(Request request) throws IOException {
      String path = String.valueOf(request.getHttpURI().getPath());
      String query = request.getHttpURI().getQuery();
      String rawQuery = query == null ? "" : query;
      String target = rawQuery.isEmpty() ? path : path + "?" + rawQuery;
      List<Fault> struck =
          Dispatcher.isAdmin(path)
              ? List.of()
              : faults.strike(product, request.getMethod(), target);
      return new Exchange(
          request.getMethod(),
          path,
          rawQuery,
          "http://" + request.getHttpURI().getAuthority(),
          fromLoopback(request),
          name -> {
            HttpField field = request.getHeaders().getField(name);
            return field == null || field.getValue() == null ? "" : field.getValue();
          },
          body(request),
          struck);
    }

    private static byte[] body(Request request) throws IOException {
      if (request.getLength() == 0) {
        return new byte[0];
      }
      ByteBuffer buffer = Content.Source.asByteBuffer(request);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    }

    private static boolean fromLoopback(Request request) {
      return request.getConnectionMetaData().getRemoteSocketAddress()
              instanceof InetSocketAddress address
          && address.getAddress() != null
          && address.getAddress().isLoopbackAddress();
    }
  }
}
