package dev.pindah.console;

import dev.pindah.console.mapping.MappingPage;
import dev.pindah.console.page.CutoverPage;
import dev.pindah.console.page.DecisionsPage;
import dev.pindah.console.page.ErrorsPage;
import dev.pindah.console.page.HandoffPage;
import dev.pindah.console.page.OverviewPage;
import dev.pindah.console.page.PreparePage;
import dev.pindah.console.page.ReconcilePage;
import dev.pindah.console.page.RollbackPage;
import dev.pindah.console.page.RunPage;
import dev.pindah.console.page.SamplePage;
import dev.pindah.console.page.Wishes;
import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Live;
import dev.pindah.console.web.Server;
import dev.pindah.console.web.Setup;
import dev.pindah.ledger.Ledger;
import java.time.Clock;

/** The running console. */
public final class Console implements AutoCloseable {
  private final Server server;

  private Console(Server server) {
    this.server = server;
  }

  /** Listens from now on. */
  public static Console start(Setup setup, Ledger ledger, Live live, Clock clock) {
    Frame frame = new Frame(setup, ledger, live, clock);
    return new Console(
        Server.start(
            frame,
            config -> {
              new Wishes(frame).routes(config);
              new OverviewPage(frame).routes(config);
              new MappingPage(frame).routes(config);
              new PreparePage(frame).routes(config);
              new SamplePage(frame).routes(config);
              new RunPage(frame).routes(config);
              new ErrorsPage(frame).routes(config);
              new ReconcilePage(frame).routes(config);
              new CutoverPage(frame).routes(config);
              new RollbackPage(frame).routes(config);
              new HandoffPage(frame).routes(config);
              new DecisionsPage(frame).routes(config);
            }));
  }

  /**
   * An address that lets one person in, once.
   *
   * @param name blank when the person shall say it
   */
  public String link(String name) {
    return server.link(name);
  }

  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
  }
}
