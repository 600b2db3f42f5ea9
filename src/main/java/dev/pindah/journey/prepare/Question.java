package dev.pindah.journey.prepare;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What no endpoint tells, so that a person is asked; the answer is kept as a decision. */
public enum Question {
  SEATS("seats", "how many users the Freshsales plan is paid for", "a whole number"),
  REGION("region", "in which data centre the target account lies", "us, eu, in, au or me"),
  TIME_ZONE("time-zone", "the time zone of the target account", "for instance Asia/Jakarta"),
  STORAGE_USED("storage-used", "how many GB of file storage are used", "for instance 1.5"),
  AUTOMATIONS("automations", "whether workflows, sequences and assignment rules run", "on or off"),
  LIFECYCLE_RULES("lifecycle-rules", "whether deals move their contacts' stage", "on or off"),
  NOTIFICATIONS("notifications", "whether Freshdesk mails requesters and agents", "on or off"),
  KEY_ROLE("key-role", "the role of the API key's user", "for instance account-admin");

  private static final List<String> REGIONS = List.of("us", "eu", "in", "au", "me");

  private final String id;
  private final String asks;
  private final String form;

  Question(String id, String asks, String form) {
    this.id = id;
    this.asks = asks;
    this.form = form;
  }

  public String id() {
    return id;
  }

  /** What is asked, in words. */
  public String asks() {
    return asks;
  }

  /** What an answer looks like. */
  public String form() {
    return form;
  }

  /** Of what the decision is about. */
  public String subject() {
    return "answer:" + id;
  }

  public static Optional<Question> of(String id) {
    return Arrays.stream(values()).filter(question -> question.id.equals(id)).findFirst();
  }

  /** The answer in one spelling; empty when it is none. */
  public Optional<String> read(String answer) {
    String text = answer.strip();
    String folded = text.toLowerCase(Locale.ROOT);
    return switch (this) {
      case SEATS -> Optional.of(text).filter(number -> number.matches("\\d{1,6}"));
      case REGION -> Optional.of(folded).filter(REGIONS::contains);
      case TIME_ZONE -> zone(text);
      case STORAGE_USED -> Optional.of(text).filter(number -> number.matches("\\d{1,7}(\\.\\d+)?"));
      case AUTOMATIONS, LIFECYCLE_RULES, NOTIFICATIONS ->
          switch (folded) {
            case "on", "yes", "true" -> Optional.of("on");
            case "off", "no", "false" -> Optional.of("off");
            default -> Optional.empty();
          };
      case KEY_ROLE ->
          Optional.of(folded.replaceAll("\\s+", "-")).filter(role -> role.matches("[a-z-]{2,60}"));
    };
  }

  static BigDecimal number(String answer) {
    return new BigDecimal(answer);
  }

  private static Optional<String> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text).getId());
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
