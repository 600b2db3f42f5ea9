package dev.pindah.model.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One step of a flow.
 *
 * @param type the word of the file, for kinds that nobody knows
 * @param text what the bot says, asks, tests or calls
 * @param variable what an answer is kept in; blank for nothing
 * @param target the flow or the team that it leads to; blank for neither
 */
public record FlowStep(
    String id,
    Kind kind,
    String type,
    String text,
    String variable,
    String target,
    List<Way> ways) {
  public FlowStep {
    ways = List.copyOf(ways);
  }

  /**
   * A way from one step to another.
   *
   * @param label what the customer chooses or what must hold; blank when it is simply next
   * @param to id of a step; it need not exist
   * @param otherwise whether it is taken when nothing else fits
   */
  public record Way(String label, String to, boolean otherwise) {}

  /** What a step does. */
  public enum Kind {
    MESSAGE,
    /** Offers answers to choose from. */
    QUESTION,
    /** Takes what the customer writes. */
    INPUT,
    CONDITION,
    API_CALL,
    SET,
    HANDOVER,
    GO_TO_FLOW,
    END,
    OTHER;

    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the flow may stop here. */
    public boolean closes() {
      return this == HANDOVER || this == GO_TO_FLOW || this == END;
    }

    /** Whether what happens next depends on somebody or something. */
    public boolean decides() {
      return this == QUESTION || this == INPUT || this == CONDITION || this == API_CALL;
    }

    public static Kind of(String type) {
      String word = type.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
      return Arrays.stream(values())
          .filter(kind -> kind.wire().equals(word))
          .findFirst()
          .orElseGet(() -> alias(word));
    }

    /** Words that people and exports use for the same things. */
    private static Kind alias(String word) {
      return switch (word) {
        case "text", "image", "video", "document", "audio", "carousel", "media", "response" ->
            MESSAGE;
        case "button", "buttons", "list", "menu", "quick-reply", "options", "choice" -> QUESTION;
        case "user-input", "capture", "form" -> INPUT;
        case "branch", "rule", "if" -> CONDITION;
        case "api", "webhook", "http", "request" -> API_CALL;
        case "set-variable", "assign-variable", "tag", "add-tag" -> SET;
        case "handoff", "hand-over", "agent", "assign-agent", "assign" -> HANDOVER;
        case "go-to", "goto", "jump", "path", "flow" -> GO_TO_FLOW;
        case "close", "resolve", "finish", "stop" -> END;
        default -> OTHER;
      };
    }
  }
}
