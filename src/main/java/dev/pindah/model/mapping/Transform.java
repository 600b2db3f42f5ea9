package dev.pindah.model.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a value is rewritten on its way; each is a typed, named rule. */
public enum Transform {
  /** Text as it is, ends trimmed. */
  TEXT,
  EMAIL,
  /** To E.164, default region Indonesia. */
  PHONE,
  /** Exact decimal. */
  NUMBER,
  /** Exact decimal amount of money. */
  AMOUNT,
  /** Calendar day. */
  DATE,
  /** Instant with offset. */
  DATE_TIME,
  CHECKBOX,
  URL,
  /** HTML as plain text with its links. */
  HTML_TEXT,
  /** Parts of one text; see {@link Recipe.Split}. */
  SPLIT,
  /** Several source fields in one text; see {@link Recipe.Join}. */
  JOIN,
  /** One text for all; see {@link Recipe.Constant}. */
  CONSTANT,
  /** By a table and nothing else; see {@link Recipe.Lookup}. */
  LOOKUP,
  /** Calculated; see {@link Recipe.Expression}. */
  EXPRESSION,
  /** Source option to target option by the value rules. */
  VALUE,
  /** Several source options to several target options by the value rules. */
  VALUES,
  /** Source user to target user by the owner rules. */
  OWNER,
  PIPELINE,
  STAGE,
  CURRENCY,
  /** A relation to another record. */
  LINK,
  /** A line of the record's text, with the field's label: for targets without such a field. */
  LINE,
  /** Open or done, by what the source's status means; the status itself becomes a line. */
  DONE;

  /** Whether several fields may go to one target: relations of one kind, lines of one text. */
  public boolean shares() {
    return this == LINK || this == LINE;
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Transform> of(String wire) {
    return Arrays.stream(values()).filter(transform -> transform.wire().equals(wire)).findFirst();
  }
}
