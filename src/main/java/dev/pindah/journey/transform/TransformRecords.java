package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Kept;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
   * Cells that should move and cannot, by field and reason: the fix-list. Empty when all is well.
   */
  public List<Finding> run(Mapping mapping) {
    Map<String, Failures> failures = new TreeMap<>();
    each(
        mapping,
        candidates -> {
          ledger.record(
              tables -> {
                tables.candidates().save(candidates);
                for (Step step : LATER) {
                  tables.candidates().remove(without(candidates, step), step);
                }
              });
          candidates.forEach(candidate -> collect(candidate, failures));
        });
    List<Finding> fixes = failures.values().stream().map(Failures::finding).toList();
    ledger.record(tables -> tables.findings().replace(STAGE, fixes));
    return fixes;
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
    Kept kept = new Kept(ledger.read(tables -> tables.keptCells().all()));
    raw(mapping, candidates -> chunks.accept(kept.over(candidates)));
  }

  /** The same with every cell that the source has. */
  public void raw(Mapping mapping, Consumer<List<Candidate>> chunks) {
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

  private static void collect(Candidate candidate, Map<String, Failures> failures) {
    for (Cell cell : candidate.cells()) {
      if (cell.verdict() instanceof Verdict.Failed(String reason)) {
        String object = candidate.key().object().wire();
        failures
            .computeIfAbsent(
                object + " " + cell.field() + " " + reason,
                at -> new Failures(object, cell.field(), reason))
            .add(candidate.key().id());
      }
    }
  }

  /** Failures of one field for one reason, with a few examples. */
  private static final class Failures {
    private static final int EXAMPLES = 5;

    private final String object;
    private final String field;
    private final String reason;
    private final List<String> examples = new ArrayList<>();
    private long count;

    private Failures(String object, String field, String reason) {
      this.object = object;
      this.field = field;
      this.reason = reason;
    }

    private void add(String id) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(id);
      }
    }

    private Finding finding() {
      return new Finding(
          reason,
          Finding.Severity.ERROR,
          object,
          examples.getFirst(),
          field,
          count + " records, for instance " + String.join(", ", examples));
    }
  }
}
