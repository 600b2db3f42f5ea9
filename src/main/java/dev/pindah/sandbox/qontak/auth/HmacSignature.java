package dev.pindah.sandbox.qontak.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The gateway's signature over date and request line, the way Kong's hmac-auth reads it. */
final class HmacSignature {

  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Pattern SCHEME = Pattern.compile("(?i)^hmac\\s+(.*)$");
  private static final Pattern MEMBER = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final String clientId;
  private final byte[] secret;

  HmacSignature(String clientId, String secret) {
    this.clientId = clientId;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the signature is ours and was made within five minutes of {@code now}. */
  boolean isValid(
      String authorization, String date, String method, String requestTarget, Instant now) {
    Matcher scheme = SCHEME.matcher(authorization);
    if (!scheme.matches()) {
      return false;
    }
    Map<String, String> members = new LinkedHashMap<>();
    Matcher member = MEMBER.matcher(scheme.group(1));
    while (member.find()) {
      members.put(member.group(1), member.group(2));
    }
    return clientId.equals(members.get("username"))
        && "hmac-sha256".equals(members.get("algorithm"))
        && "date request-line".equals(members.get("headers"))
        && isRecent(date, now)
        && matches(members.getOrDefault("signature", ""), date, method, requestTarget);
  }

  private boolean matches(String signature, String date, String method, String requestTarget) {
    String signed = "date: " + date + "\n" + method + " " + requestTarget + " HTTP/1.1";
    String expected = Base64.getEncoder().encodeToString(hmac(signed));
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isRecent(String date, Instant now) {
    try {
      Instant claimed = IMF_FIXDATE.parse(date, Instant::from);
      return Duration.between(claimed, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (DateTimeParseException malformed) {
      return false;
    }
  }

  /** A date in the form that must be signed. */
  static String imfFixdate(Instant instant) {
    return IMF_FIXDATE.format(instant);
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this JDK lacks HmacSHA256", missing);
    }
  }
}
