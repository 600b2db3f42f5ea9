package dev.pindah.connect.http;

import dev.pindah.connect.CallMeter;
import dev.pindah.connect.Heard;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.Reply;
import dev.pindah.connect.http.Exchange.Answered;
import dev.pindah.connect.http.Exchange.Garbled;
import dev.pindah.connect.http.Exchange.Silent;
import dev.pindah.model.Product;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** An account of a remote system: every call to it goes through here and through one budget. */
public final class Account implements AutoCloseable {
  /** Tries of a call that is safe to repeat. */
  private static final int TRIES = 6;

  /** How often a call waits out a 429 before it gives up. */
  private static final int WAITS = 20;

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(65);
  private static final Duration SKEW = Duration.ofMinutes(4);

  private final Product product;
  private final Wire wire;
  private final Auth auth;
  private final Budget budget;
  private final Tempo tempo;
  private final CallMeter meter;
  private final Clock clock;
  private final Duration throttleDefault;
  private volatile Heard heard = Heard.NOTHING;
  private final LongAdder made = new LongAdder();

  /**
   * An account.
   *
   * @param base scheme, host and port
   * @param throttleDefault how long to wait after a 429 that does not say
   */
  public Account(
      Product product,
      URI base,
      Auth auth,
      Budget budget,
      Tempo tempo,
      CallMeter meter,
      Clock clock,
      Duration throttleDefault) {
    this.product = product;
    this.wire = new Wire(base);
    this.auth = auth;
    this.budget = budget;
    this.tempo = tempo;
    this.meter = meter;
    this.clock = clock;
    this.throttleDefault = throttleDefault;
  }

  /** How long so many further calls take at least, in the time of the clock on the wall. */
  public Duration timeFor(long calls) {
    return Duration.ofNanos((long) (budget.timeFor(calls).toNanos() / tempo.factor()));
  }

  /** Calls that were made through this object. */
  public long calls() {
    return made.sum();
  }

  /** Reads JSON; repeats what failed for a passing reason. */
  public JsonNode read(Call call) {
    return read(call, body -> 0);
  }

