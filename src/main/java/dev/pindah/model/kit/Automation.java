package dev.pindah.model.kit;

import java.util.Arrays;
import java.util.Locale;

/**
 * A rule that works by itself in the source.
 *
 * @param name as its people call it
 * @param origin where it is known from: a questionnaire's place, or the part of the API
 * @param grade what the target can do of it; the admin may have overruled the kind's own
 */
public record Automation(
    String name,
    Kind kind,
    String trigger,
    String conditions,
    String actions,
    String origin,
    Grade grade) {
  /** How well the target does the same. */
  public enum Grade {
    NATIVE,
    APPROXIMATE,
    IMPOSSIBLE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Sorts of rules, with what the target has for them. */
  public enum Kind {
    ASSIGN_IN_TURN(Grade.NATIVE),
    ASSIGN_BY_RULE(Grade.NATIVE),
    UPDATE_FIELD(Grade.NATIVE),
    MOVE_STAGE(Grade.NATIVE),
    CREATE_TASK(Grade.NATIVE),
    NOTIFY_BY_EMAIL(Grade.NATIVE),
    WEBHOOK(Grade.NATIVE),
    REMINDER(Grade.APPROXIMATE),
    REQUIRED_FIELDS(Grade.APPROXIMATE),
    SLA(Grade.APPROXIMATE),
    AUTO_REPLY(Grade.APPROXIMATE),
    AUTO_RESOLVE(Grade.APPROXIMATE),
    CHAT_ROUTING(Grade.APPROXIMATE),
    WHATSAPP_MESSAGE(Grade.APPROXIMATE),
    BROADCAST(Grade.APPROXIMATE),
    SCORING(Grade.APPROXIMATE),
    APPROVAL(Grade.IMPOSSIBLE),
    CHECK_IN(Grade.IMPOSSIBLE),
    QUOTA(Grade.IMPOSSIBLE),
    OTHER(Grade.APPROXIMATE);

    private final Grade usual;

    Kind(Grade usual) {
      this.usual = usual;
    }

    public Grade usual() {
      return usual;
    }

    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its word; blanks and underscores count as dashes. */
    public static java.util.Optional<Kind> of(String word) {
      String wire = word.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
      return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
  }
}
