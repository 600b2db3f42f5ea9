package dev.pindah.cli;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Candidate;
import dev.pindah.model.KeptCell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.schema.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Who owned a record in the source stays readable on it when it gets an owner of the target. */
final class KeepOriginalOwner {
  private static final String LABEL = "qontak_owner__c";
  private static final int CHUNK = 500;

  private final Ledger ledger;

  KeepOriginalOwner(Ledger ledger) {
    this.ledger = ledger;
  }

  void of(List<OwnerRule> owners) {
    Set<String> names =
        owners.stream()
            .map(
                owner ->
                    owner.email().isBlank()
                        ? owner.name()
                        : owner.name() + " <" + owner.email() + ">")
            .collect(Collectors.toSet());
    Optional<Inventory> target =
        ledger.read(tables -> tables.inventories().latest(Product.FRESHSALES));
    for (ObjectName object : List.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL)) {
      for (RecordState state : RecordState.values()) {
        if (state.onTarget()) {
          keep(object, state, names, target);
        }
      }
    }
  }

  private void keep(
      ObjectName object, RecordState state, Set<String> names, Optional<Inventory> target) {
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(tables -> tables.candidates().page(object, Step.RECORD, state, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      after = page.getLast().candidate().key().id();
      List<KeptCell> cells =
          page.stream()
              .map(Stored::candidate)
              .flatMap(candidate -> cell(candidate, names, target).stream())
              .toList();
      ledger.record(tables -> tables.keptCells().save(cells));
    }
  }

  private static Optional<KeptCell> cell(
      Candidate candidate, Set<String> names, Optional<Inventory> target) {
    return target.flatMap(known -> known.object(candidate.module().wire())).stream()
        .flatMap(schema -> schema.fields().stream())
        .filter(field -> field.label().equalsIgnoreCase(LABEL))
        .findFirst()
        .map(field -> field.name())
        .filter(name -> names.contains(candidate.attributes().path(name).asString("")))
        .map(
            name -> {
              JsonNode value = candidate.attributes().path(name);
              return new KeptCell(
                  candidate.key(), Step.RECORD, name, KeptCell.State.TARGET, "", value.toString());
            });
  }
}
