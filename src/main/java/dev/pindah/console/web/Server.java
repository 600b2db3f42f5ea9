package dev.pindah.console.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Listens, guards, and hands out what pages need besides themselves. */
public final class Server implements AutoCloseable {
  /** Most bytes of a form, and of a file that somebody hands in. */
  private static final long FORM = 256 * 1024L;

  public static final int UPLOAD_MEGABYTES = 20;
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration BREATH = Duration.ofMillis(300);

  private static final Map<String, String> STATIC =
      Map.of(
          "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
          "console.js", "/dev/pindah/console/console.js",
          "theme.js", "/dev/pindah/console/theme.js",
          "console.css", "/dev/pindah/console/console.css",
          "icon.svg", "/dev/pindah/console/icon.svg");

  private final Frame frame;
  private final Access access;
  private final Javalin app;
  private final Setup.Door door;
  private volatile boolean closed;

  private Server(Frame frame, Consumer<JavalinConfig> pages) {
    this.frame = frame;
    this.door = frame.setup().door();
    this.access = new Access(door.password(), frame.setup().language(), frame.clock());
    Guard guard = new Guard(door, access);
    this.app =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.concurrency.useVirtualThreads = true;
              config.jetty.host = door.bind();
              config.jetty.port = door.port();
              config.jetty.multipartConfig.maxFileSize(UPLOAD_MEGABYTES, SizeUnit.MB);
              config.jetty.multipartConfig.maxTotalRequestSize(UPLOAD_MEGABYTES + 1, SizeUnit.MB);
              config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
              config.http.maxRequestSize = FORM;
              config.http.generateEtags = false;
              // A compressor would hold back what goes on until it has a block full.
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.routes.before(guard::check);
              config.routes.get("/static/{file}", Server::file);
              config.routes.get("/live", this::live);
              config.routes.exception(
                  Refused.class,
                  (refused, ctx) ->
                      ctx.status(refused.status())
                          .contentType("text/plain; charset=utf-8")
                          .result(String.valueOf(refused.getMessage())));
              new Doors(frame, access).routes(config);
              pages.accept(config);
            });
    app.start();
    guard.serves(app.port());
  }

  /** Starts to listen; an address that is taken is said as such. */
  public static Server start(Frame frame, Consumer<JavalinConfig> pages) {
    try {
      return new Server(frame, pages);
    } catch (JavalinBindException taken) {
      throw new Refused(
          409,
          "the console cannot listen on "
              + frame.setup().door().bind()
              + ":"
              + frame.setup().door().port()
              + "; choose another --port");
    }
  }

  /** An address that lets one person in, once. */
  public String link(String name) {
    String base =
        door.publicUrl()
            .map(url -> url.toString().replaceFirst("/$", ""))
            .orElse("http://" + host() + ":" + app.port());
    return base + "/enter?token=" + access.invite(name);
  }

  private String host() {
    return door.bind().contains(":") ? "[" + door.bind() + "]" : door.bind();
  }

  public int port() {
    return app.port();
  }

  private static void file(Context ctx) {
    String name = ctx.pathParam("file");
    String resource = STATIC.get(name);
    if (resource == null) {
      throw new Refused(404, "There is no such file.");
    }
    try (InputStream in = Server.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + resource);
      }
      ctx.contentType(type(name)).header("Cache-Control", "max-age=300").result(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String type(String name) {
    return name.endsWith(".js")
        ? "text/javascript; charset=utf-8"
        : name.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml";
  }

  /**
   * Sends what goes on to one browser, as server-sent events, for as long as it listens. Written by
   * the request's own virtual thread: a client that is told asynchronously after it went away makes
   * the framework spin.
   */
  private void live(Context ctx) throws IOException {
    Visitor visitor = Guard.visitor(ctx);
    ctx.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
    // The framework's own stream swallows a flush.
    OutputStream out = ctx.res().getOutputStream();
    try {
      tell(out, visitor);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException gone) {
      // the browser went to another page
    }
  }

  private void tell(OutputStream out, Visitor visitor) throws IOException, InterruptedException {
    long seen = -1;
    long ended = frame.live().now().ended();
    while (!closed) {
      Live.Now now = frame.live().after(seen, HEARTBEAT);
      StringBuilder events = new StringBuilder();
      if (now.version() == seen) {
        events.append(":\n\n");
      } else {
        event(events, "now", frame.render("live", frame.screen(visitor, "live"), now));
        if (now.ended() != ended) {
          event(events, "ended", Long.toString(now.ended()));
        }
      }
      seen = now.version();
      ended = now.ended();
      out.write(events.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      frame.live().breathe(BREATH);
    }
  }

  private static void event(StringBuilder events, String name, String data) {
    events.append("event: ").append(name).append('\n');
    data.lines().forEach(line -> events.append("data: ").append(line).append('\n'));
    events.append('\n');
  }

  @Override
  public void close() {
    closed = true;
    frame.live().wake();
    app.stop();
  }
}
