package dev.pindah.journey.handoff.whatsapp;

import dev.pindah.model.flow.Remark;
import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.TriagedTemplate;
import java.util.List;

/**
 * Meta's documented rule: when a number moves between business accounts, only templates with status
 * APPROVED and quality GREEN are copied. The copies start at unknown quality and their category is
 * checked again; everything else is submitted anew; what was rejected or disabled is blocked. The
 * source shows no real quality, so an unknown one counts as not green.
 */
final class Triage {
  private Triage() {}

  static TriagedTemplate of(Template template, List<Remark> lint, String payload) {
    return switch (template.status()) {
      case "REJECTED" ->
          new TriagedTemplate(template, TriagedTemplate.Triage.BLOCKED, "rejected", lint, "");
      case "DISABLED" ->
          new TriagedTemplate(template, TriagedTemplate.Triage.BLOCKED, "disabled", lint, "");
      case "APPROVED" ->
          template.quality().equals("GREEN")
              ? new TriagedTemplate(template, TriagedTemplate.Triage.COPIED, "green", lint, payload)
              : again(
                  template, template.quality().isEmpty() ? "unknown" : "not-green", lint, payload);
      case "PENDING", "IN_APPEAL" -> again(template, "undecided", lint, payload);
      case "DELETED", "PENDING_DELETION" -> again(template, "deleted", lint, payload);
      default -> again(template, "status-unknown", lint, payload);
    };
  }

  private static TriagedTemplate again(
      Template template, String reason, List<Remark> lint, String payload) {
    return new TriagedTemplate(template, TriagedTemplate.Triage.RESUBMIT, reason, lint, payload);
  }
}
