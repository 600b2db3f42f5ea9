package dev.pindah.journey.prepare;

import dev.pindah.model.Finding.Severity;
import dev.pindah.model.TargetModule;
import java.util.List;

/**
 * A named pre-flight check: an error that is not ok blocks the gate until it is waived by name.
 *
 * @param detail what was seen
 * @param remedy the next step; blank when it is ok
 */
public record Check(String id, Severity severity, boolean ok, String detail, String remedy) {
  static final String REQUIRED = "required-fields-";

  /** Names of all checks; scripts and decisions use them, so they never change. */
  public static final List<String> IDS =
      List.of(
          "field-types",
          "target-fields",
          "field-limits",
          "name-collisions",
          "shared-fields",
          "pipelines",
          "currencies",
          "owners-matched",
          "placeholder-owner",
          "seats",
          "key-role",
          "edition",
          "plan",
          "data-region",
          "time-zone",
          "storage",
          "workflows-off",
          "lifecycle-rules",
          "notifications-off",
          "existing-records",
          "rate-budget",
          "disk-space",
          "clock");

  static Check fine(String id, String detail) {
    return new Check(id, Severity.INFO, true, detail, "");
  }

  static Check warn(String id, boolean ok, String detail, String remedy) {
    return new Check(id, Severity.WARNING, ok, detail, ok ? "" : remedy);
  }

  static Check error(String id, boolean ok, String detail, String remedy) {
    return new Check(id, Severity.ERROR, ok, detail, ok ? "" : remedy);
  }

  /** Nobody has said yet what no endpoint tells. */
  static Check asked(String id, Question question) {
    return warn(
        id,
        false,
        "no endpoint tells " + question.asks(),
        "look it up and say: pindah prepare --answer "
            + question.id()
            + "=… --by NAME ("
            + question.form()
            + ")");
  }

  /** Whether prepare has a check of this name. */
  public static boolean exists(String id) {
    return IDS.contains(id)
        || (id.startsWith(REQUIRED)
            && TargetModule.of(id.substring(REQUIRED.length())).isPresent());
  }
}
