package dev.pindah.sandbox.freshdesk.search;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A search query: {@code field:value}, {@code field:>value} and {@code field:<value} (inclusive),
 * joined by AND, OR and brackets.
 */
final class Expression {

  /** The query makes no sense. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why, null, false, false);
    }
  }

  private static final Pattern TOKEN =
      Pattern.compile("\\s*(\\(|\\)|AND\\b|OR\\b|\\w+:[<>]?(?:'[^']*'|[^\\s()']+))");

  private final Matcher tokens;
  private final String text;
  private String token = "";
  private int end;

  private Expression(String text) {
    this.text = text;
    this.tokens = TOKEN.matcher(text);
    advance();
  }

  /** What the query asks of a row. */
  static Predicate<JsonNode> parse(String text) {
    Expression expression = new Expression(text);
    Predicate<JsonNode> parsed = expression.anyOf();
    if (!expression.token.isEmpty()) {
      throw new Malformed("unexpected " + expression.token);
    }
    return parsed;
  }

  private Predicate<JsonNode> anyOf() {
    Predicate<JsonNode> left = allOf();
    while (token.equals("OR")) {
      advance();
      left = left.or(allOf());
    }
    return left;
  }

  private Predicate<JsonNode> allOf() {
    Predicate<JsonNode> left = one();
    while (token.equals("AND")) {
      advance();
      left = left.and(one());
    }
    return left;
  }

  private Predicate<JsonNode> one() {
    if (token.equals("(")) {
      advance();
      Predicate<JsonNode> inner = anyOf();
      if (!token.equals(")")) {
        throw new Malformed("a bracket is not closed");
      }
      advance();
      return inner;
    }
    int colon = token.indexOf(':');
    if (colon < 1) {
      throw new Malformed("a condition is missing");
    }
    Predicate<JsonNode> condition =
        condition(token.substring(0, colon), token.substring(colon + 1));
    advance();
    return condition;
  }

  private static Predicate<JsonNode> condition(String field, String given) {
    char first = given.charAt(0);
    boolean compared = first == '<' || first == '>';
    String raw = compared ? given.substring(1) : given;
    boolean quoted = raw.startsWith("'");
    String value = quoted ? raw.substring(1, raw.length() - 1) : raw;
    return row -> {
      JsonNode held = held(row, field);
      if (!quoted && value.equals("null")) {
        return held.isNull() || held.isMissingNode();
      }
      if (held.isArray()) {
        return held.valueStream().anyMatch(one -> one.asString("").equalsIgnoreCase(value));
      }
      if (compared) {
        int order = compare(held, value);
        return first == '<' ? order <= 0 : order >= 0;
      }
      return isDate(field)
          ? held.asString("").startsWith(value)
          : held.asString("").equalsIgnoreCase(value);
    };
  }

  private static int compare(JsonNode held, String value) {
    if (held.isNumber() && value.matches("-?\\d+")) {
      return Long.compare(held.asLong(), Long.parseLong(value));
    }
    String text = held.asString("");
    String cut = value.length() < text.length() ? text.substring(0, value.length()) : text;
    return cut.compareTo(value);
  }

  private static JsonNode held(JsonNode row, String field) {
    String name =
        switch (field) {
          case "agent_id" -> "responder_id";
          case "tag" -> "tags";
          case "domain" -> "domains";
          default -> field;
        };
    JsonNode own = row.path(name);
    return own.isMissingNode() ? row.path("custom_fields").path(name) : own;
  }

  private static boolean isDate(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    return lower.endsWith("_at") || lower.endsWith("due_by");
  }

  private void advance() {
    if (text.substring(end).isBlank()) {
      token = "";
      end = text.length();
      return;
    }
    if (!tokens.region(end, text.length()).lookingAt()) {
      throw new Malformed("cannot read " + text.substring(end));
    }
    token = tokens.group(1);
    end = tokens.end();
  }
}
