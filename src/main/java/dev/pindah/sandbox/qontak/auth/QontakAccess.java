package dev.pindah.sandbox.qontak.auth;

import dev.pindah.sandbox.core.Simulation;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.qontak.files.MediaFiles;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The guard at the door: signature or token first, then scope, then the acting user. */
public final class QontakAccess {

  private static final String SCOPES = "qontak.scopes";
  private static final String SSO = "qontak.sso-header";
  private static final Pattern BEARER = Pattern.compile("(?i)^bearer\\s+(\\S+)$");

  private final Simulation simulation;
  private final Users users;
  private final HmacSignature hmac =
      new HmacSignature(Credentials.CLIENT_ID, Credentials.CLIENT_SECRET);
  private final Tokens tokens;

  public QontakAccess(Simulation simulation, Users users) {
    this.simulation = simulation;
    this.users = users;
    this.tokens = new Tokens(simulation.clock(), new Dice(simulation.seed()));
  }

  public static List<Switch> switches() {
    return List.of(
        new Switch(
            SCOPES,
            "qontak-crm:all,qontak-chat:all",
            "scopes of the credential: an area without its scope answers 403"),
        new Switch(
            SSO,
            "optional",
            "X-Crm-User-Sso-Id: optional, required (401 without), or restricts (agents see their own)"));
  }

  public void routes(Router router) {
    TokenEndpoint endpoint = new TokenEndpoint(tokens);
    router.post("/oauth/token", endpoint::answer);
    router.post("/api/open/v1/oauth/token", endpoint::answer);
  }

  public ObjectNode describe() {
    return Credentials.describe();
  }

  /** The refusal, or empty when the caller may go on. */
  public Optional<Reply> refusal(Exchange exchange) {
    String path = exchange.path();
    if (path.startsWith("/qontak/")) {
      return gateway(exchange);
    }
    if (path.endsWith("/oauth/token")) {
      return Optional.empty();
    }
    if (path.startsWith("/uploads/") && simulation.switches().on(MediaFiles.AUTH)) {
      return exchange.header("Authorization").startsWith("hmac")
          ? gateway(exchange)
          : legacy(exchange);
    }
    return path.startsWith("/api/") ? legacy(exchange) : Optional.empty();
  }

  /** Who acts: the user of the SSO header, else the account's owner. */
  public User actor(Exchange exchange) {
    return users.bySso(exchange.header("X-Crm-User-Sso-Id")).orElseGet(users::owner);
  }

  public boolean isUser(long id) {
    return users.find(id).isPresent();
  }

  /** Whether the acting user sees only records of their own. */
  public boolean seesOnlyOwn(Exchange exchange) {
    return simulation.switches().text(SSO).equals("restricts")
        && actor(exchange).role().equals("agent");
  }

  private Optional<Reply> gateway(Exchange exchange) {
    Optional<Fault.ClockSkew> skew = exchange.fault(Fault.ClockSkew.class);
    Instant now =
        simulation.clock().wall().plus(skew.map(Fault.ClockSkew::by).orElse(Duration.ZERO));
    boolean signed =
        hmac.isValid(
            exchange.header("Authorization"),
            exchange.header("Date"),
            exchange.method(),
            exchange.requestTarget(),
            now);
    if (!signed || !BodyDigest.isAcceptable(exchange.header("Digest"), exchange.body())) {
      Reply unauthorized = message(401, "Unauthorized");
      return Optional.of(
          skew.isPresent()
              ? unauthorized.withHeader("Date", HmacSignature.imfFixdate(now))
              : unauthorized);
    }
    return area(exchange);
  }

  private Optional<Reply> legacy(Exchange exchange) {
    var bearer = BEARER.matcher(exchange.header("Authorization"));
    String token = bearer.matches() ? bearer.group(1) : "";
    boolean good = token.equals(Credentials.STATIC_TOKEN) || tokens.isGood(token);
    if (!good || exchange.fault(Fault.TokenExpiry.class).isPresent()) {
      return Optional.of(
          Reply.json(
              401,
              Json.object()
                  .put("error", "invalid_token")
                  .put("error_description", "The access token expired")));
    }
    return area(exchange);
  }

  private Optional<Reply> area(Exchange exchange) {
    if (Scopes.concern(exchange.path())
        && !Scopes.allow(simulation.switches().list(SCOPES), exchange.path())) {
      return Optional.of(message(403, "Forbidden"));
    }
    String sso = exchange.header("X-Crm-User-Sso-Id");
    boolean required =
        simulation.switches().text(SSO).equals("required") && Scopes.isCrm(exchange.path());
    return required && users.bySso(sso).isEmpty()
        ? Optional.of(message(401, "Unauthorized"))
        : Optional.empty();
  }

  private static Reply message(int status, String message) {
    return Reply.json(status, Json.object().put("message", message));
  }
}
