package dev.pindah.cli;

import dev.pindah.connect.Halt;
import dev.pindah.console.Console;
import dev.pindah.console.web.Live;
import dev.pindah.console.web.Refused;
import dev.pindah.console.web.Setup;
import dev.pindah.console.web.Setup.Door;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.Propose;
import dev.pindah.model.Product;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "console",
    description = {
      "Serves a web page of this migration on this machine and carries out what people ask for in it.",
      "Prints an address that lets one person in, once; whoever is in can invite others. Takes the",
      "workspace only while it carries something out: other commands work beside it. Ctrl-C ends it."
    })
final class ConsoleCommand extends WorkspaceCommand {
  /**
   * Environment variable with the password for other machines; never an option, which others see.
   */
  static final String PASSWORD = "PINDAH_CONSOLE_PASSWORD";

  private static final int SHORTEST_PASSWORD = 12;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8300",
      description = "port to listen on; 0 for any free one (default: ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "name of the person who gets the printed address; else the page asks")
  String by = "";

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = Door.LOOPBACK,
      description = {
        "address to listen on (default: ${DEFAULT-VALUE}); any but this machine's own needs",
        "--allow-remote and a password in " + PASSWORD
      })
  String bind = Door.LOOPBACK;

  @Option(
      names = "--allow-remote",
      description = "let other machines in: put a proxy with TLS before it, or trust the network")
  boolean allowRemote;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "address under which others reach it, for instance https://pindah.acme.test")
  String publicUrl = "";

  @Override
  Session session() {
    root.stop.arm();
    return Session.look(root.workspace, Output.of(root), System.getenv(), root.stop.halt());
  }

  @Override
  int run(Session session) {
    try {
      serve(session, door(System.getenv().getOrDefault(PASSWORD, "")));
    } catch (Refused taken) {
      throw new UsageException(String.valueOf(taken.getMessage()), taken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }

  private Door door(String password) {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port takes 0 to 65535");
    }
    if (loopback()) {
      return new Door(bind, port, publicUrl(), publicUrl.isBlank() ? "" : strong(password));
    }
    if (!allowRemote) {
      throw new UsageException(
          "--bind "
              + bind
              + " would let other machines in; say --allow-remote and put a password into the"
              + " environment variable "
              + PASSWORD
              + ", best behind a proxy with TLS (--public-url https://…)");
    }
    return new Door(bind, port, publicUrl(), strong(password));
  }

  private static String strong(String password) {
    if (password.length() < SHORTEST_PASSWORD) {
      throw new UsageException(
          "other machines need a password of at least "
              + SHORTEST_PASSWORD
              + " characters in the environment variable "
              + PASSWORD);
    }
    return password;
  }

  private boolean loopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new UsageException("--bind " + bind + " is no address of this machine", unknown);
    }
  }

  private Optional<URI> publicUrl() {
    if (publicUrl.isBlank()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(publicUrl);
      if (url.getHost() != null && ("https".equals(url.getScheme()) || allowRemote)) {
        return Optional.of(url);
      }
    } catch (URISyntaxException wrong) {
      throw new UsageException("--public-url " + publicUrl + " is no URL", wrong);
    }
    throw new UsageException("--public-url takes an https:// address (http with --allow-remote)");
  }

  private void serve(Session session, Door door) throws InterruptedException {
    Halt halt = root.stop.halt();
    Live live = new Live(System::nanoTime, halt::wished);
    try (Console console =
        Console.start(setup(session, door), session.ledger, live, session.clock)) {
      say(session, console.link(by));
      new CarryOutRequests(session, live, halt).loop();
    }
  }

  /** Something that goes on until it is stopped. */
  interface Stay {
    void awaitStop() throws InterruptedException;
  }

  /** Serves the console beside something else, for as long as that stays. */
  static void beside(Session session, Door door, Stay other) throws InterruptedException {
    Halt halt = new Halt();
    Live live = new Live(System::nanoTime, halt::wished);
    try (Console console =
        Console.start(setup(session, door), session.ledger, live, session.clock)) {
      session.output.say("console    " + console.link("") + "   (lets one person in, once)");
      Thread worker = Thread.ofPlatform().name("requests").start(() -> work(session, live, halt));
      try {
        other.awaitStop();
      } finally {
        worker.interrupt();
        worker.join();
      }
    }
  }

  private static void work(Session session, Live live, Halt halt) {
    try {
      new CarryOutRequests(session, live, halt).loop();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static Setup setup(Session session, Door door) {
    return new Setup(
        session.config.migration(),
        session.workspace.folder().toAbsolutePath().normalize(),
        session.config.transform().zone(),
        session.output.language(),
        door,
        CarryOutRequests.wishes(),
        session.config.freshsales().plan().callsPerHour(),
        ReportFiles.links(session),
        () -> view(session),
        view -> Propose.propose(session.config.migration(), view));
  }

  /** Empty before discover. */
  private static Optional<AccountView> view(Session session) {
    boolean known =
        session.ledger.read(
            tables ->
                tables.inventories().latest(Product.QONTAK).isPresent()
                    && tables.inventories().latest(Product.FRESHSALES).isPresent());
    return known ? Optional.of(session.view()) : Optional.empty();
  }

  private static void say(Session session, String link) {
    if (session.output.json()) {
      Output.print(Output.object().put("url", link));
    }
    session.output.say("console: " + link);
    session.output.say("the address lets one person in, once; stop it with Ctrl-C");
  }
}