  /**
   * The same for a system that may say inside a 200 that it failed.
   *
   * @param inner the status that a body speaks of; 0 when it speaks of none
   */
  public JsonNode read(Call call, ToIntFunction<JsonNode> inner) {
    String last = "";
    boolean renewed = false;
    int waits = 0;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Tried tried = attempt(call);
      Wire.Result result = tried.result();
      switch (result.exchange()) {
        case Answered(int outer, JsonNode body, var wait) -> {
          int status = outer < 300 ? Math.max(outer, inner.applyAsInt(body)) : outer;
          if (status == 429 && waits++ < WAITS) {
            hold(wait, waits);
            attempt--;
            continue;
          }
          if (status == 401 && !renewed && auth.renew(tried.headers())) {
            renewed = true;
            attempt--;
            continue;
          }
          if (status < 300) {
            return body;
          }
          // Inside a 200 even an unlikely refusal may be a passing fault.
          boolean doubtful = outer < 300 && status > 405;
          if (status < 500 && status != 408 && status != 429 && !doubtful) {
            throw refused(call, status, body, result.serverTime());
          }
          last = "it answers " + status;
        }
        case Garbled(int status, String reason) -> last = reason;
        case Silent(boolean sent, String reason) -> last = reason;
      }
      backOff(attempt);
    }
    throw new RemoteException(
        Kind.UNREACHABLE,
        place(call)
            + ": "
            + last
            + ", also after "
            + TRIES
            + " tries; run the command again later");
  }

  /** Sends a write once; repeats only what surely was not carried out. */
  public Reply<JsonNode> write(Call call) {
    boolean renewed = false;
    int busy = 0;
    Duration asked = throttleDefault;
    for (int waits = 1; waits <= WAITS; waits++) {
      Tried tried = attempt(call);
      Wire.Result result = tried.result();
      switch (result.exchange()) {
        case Answered(int status, JsonNode body, var wait) -> {
          if (status == 429) {
            asked = hold(wait, waits);
            continue;
          }
          if (status == 401 && !renewed && auth.renew(tried.headers())) {
            renewed = true;
            continue;
          }
          if (status == 401 || (status == 403 && !missingFeature(body))) {
            throw refused(call, status, body, result.serverTime());
          }
          return status < 300
              ? new Reply.Ok<>(body)
              : status < 500
                  ? new Reply.Refused<>(Integer.toString(status), body.toString())
                  : new Reply.Broken<>(true, place(call) + " answers " + status);
        }
        case Garbled(int status, String reason) -> {
          return new Reply.Broken<>(true, place(call) + ": " + reason);
        }
        case Silent(boolean sent, String reason) -> {
          if (sent || ++busy >= TRIES) {
            return new Reply.Broken<>(sent, reason);
          }
          backOff(busy);
        }
      }
    }
    return new Reply.Throttled<>(asked);
  }

  /** A plan without a feature refuses this one write; the credentials are good for others. */
  private static boolean missingFeature(JsonNode body) {
    return body.path("code").asString("").equals("require_feature");
  }

  /** What came back, and by what the call proved itself. */
  private record Tried(Wire.Result result, Map<String, String> headers) {}

  private Tried attempt(Call call) {
    budget.comes();
    Map<String, String> headers;
    Wire.Result result;
    long sent;
    try {
      budget.take(call.cost());
      tempo.halt().check();
      meter.called(product, call.endpoint());
      made.increment();
      sent = System.nanoTime();
      headers = auth.headers(call);
      result = wire.attempt(call, headers);
    } finally {
      budget.goes();
    }
    boolean tooMany =
        result.exchange() instanceof Answered(int status, var body, var wait) && status == 429;
    budget.answered(Duration.ofNanos(System.nanoTime() - sent), tooMany);
    if (tooMany) {
      budget.exceeded(result.quota().limit());
    }
    if (result.quota().limit().isPresent() && result.quota().remaining().isPresent()) {
      budget.learn(
          result.quota().limit().getAsLong(),
          result.quota().remaining().getAsLong(),
          result.quota().reset());
    }
    hear(result);
    return new Tried(result, headers);
  }

  private void hear(Wire.Result result) {
    Optional<Duration> ahead =
        result.serverTime().map(theirs -> Duration.between(theirs, clock.instant()));
    OptionalLong limit = result.quota().limit();
    heard =
        new Heard(
            ahead.or(() -> heard.clockAhead()), limit.isPresent() ? limit : heard.callLimit());
  }

  /** What the answers' headers told so far. */
  public Heard heard() {
    return heard;
  }

  private Duration hold(Optional<Duration> said, int times) {
    Duration wait = said.orElseGet(() -> throttleDefault.multipliedBy(Math.min(times, 8)));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    // A little late is better than a little early, and not everybody at once.
    Duration jittered = wait.plusMillis(50 + ThreadLocalRandom.current().nextLong(200));
    budget.hold(jittered);
    return wait;
  }

  private void backOff(int attempt) {
    long cap = Math.min(30_000, 250L << attempt);
    tempo.of(Duration.ofMillis(cap / 2 + ThreadLocalRandom.current().nextLong(cap / 2)));
  }

  private RemoteException refused(
      Call call, int status, JsonNode body, Optional<Instant> serverTime) {
    return switch (status) {
      case 401 ->
          new RemoteException(
              Kind.DENIED,
              place(call)
                  + " does not accept the credentials (401)"
                  + skew(serverTime)
                  + "; check the key or secret in pindah.yaml and that it belongs to this account");
      case 403 ->
          new RemoteException(
              Kind.DENIED,
              place(call)
                  + " is not allowed for these credentials (403); give them the scope or role, for"
                  + " instance an administrator's");
      case 404 -> new RemoteException(Kind.ABSENT, place(call) + " answers 404");
      case 405 -> new RemoteException(Kind.UNSUPPORTED, place(call) + " answers 405");
      default ->
          new RemoteException(
              Kind.UNUSABLE, place(call) + " answers " + status + ": " + Redact.text(words(body)));
    };
  }

  private String skew(Optional<Instant> serverTime) {
    return serverTime
        .map(theirs -> Duration.between(theirs, clock.instant()))
        .filter(skew -> skew.abs().compareTo(SKEW) > 0)
        .map(skew -> "; this machine's clock is " + skew.toSeconds() + " s off the server's")
        .orElse("");
  }

  private static String words(JsonNode body) {
    return body.isMissingNode() ? "no reason given" : body.toString();
  }

  private String place(Call call) {
    return product.wire() + " " + call.endpoint();
  }

  @Override
  public void close() {
    wire.close();
  }
}
