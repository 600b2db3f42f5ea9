package dev.pindah.sandbox;

import dev.pindah.sandbox.admin.AdminRoutes;
import dev.pindah.sandbox.core.Product;
import dev.pindah.sandbox.core.SandboxClock;
import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.faults.FaultPlan;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Listener;
import dev.pindah.sandbox.wire.RequestLog;
import dev.pindah.sandbox.wire.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.node.ObjectNode;

/** The running sandbox: three products on three loopback ports of this process. */
public final class Sandbox implements AutoCloseable {

  private final SandboxOptions options;
  private final Simulation simulation;
  private final List<Product> products;
  private final Map<String, Listener> listeners = new LinkedHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  private Sandbox(SandboxOptions options, Simulation simulation) {
    this.options = options;
    this.simulation = simulation;
    this.products = Products.all(simulation);
  }

  /**
   * Starts listening; everything is ready when this returns.
   *
   * @throws IOException when a port is taken
   * @throws IllegalArgumentException when the fault plan or a switch is wrong
   */
  public static Sandbox start(SandboxOptions options) throws IOException {
    return start(options, InstantSource.system());
  }

  /** As {@link #start(SandboxOptions)}, with a wall clock that a test turns by hand. */
  public static Sandbox start(SandboxOptions options, InstantSource wall) throws IOException {
    FaultPlan faults = new FaultPlan();
    faults.replace(options.faults(), options.seed());
    Simulation simulation =
        new Simulation(
            options.seed(),
            options.size(),
            options.plan(),
            new SandboxClock(wall, options.speed()),
            new Switches(),
            faults,
            new RequestLog(),
            Files.createTempDirectory("pindah-sandbox-"));
    Sandbox sandbox = new Sandbox(options, simulation);
    try {
      sandbox.open();
    } catch (IOException | RuntimeException failed) {
      sandbox.close();
      throw failed;
    }
    return sandbox;
  }

  private void open() throws IOException {
    for (Product product : products) {
      simulation.switches().declare(product.switches());
    }
    simulation.switches().set(options.switches());
    Router admin = new Router();
    new AdminRoutes(simulation, products, this::describe, this::stopSoon).addTo(admin);
    int offset = 0;
    for (Product product : products) {
      Router routes = new Router();
      product.routes(routes);
      int port = options.port() == 0 ? 0 : options.port() + offset++;
      listeners.put(
          product.name(),
          new Listener(
              port,
              product,
              routes,
              admin,
              simulation.faults(),
              simulation.log(),
              simulation.clock()::instant));
      product.listening(url(product.name()));
    }
  }

  public URI qontak() {
    return url("qontak");
  }

  public URI freshsales() {
    return url("freshsales");
  }

  public URI freshdesk() {
    return url("freshdesk");
  }

  /**
   * One JSON document: urls, credentials of the simulated accounts, seed, size, plan, speed, pid.
   */
  public String describe() {
    ObjectNode description = Json.object();
    description.put("pid", ProcessHandle.current().pid());
    description.put("seed", options.seed());
    description.put("size", options.size().name().toLowerCase(Locale.ROOT));
    description.put("plan", options.plan().name().toLowerCase(Locale.ROOT));
    description.put("speed", options.speed());
    description.put("admin", url(products.getFirst().name()) + "/_sandbox");
    ObjectNode urls = description.putObject("products");
    for (Product product : products) {
      ObjectNode entry = urls.putObject(product.name());
      entry.put("url", url(product.name()).toString());
      entry.set("account", product.account());
    }
    return Json.pretty(description);
  }

  /**
   * Writes what an admin would download from the products' web pages: for Qontak the .xlsx files of
   * contacts, companies, deals and tasks in two languages, and chatbot flows for import.
   */
  public void writeExports(Path folder) throws IOException {
    for (Product product : products) {
      product.writeFiles(folder);
    }
  }

  /** Waits until someone closes the sandbox or stops it through the admin API. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    listeners.values().forEach(Listener::close);
    products.forEach(Product::close);
    Workspaces.delete(simulation.workspace());
    stopped.countDown();
  }

  private void stopSoon() {
    Thread.ofPlatform().name("sandbox-stop").start(this::close);
  }

  private URI url(String product) {
    Listener listener = listeners.get(product);
    if (listener == null) {
      throw new IllegalStateException("the sandbox has no " + product);
    }
    return listener.uri();
  }

  /** Where rows on disk live while the sandbox runs. */
  Path workspace() {
    return simulation.workspace();
  }
}
