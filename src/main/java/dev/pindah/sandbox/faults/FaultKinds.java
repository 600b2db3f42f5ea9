package dev.pindah.sandbox.faults;

import java.time.Duration;

/** The word of each kind in a plan, and the settings that it takes. */
final class FaultKinds {

  private FaultKinds() {}

  static Fault read(String kind, Settings settings) {
    return switch (kind) {
      case "throttle" ->
          new Fault.Throttle(settings.integer("retry-after"), settings.map("headers"));
      case "edge-error" -> new Fault.EdgeError(status(settings, 503));
      case "status" -> new Fault.ProductStatus(status(settings, 422));
      case "challenge-page" -> new Fault.ChallengePage(status(settings, 200));
      case "reset-before" -> new Fault.ResetBefore();
      case "reset-after" -> new Fault.ResetAfter();
      case "truncated-body" -> new Fault.TruncatedBody(Math.min(1, settings.number("keep", 0.5)));
      case "slow-body" -> new Fault.SlowBody(millis(settings, "millis", 2000));
      case "wrong-content-type" -> new Fault.WrongContentType(settings.text("type", "text/html"));
      case "duplicate-row" -> new Fault.DuplicateRow();
      case "moved-row" -> new Fault.MovedRow();
      case "clock-skew" ->
          new Fault.ClockSkew(Duration.ofSeconds((long) settings.number("seconds", 600)));
      case "token-expiry" -> new Fault.TokenExpiry();
      case "quota" ->
          new Fault.QuotaChange(settings.integer("per-hour"), settings.integer("per-minute"));
      case "index-lag" ->
          new Fault.IndexLag(Duration.ofSeconds((long) settings.number("seconds", 60)));
      case "meta-status" -> new Fault.MetaStatus(status(settings, 422));
      case "swapped-shape" -> new Fault.SwappedShape();
      default -> {
        settings.problem("unknown fault '" + kind + "'");
        yield new Fault.SwappedShape();
      }
    };
  }

  private static int status(Settings settings, int fallback) {
    int status = (int) settings.number("status", fallback);
    if (status < 200 || status > 599) {
      settings.problem("status must be between 200 and 599, not " + status);
      return fallback;
    }
    return status;
  }

  private static Duration millis(Settings settings, String key, int fallback) {
    return Duration.ofMillis((long) settings.number(key, fallback));
  }
}
