package dev.pindah.journey.map;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import dev.pindah.model.Product;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A person confirms the mapping file as it stands: its very bytes are what is kept. */
public final class ConfirmMapping {
  private static final String PASSED = "gate-passed";
  private static final String SUBJECT = "gate:" + Gate.MAPPING_CONFIRMED.id();
  private static final String SCHEMA = "gate:" + Gate.SCHEMA_READY.id();
  private static final String PROGRAM = "pindah";

  /** Metadata does not list every attribute that the API takes, but every custom one. */
  private static final String CUSTOM = "cf_";

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

  /** Fields that were not asked for before have to be made: then the schema is not ready. */
  public static void confirm(Ledger ledger, String text, String by, Instant at) {
    String hash = Fingerprint.of(text);
    Optional<Mapping> mapping = MappingReader.read(text, new Problems());
    ledger.record(
        tables -> {
          tables.mappings().save(new Confirmed(hash, text, by, at));
          tables.decisions().append(PASSED, SUBJECT, by, "mapping.yaml " + hash, at);
          Optional<String> missing =
              tables
                  .inventories()
                  .latest(Product.FRESHSALES)
                  .flatMap(target -> mapping.flatMap(known -> missing(known, target)));
          if (missing.isPresent() && passed(tables, SCHEMA)) {
            String why = "the mapping wants what is not there: " + missing.get();
            tables.decisions().append("gate-opened", SCHEMA, PROGRAM, why, at);
          }
        });
  }

  private static boolean passed(Tables tables, String gate) {
    return tables.decisions().latest(gate).map(known -> known.kind().equals(PASSED)).orElse(false);
  }

  /** The first field that a rule fills and the target, as it was last read, does not have. */
  private static Optional<String> missing(Mapping mapping, Inventory target) {
    return mapping.objects().stream()
        .flatMap(
            object ->
                object.fields().stream()
                    .filter(rule -> !there(rule, target.object(object.target().wire())))
                    .map(rule -> object.object().wire() + "." + rule.source()))
        .findFirst();
  }

  private static boolean there(FieldRule rule, Optional<ObjectSchema> module) {
    return switch (rule.decision()) {
      case CREATE ->
          rule.create()
              .flatMap(field -> module.flatMap(known -> known.labelled(field.label())))
              .isPresent();
      case ACCEPT ->
          !rule.target().startsWith(CUSTOM)
              || module.stream()
                  .flatMap(known -> known.fields().stream())
                  .anyMatch(field -> field.name().equals(rule.target()));
      case REVIEW, DOCUMENT, DROP -> true;
    };
  }

  /** Whether the file is exactly what a person confirmed; an edit opens the gate, once. */
  public static boolean stands(Ledger ledger, String text, Instant at) {
    boolean same =
        ledger
            .read(tables -> tables.mappings().latest())
            .map(known -> known.fileHash().equals(Fingerprint.of(text)))
            .orElse(false);
    boolean passed = ledger.read(tables -> passed(tables, SUBJECT));
    if (!same && passed) {
      ledger.record(
          tables ->
              tables
                  .decisions()
                  .append("gate-opened", SUBJECT, PROGRAM, "the file was edited", at));
    }
    return same && passed;
  }
}
