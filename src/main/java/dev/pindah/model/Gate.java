package dev.pindah.model;

import java.util.Arrays;
import java.util.Optional;

/** The places where a migration waits for a person. */
public enum Gate {
  MAPPING_CONFIRMED(
      "mapping-confirmed",
      "prepare --apply, prepare --probe, sample, load",
      "pindah map --confirm --by NAME"),
  SCHEMA_READY("schema-ready", "sample, load", "pindah prepare finding nothing left to do"),
  PREFLIGHT(
      "preflight",
      "sample, load",
      "pindah prepare with every check clean, or a check waived by name"),
  AUTOMATION_OFF(
      "automation-off",
      "sample, load",
      "a person who has seen that workflows, sequences, assignment rules and notifications are off"),
  SAMPLE_ACCEPTED("sample-accepted", "load", "a person, after pindah sample"),
  VALIDATION("validation", "load", "the fix-list of pindah transform closed, or waived by name"),
  EXPORT_RECONCILED(
      "export-reconciled",
      "waba-offboarding",
      "pindah reconcile of contacts, conversations and templates"),
  WABA_OFFBOARDING(
      "waba-offboarding",
      "cutover --sign-off",
      "a person, when the release of the WhatsApp number was asked for"),
  WABA_RELEASED(
      "waba-released",
      "cutover --sign-off",
      "a person, when the release of the WhatsApp number was confirmed"),
  SOURCE_FROZEN("source-frozen", "delta-clean", "pindah cutover --freeze"),
  DELTA_CLEAN("delta-clean", "business-sign-off", "pindah cutover --delta"),
  BUSINESS_SIGN_OFF("business-sign-off", "watch-closed", "pindah cutover --sign-off --by NAME"),
  WATCH_CLOSED("watch-closed", "", "a person, after 72 hours of pindah watch");

  private final String id;
  private final String blocks;
  private final String needs;

  Gate(String id, String blocks, String needs) {
    this.id = id;
    this.blocks = blocks;
    this.needs = needs;
  }

  public String id() {
    return id;
  }

  /** The commands that wait for it, in words. */
  public String blocks() {
    return blocks;
  }

  public String needs() {
    return needs;
  }

  public static Optional<Gate> of(String id) {
    return Arrays.stream(values()).filter(gate -> gate.id.equals(id)).findFirst();
  }
}
