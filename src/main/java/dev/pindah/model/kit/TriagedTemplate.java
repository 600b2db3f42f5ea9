package dev.pindah.model.kit;

import dev.pindah.model.flow.Remark;
import java.util.List;
import java.util.Locale;

/**
 * A template and what becomes of it when its number moves to another WhatsApp Business Account.
 *
 * @param reason code of why
 * @param lint what its review would stumble over
 * @param payload body of the call that registers it again; blank for a blocked one
 */
public record TriagedTemplate(
    Template template, Triage triage, String reason, List<Remark> lint, String payload) {
  public TriagedTemplate {
    lint = List.copyOf(lint);
  }

  /** By Meta's documented rule. */
  public enum Triage {
    /** Status APPROVED and quality GREEN. */
    COPIED,
    RESUBMIT,
    /** REJECTED or DISABLED: it has to be changed or appealed first. */
    BLOCKED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
