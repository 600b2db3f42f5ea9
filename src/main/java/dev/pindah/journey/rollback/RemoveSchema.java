package dev.pindah.journey.rollback;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.journey.rollback.Outcome.Kept;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes those fields away again that an API made for us, where no record holds anything in them.
 */
public final class RemoveSchema {
  private static final String MADE = "schema-made";

  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;

  public RemoveSchema(Destination destination, Ledger ledger, ProgressSink progress) {
    this.destination = destination;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** A field that was made by API, and why it stays; blank when it is removed. */
  public record Removed(TargetModule module, String label, String why) {
    public boolean done() {
      return why.isBlank();
    }
  }

  /**
   * After the records went, or would have gone: those that stay keep their fields.
   *
   * @param dry says what would happen
   */
  public List<Removed> run(boolean dry, List<Kept> kept) {
    List<Removed> removed = new ArrayList<>();
    for (TargetModule module : TargetModule.values()) {
      List<String> labels =
          ledger
              .read(tables -> tables.slices().find(MADE, module.wire()))
              .map(Progress::position)
              .stream()
              .flatMap(String::lines)
              .toList();
      if (!labels.isEmpty()) {
        Set<String> stay =
            kept.stream()
                .filter(one -> one.step().module() == module)
                .map(one -> one.step().targetId())
                .collect(Collectors.toSet());
        removed.addAll(remove(module, labels, dry, id -> stay.contains(id) || !ours(module, id)));
      }
    }
    return removed;
  }

  /** Whether it is one of those that a rollback deletes. */
  private boolean ours(TargetModule module, String id) {
    return ledger
        .read(tables -> tables.crosswalk().byTarget(module, id))
        .map(Pair::ours)
        .orElse(false);
  }

  private List<Removed> remove(
      TargetModule module, List<String> labels, boolean dry, Predicate<String> stays) {
    List<Removed> removed = new ArrayList<>();
    Inventory now = destination.schema().read();
    Set<String> filled = filled(module, dry ? stays : any -> true);
    for (String label : labels) {
      Optional<String> name =
          now.object(module.wire())
              .flatMap(schema -> schema.labelled(label))
              .map(FieldSchema::name);
      String why =
          name.filter(filled::contains).isPresent()
              ? "records hold values in it"
              : dry ? "" : answer(module, label);
      removed.add(new Removed(module, label, why));
      progress.at("rollback: remove fields", removed.size(), labels.size());
    }
    if (!dry) {
      ledger.record(
          tables ->
              tables
                  .slices()
                  .save(
                      new Progress(
                          MADE,
                          module.wire(),
                          String.join(
                              "\n",
                              removed.stream()
                                  .filter(one -> !one.done())
                                  .map(Removed::label)
                                  .toList()),
                          0,
                          true)));
    }
    return removed;
  }

  private String answer(TargetModule module, String label) {
    Optional<SchemaWriter> writer = destination.schemaWriter(module, true);
    if (writer.isEmpty()) {
      return "the product that it was made in is not configured any more";
    }
    return switch (writer.get().removeField(module, label)) {
      case Reply.Ok<Boolean> done -> "";
      case Reply.Refused<Boolean>(String code, String reason) -> code + ": " + reason;
      case Reply.Throttled<Boolean> busy -> "too many calls; run again";
      case Reply.Broken<Boolean>(boolean sent, String reason) -> reason + "; run again";
    };
  }

  private Set<String> filled(TargetModule module, Predicate<String> stays) {
    Set<String> filled = new HashSet<>();
    destination
        .reader()
        .pages(
            module,
            rows ->
                rows.stream()
                    .filter(row -> stays.test(row.id()))
                    .forEach(row -> filled.addAll(new TargetRow(row.json()).filled())));
    return filled;
  }
}
