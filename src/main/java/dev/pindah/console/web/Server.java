package dev.pindah.console.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
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
              config.routes.before(guard::check);
              config.routes.get("/static/{file}", Server::file);
              config.routes.sse("/live", this::live);
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

  /** Sends what goes on to one browser, for as long as it listens. */
  private void live(SseClient client) {
    client.keepAlive();
    Context ctx = client.ctx();
    Visitor visitor = Guard.visitor(ctx);
    Screen screen = frame.screen(ctx, "live");
    Thread.ofVirtual().name("console-live").start(() -> tell(client, visitor, screen));
  }

  private void tell(SseClient client, Visitor visitor, Screen first) {
    long seen = -1;
    long ended = first.live().ended();
    try {
      while (!client.terminated()) {
        Live.Now now = frame.live().after(seen, HEARTBEAT);
        if (now.version() == seen) {
          client.sendComment("still here");
          continue;
        }
        seen = now.version();
        client.sendEvent("now", frame.render("live", frame.screen(visitor, "live"), now));
        if (now.ended() != ended) {
          ended = now.ended();
          client.sendEvent("ended", Long.toString(ended));
        }
        frame.live().breathe(BREATH);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }

  /** Names of the files that every page loads. */
  static List<String> files() {
    return List.copyOf(STATIC.keySet());
  }

  @Override
  public void close() {
    app.stop();
  }
}
