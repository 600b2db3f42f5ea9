package dev.pindah.model;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JsonGenerator;
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
    return of(canonical(json));
  }

  /** JSON text that is the same for the same content. */
  public static String canonical(JsonNode json) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator canonical = JSON.createGenerator(text)) {
      write(json, canonical);
    }
    return text.toString();
  }

  private static void write(JsonNode node, JsonGenerator canonical) {
    if (node.isObject()) {
      canonical.writeStartObject();
      List<String> names = new ArrayList<>(node.propertyNames());
      Collections.sort(names);
      for (String name : names) {
        canonical.writeName(name);
        write(node.path(name), canonical);
      }
      canonical.writeEndObject();
    } else if (node.isArray()) {
      canonical.writeStartArray();
      for (JsonNode element : node) {
        write(element, canonical);
      }
      canonical.writeEndArray();
    } else if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      canonical.writeNumber(
          number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    } else if (node.isString()) {
      canonical.writeString(node.asString());
    } else if (node.isBoolean()) {
      canonical.writeBoolean(node.asBoolean());
    } else {
      canonical.writeNull();
    }
  }
}
