package dev.pindah.model.row;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
  /** Where the products keep their custom values. */
  private static final List<String> CUSTOM = List.of("custom_field", "custom_fields");

  /** Ending of the member that has the text of an HTML attribute, its blanks folded. */
  private static final String TEXT = "_text";

  private final JsonNode json;

  public TargetRow(String json) {
    this.json = JsonMapper.shared().readTree(json);
  }

  /** An attribute by API name, custom or not; of what is HTML, its text. */
  public JsonNode attribute(String name) {
    for (String custom : CUSTOM) {
      if (json.path(custom).has(name)) {
        return json.path(custom).path(name);
      }
    }
    return json.path(json.has(name + TEXT) ? name + TEXT : name);
  }

  /** API names of all attributes that hold something, custom or not; false counts as nothing. */
  public Set<String> filled() {
    Set<String> filled = new TreeSet<>();
    Stream.concat(
            json.propertyStream(),
            CUSTOM.stream().flatMap(custom -> json.path(custom).propertyStream()))
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
        .filter(member -> !stands(member.getKey(), member.getValue()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                member -> attribute(member.getKey()).toString(),
                (first, again) -> first,
                TreeMap::new));
  }

  private boolean stands(String name, JsonNode wanted) {
    JsonNode found = attribute(name);
    String text = found.asString("").strip();
    return same(wanted, found)
        || (json.has(name + TEXT) && folded(wanted.asString("")).equals(folded(text)))
        // HTML that comes without its text is compared by what it says.
        || (text.startsWith("<") && folded(wanted.asString("")).equals(folded(said(text))));
  }

  private static String said(String html) {
    return html.replaceAll("(?i)<(br|/p|/div|/li)[^>]*>", "\n")
        .replaceAll("<[^>]*>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String folded(String text) {
    return text.strip().replaceAll("[\\s\\u00a0]+", " ");
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
