package dev.pindah.journey.prepare;

import dev.pindah.model.Finding.Severity;
import dev.pindah.model.TargetModule;
import java.util.Set;

/** A named pre-flight check: an error that is not ok blocks the gate until it is waived by name. */
public record Check(String id, Severity severity, boolean ok, String detail, String remedy) {
  static final String REQUIRED = "required-fields-";
  private static final Set<String> IDS =
      Set.of("owners-matched", "currencies", "pipelines", "existing-records", "field-types");

  static Check fine(String id, String detail) {
    return new Check(id, Severity.INFO, true, detail, "");
  }

  static Check warn(String id, boolean ok, String detail, String remedy) {
    return new Check(id, Severity.WARNING, ok, detail, ok ? "" : remedy);
  }

  static Check error(String id, boolean ok, String detail, String remedy) {
    return new Check(id, Severity.ERROR, ok, detail, ok ? "" : remedy);
  }

  /** Whether prepare has a check of this name. */
  public static boolean exists(String id) {
    return IDS.contains(id)
        || (id.startsWith(REQUIRED)
            && TargetModule.of(id.substring(REQUIRED.length())).isPresent());
  }
}
