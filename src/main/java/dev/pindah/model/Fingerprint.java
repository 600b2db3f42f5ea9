package dev.pindah.model;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SHA-256 in lower-case hex, the one hash of the ledger and of the evidence. */
public final class Fingerprint {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Fingerprint() {}

  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hash of the content: order of members and spelling of numbers do not matter. */
  public static String of(JsonNode json) {
    StringBuilder text = new StringBuilder();
    canonical(json, text);
    return of(text.toString());
  }

  private static void canonical(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append('{');
      node.propertyStream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              member -> {
                text.append(JSON.writeValueAsString(member.getKey())).append(':');
                canonical(member.getValue(), text);
                text.append(',');
              });
      text.append('}');
    } else if (node.isArray()) {
      text.append('[');
      node.valueStream()
          .forEach(
              element -> {
                canonical(element, text);
                text.append(',');
              });
      text.append(']');
    } else if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      text.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    } else {
      text.append(JSON.writeValueAsString(node));
    }
  }
}
