package dev.pindah.connect.http;

import dev.pindah.connect.CallMeter;
import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.http.AllowedHosts.PrivateAddress;
import dev.pindah.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Fetches files from allowed hosts. Redirects are followed only to allowed hosts; credentials are
 * shown only to the account's own host, whose budget these calls share.
 */
public final class MediaClient implements AutoCloseable {
  private static final int TRIES = 6;
  private static final int REDIRECTS = 3;
  private static final int WAITS = 20;
  private static final Duration THROTTLED = Duration.ofSeconds(5);
  private static final String ROUTE = "/:file";

  private final Product product;
  private final AllowedHosts hosts;
  private final Auth auth;
  private final Budget budget;
  private final Tempo tempo;
  private final CallMeter meter;
  private final MediaWire wire;

  public MediaClient(
      Product product, AllowedHosts hosts, Auth auth, Budget budget, Tempo tempo, CallMeter meter) {
    this.product = product;
    this.hosts = hosts;
    this.auth = auth;
    this.budget = budget;
    this.tempo = tempo;
    this.meter = meter;
    this.wire = new MediaWire(hosts);
  }

  /**
   * Streams the file into an empty file on the disk.
   *
   * @throws RemoteException the server fails for longer than it is worth waiting
   */
  public Download fetch(URI link, Path into, long cap) {
    try (Draft draft = new Draft(into, cap)) {
      return new Fetch(link, draft).run();
    } catch (IOException disk) {
      throw new UncheckedIOException("the media folder cannot be written", disk);
    }
  }

  /** One file on its way. */
  private final class Fetch {
    private final Draft draft;
    private URI at;
    private int redirects;
    private int waits;
    private boolean renewed;
    private String etag = "";
    private String last = "";

    private Fetch(URI link, Draft draft) {
      this.at = link;
      this.draft = draft;
    }

    Download run() throws IOException {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        Optional<String> refusal = hosts.refusal(at);
        if (refusal.isPresent()) {
          return new Download.Refused(refusal.get());
        }
        Step step = attempt();
        switch (step) {
          case Done(Download download) -> {
            return download;
          }
          case Again() -> attempt--;
          case Failed(String reason) -> {
            last = reason;
            backOff(attempt);
          }
        }
      }
      throw new RemoteException(
          Kind.UNREACHABLE,
          at.getHost() + ": " + last + ", also after " + TRIES + " tries; run again later");
    }

    private Step attempt() throws IOException {
      boolean own = hosts.own(at);
      Call call = Call.get(MediaWire.target(at), ROUTE);
      if (own) {
        budget.take(1);
      }
      meter.called(product, call.endpoint());
      try {
        Map<String, String> headers = own ? auth.headers(call) : Map.of();
        MediaWire.Answer answer = wire.get(at, headers, draft, etag);
        etag = answer.etag();
        return judge(answer, headers);
      } catch (PrivateAddress inside) {
        return new Done(new Download.Refused(String.valueOf(inside.getMessage())));
      } catch (UnknownHostException unknown) {
        return new Done(new Download.Missing("there is no host " + at.getHost()));
      } catch (Draft.CapReached tooMuch) {
        return new Done(new Download.TooLarge(tooMuch.bytes()));
      }
    }

    private Step judge(MediaWire.Answer answer, Map<String, String> headers) throws IOException {
      int status = answer.status();
      boolean own = hosts.own(at);
      return switch (answer.outcome()) {
        case WHOLE ->
            new Done(new Download.Whole(draft.finish(), draft.length(), answer.contentType()));
        case PAGE -> new Failed("it answers with a web page instead of the file");
        case BROKEN -> new Failed("the connection broke off");
        case REDIRECT -> redirect(answer.location());
        case STATUS -> {
          if (status == 429 && waits++ < WAITS) {
            Duration wait = answer.retryAfter().orElse(THROTTLED);
            if (own) {
              budget.hold(wait);
            } else {
              tempo.of(wait);
            }
            yield new Again();
          }
          if (status == 401 && own && !renewed && auth.renew(headers)) {
            renewed = true;
            yield new Again();
          }
          if (status == 404 || status == 410) {
            yield new Done(new Download.Missing("the server answers " + status));
          }
          yield status < 500 && status != 408 && status != 416 && status != 429
              ? new Done(new Download.Refused("the server answers " + status))
              : new Failed("it answers " + status);
        }
      };
    }

    private Step redirect(String location) throws IOException {
      if (++redirects > REDIRECTS) {
        return new Done(new Download.Refused("the link leads from place to place without an end"));
      }
      at = at.resolve(MediaWire.parse(location).orElse(URI.create("about:blank")));
      etag = "";
      draft.restart();
      return new Again();
    }
  }

  /** What follows from one attempt. */
  private sealed interface Step {}

  private record Done(Download download) implements Step {}

  private record Again() implements Step {}

  private record Failed(String reason) implements Step {}

  private void backOff(int attempt) {
    long cap = Math.min(30_000, 250L << attempt);
    tempo.of(Duration.ofMillis(cap / 2 + ThreadLocalRandom.current().nextLong(cap / 2)));
  }

  @Override
  public void close() {
    wire.close();
  }
}
