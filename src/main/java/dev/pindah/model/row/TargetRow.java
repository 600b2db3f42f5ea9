package dev.pindah.model.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A target record as read, compared with what was meant: the target writes amounts as text, brings
 * instants to UTC and lists options in its own order, and none of that is a difference.
 */
public final class TargetRow {
  private final JsonNode json;

  public TargetRow(String json) {
    this.json = JsonMapper.shared().readTree(json);
  }

  /** An attribute by API name, custom or not. */
  public JsonNode attribute(String name) {
    JsonNode custom = json.path("custom_field").path(name);
    return custom.isMissingNode() ? json.path(name) : custom;
  }

  /** API names of all attributes that hold something, custom or not; false counts as nothing. */
  public Set<String> filled() {
    Set<String> filled = new TreeSet<>();
    Stream.concat(json.propertyStream(), json.path("custom_field").propertyStream())
        .filter(member -> !member.getValue().isObject() && holds(member.getValue()))
        .forEach(member -> filled.add(member.getKey()));
    return filled;
  }

  private static boolean holds(JsonNode value) {
    return value.isArray()
        ? !value.isEmpty()
        : value.isBoolean() ? value.asBoolean() : !value.asString("").isBlank();
  }

  /** Attributes that do not stand as meant, with what stands there instead. */
  public Map<String, String> differences(ObjectNode wanted) {
    return wanted
        .propertyStream()
        .filter(member -> !same(member.getValue(), attribute(member.getKey())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                member -> attribute(member.getKey()).toString(),
                (first, again) -> first,
                TreeMap::new));
  }

  static boolean same(JsonNode wanted, JsonNode found) {
    if (wanted.isNull()) {
      return found.isNull() || found.isMissingNode() || found.asString("").isEmpty();
    }
    if (wanted.isArray()) {
      return elements(wanted).equals(elements(found));
    }
    if (wanted.isBoolean()) {
      return found.asString("").equals(wanted.asString());
    }
    Optional<BigDecimal> left = decimal(wanted);
    if (wanted.isNumber() && left.isPresent()) {
      return decimal(found).map(right -> left.get().compareTo(right) == 0).orElse(false);
    }
    String text = wanted.asString("").strip();
    String other = found.asString("").strip();
    return text.equals(other) || sameInstant(text, other) || sameLines(text, other);
  }

  private static Set<String> elements(JsonNode node) {
    Set<String> elements = new TreeSet<>();
    if (node.isArray()) {
      node.valueStream().forEach(element -> elements.add(element.asString("").strip()));
    } else if (!node.asString("").isBlank()) {
      // A multi-select may come back as labels joined by semicolons.
      Pattern.compile(";")
          .splitAsStream(node.asString(""))
          .map(String::strip)
          .forEach(elements::add);
    }
    return elements;
  }

  private static Optional<BigDecimal> decimal(JsonNode node) {
    try {
      return node.isNumber() || node.isString()
          ? Optional.of(new BigDecimal(node.asString().strip()))
          : Optional.empty();
    } catch (NumberFormatException notDecimal) {
      return Optional.empty();
    }
  }

  private static boolean sameInstant(String left, String right) {
    if (left.length() < 19 || right.length() < 19) {
      // A day may come back as the midnight that begins it.
      return left.length() == 10
          && right.length() > 10
          && right.startsWith(left)
          && right.substring(10).matches("[T ]00:00:00.*");
    }
    return instant(left).isPresent() && instant(left).equals(instant(right));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text)
              .toInstant()
              .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }

  private static boolean sameLines(String left, String right) {
    return left.indexOf('\n') >= 0
        && left.replace("\r\n", "\n").equals(right.replace("\r\n", "\n"));
  }
}
