package dev.pindah.sandbox.qontak.auth;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The Digest header: prefixed with SHA-256= or bare, or not sent at all; a wrong one is refused.
 */
final class BodyDigest {

  private BodyDigest() {}

  static boolean isAcceptable(String header, byte[] body) {
    if (header.isEmpty()) {
      return true;
    }
    String digest = header.startsWith("SHA-256=") ? header.substring("SHA-256=".length()) : header;
    return digest.equals(Base64.getEncoder().encodeToString(sha256(body)));
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this JDK lacks SHA-256", missing);
    }
  }
}
