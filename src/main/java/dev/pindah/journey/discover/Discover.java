package dev.pindah.journey.discover;

import dev.pindah.connect.Destination;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.Source;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.ValueProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stage: reads what both accounts look like and a sample of the source's values. */
public final class Discover {
  /** Pages per object that the value profiles are drawn from. */
  private static final int PROFILE_PAGES = 10;

  private final Source source;
  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;

  public Discover(Source source, Destination destination, Ledger ledger, ProgressSink progress) {
    this.source = source;
    this.destination = destination;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** What was learnt of both sides. */
  public record Discovery(Inventory source, Inventory destination) {}

  public Discovery run() {
    progress.at("discover source schema", 0, 1);
    Inventory from = source.schema().read();
    progress.at("discover source schema", 1, 1);
    ledger.record(tables -> tables.inventories().save(from));
    progress.at("discover destination schema", 0, 1);
    Inventory to = destination.schema().read();
    progress.at("discover destination schema", 1, 1);
    ledger.record(tables -> tables.inventories().save(to));
    for (ObjectSchema object : from.objects()) {
      Optional<ObjectName> name = ObjectName.of(object.name());
      if (name.isPresent() && source.records().objects().contains(name.get())) {
        profile(name.get(), object, from);
      }
    }
    return new Discovery(from, to);
  }

  private void profile(ObjectName name, ObjectSchema object, Inventory inventory) {
    Map<String, Profiler> profilers = new LinkedHashMap<>();
    long rows = 0;
    boolean last = false;
    for (int number = 1; number <= PROFILE_PAGES && !last; number++) {
      RecordReader.Page page = source.records().page(name, number);
      page.records().forEach(record -> look(record, object, profilers));
      rows += page.records().size();
      last = page.last();
      progress.at("discover values of " + name.wire(), number, PROFILE_PAGES);
    }
    long seen = rows;
    boolean sampled = !last;
    Map<String, ValueProfile> profiles =
        profilers.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> entry.getValue().profile(seen, sampled)));
    ledger.record(
        tables -> tables.inventories().saveProfiles(inventory.product(), name.wire(), profiles));
  }

  private static void look(RawRecord record, ObjectSchema object, Map<String, Profiler> profilers) {
    SourceRow row = new SourceRow(record.json());
    for (FieldSchema field : object.fields()) {
      SourceValue value = row.value(field.key());
      if (!value.blank()) {
        Profiler profiler = profilers.computeIfAbsent(field.key(), key -> new Profiler());
        values(value, field).forEach(profiler::add);
      }
    }
  }

  /** Options by label, each value of a list for itself, everything else as text. */
  private static List<String> values(SourceValue value, FieldSchema field) {
    boolean options =
        field.type() == FieldType.DROPDOWN || field.type() == FieldType.MULTI_SELECT_DROPDOWN;
    return options && !value.labels().isEmpty() ? value.labels() : List.of(value.text());
  }
}
