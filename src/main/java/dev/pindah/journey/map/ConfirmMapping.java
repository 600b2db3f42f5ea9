package dev.pindah.journey.map;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Gate;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.Mapping;
import java.time.Instant;
import java.util.List;

/** A person confirms the mapping file as it stands: its very bytes are what is kept. */
public final class ConfirmMapping {
  private static final String PASSED = "gate-passed";
  private static final String SUBJECT = "gate:" + Gate.MAPPING_CONFIRMED.id();

  private ConfirmMapping() {}

  /** Fields that somebody has to decide first, as {@code object.field}. */
  public static List<String> undecided(Mapping mapping) {
    return mapping.objects().stream()
        .flatMap(
            object ->
                object.fields().stream()
                    .filter(rule -> rule.decision() == Decision.REVIEW)
                    .map(rule -> object.object().wire() + "." + rule.source()))
        .toList();
  }

  public static void confirm(Ledger ledger, String text, String by, Instant at) {
    String hash = Fingerprint.of(text);
    ledger.record(
        tables -> {
          tables.mappings().save(new Confirmed(hash, text, by, at));
          tables.decisions().append(PASSED, SUBJECT, by, "mapping.yaml " + hash, at);
        });
  }

  /** Whether the file is exactly what a person confirmed; an edit opens the gate, once. */
  public static boolean stands(Ledger ledger, String text, Instant at) {
    boolean same =
        ledger
            .read(tables -> tables.mappings().latest())
            .map(known -> known.fileHash().equals(Fingerprint.of(text)))
            .orElse(false);
    boolean passed =
        ledger
            .read(tables -> tables.decisions().latest(SUBJECT))
            .map(known -> known.kind().equals(PASSED))
            .orElse(false);
    if (!same && passed) {
      ledger.record(
          tables ->
              tables
                  .decisions()
                  .append("gate-opened", SUBJECT, "pindah", "the file was edited", at));
    }
    return same && passed;
  }
}
