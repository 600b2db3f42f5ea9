package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Kept;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The stage: every raw record of every mapped object becomes a candidate. Running it again changes
 * only what changed.
 */
public final class TransformRecords {
  /** Objects that this stage moves, in the order in which their targets must exist. */
  private static final List<ObjectName> OBJECTS =
      List.of(
          ObjectName.USER,
          ObjectName.COMPANY,
          ObjectName.CONTACT,
          ObjectName.DEAL,
          ObjectName.PRODUCT,
          ObjectName.TASK,
          ObjectName.TICKET,
          ObjectName.NOTE,
          ObjectName.CHAT,
          ObjectName.TIMELINE,
          ObjectName.STAGE_CHANGE,
          ObjectName.LINE_ITEM,
          ObjectName.CHECK_IN,
          ObjectName.LIST,
          ObjectName.LIST_MEMBER);

  /** Objects on which others hang that are told in notes. */
  private static final List<ObjectName> PARENTS =
      List.of(ObjectName.COMPANY, ObjectName.CONTACT, ObjectName.DEAL);

  /** Steps that a record may need in one pass and not in the next. */
  private static final List<Step> LATER = List.of(Step.CLOSING, Step.LIFECYCLE);

  /** Stage name of its findings. */
  public static final String STAGE = "transform";

  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final TransformSettings settings;
  private final ProgressSink progress;

  public TransformRecords(Ledger ledger, TransformSettings settings, ProgressSink progress) {
    this.ledger = ledger;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The fix-list: what cannot move as it is, and what people should know. Empty when all is well.
   */
  public List<Fix> run(Mapping mapping) {
    Fixes fixes = new Fixes();
    fixes.addAll(
        ours(
            mapping,
            candidates -> {
              ledger.record(
                  tables -> {
                    tables.candidates().save(candidates);
                    for (Step step : LATER) {
                      tables.candidates().remove(without(candidates, step), step);
                    }
                  });
              candidates.forEach(fixes::add);
            }));
    List<Fix> list = fixes.list();
    ledger.record(
        tables -> tables.findings().replace(STAGE, list.stream().map(Fix::finding).toList()));
    return list;
  }

  /** Records that need no such step, as far as it belongs to their object. */
  private static List<RecordKey> without(List<Candidate> candidates, Step step) {
    ObjectName object = step == Step.CLOSING ? ObjectName.DEAL : ObjectName.CONTACT;
    Set<RecordKey> with =
        candidates.stream()
            .filter(candidate -> candidate.step() == step)
            .map(Candidate::key)
            .collect(Collectors.toSet());
    return candidates.stream()
        .filter(candidate -> candidate.step() == Step.RECORD)
        .map(Candidate::key)
        .filter(key -> key.object() == object && !with.contains(key))
        .toList();
  }

  /**
   * The candidates that the ledger's raw records give now, in chunks, without the cells that belong
   * to people by now; nothing is stored.
   */
  public void each(Mapping mapping, Consumer<List<Candidate>> chunks) {
    ours(mapping, chunks);
  }

  private Fixes ours(Mapping mapping, Consumer<List<Candidate>> chunks) {
    Kept kept = new Kept(ledger.read(tables -> tables.keptCells().all()));
    return transformed(mapping, candidates -> chunks.accept(kept.over(candidates)));
  }

  /** The same with every cell that the source has. */
  public void raw(Mapping mapping, Consumer<List<Candidate>> chunks) {
    transformed(mapping, chunks);
  }

  /** Answers what the rules saw that is no candidate's own. */
  private Fixes transformed(Mapping mapping, Consumer<List<Candidate>> chunks) {
    Inventory source = inventory(Product.QONTAK);
    Inventory destination = inventory(Product.FRESHSALES);
    RecordTransformer transformer =
        new RecordTransformer(mapping, source, destination, ledger, settings);
    Corrected corrected = Corrected.read(ledger);
    for (ObjectName object : OBJECTS) {
      each(
          object,
          "transform " + object.wire(),
          record -> corrected.over(record.key(), transformer.transform(corrected.over(record))),
          chunks);
    }
    for (ObjectName object : PARENTS) {
      each(
          object,
          "transform what hangs on " + object.wire(),
          record -> transformer.folded(record.key()),
          chunks);
    }
    new FileRules(ledger, settings.storesFiles()).each(chunks);
    return transformer.remarks();
  }

  private void each(
      ObjectName object,
      String unit,
      Function<SourceRecord, List<Candidate>> rule,
      Consumer<List<Candidate>> chunks) {
    long total = ledger.read(tables -> tables.sourceRecords().count(object));
    long done = 0;
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(
              tables ->
                  Supplemented.over(tables, tables.sourceRecords().page(object, from, CHUNK)));
      if (page.isEmpty()) {
        break;
      }
      List<Candidate> candidates = new ArrayList<>();
      page.forEach(record -> candidates.addAll(rule.apply(record)));
      chunks.accept(candidates);
      done += page.size();
      progress.at(unit, done, total);
      after = page.getLast().key().id();
    }
  }

  private Inventory inventory(Product product) {
    return ledger
        .read(tables -> tables.inventories().latest(product))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "run pindah discover first: nothing is known of " + product.wire()));
  }
}
