package dev.pindah.journey.sample;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import dev.pindah.model.row.SourceRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a record shows, and all that there is to show. */
final class Features {
  private static final Set<String> OWNER = Set.of("owner_id", "responder_id");
  private static final Set<String> STAGE = Set.of("deal_stage_id", "status");
  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final Map<String, Feature> fields = new TreeMap<>();
  private final Map<String, Feature> stages = new TreeMap<>();
  private final Map<String, Feature> owners = new TreeMap<>();
  private final Set<Feature> files = new TreeSet<>();

  Features(Mapping mapping, Ledger ledger) {
    this.ledger = ledger;
    for (ObjectMapping object : mapping.objects()) {
      object.fields().stream().filter(FieldRule::moves).forEach(rule -> field(object, rule));
    }
    for (PipelineRule pipeline : mapping.pipelines()) {
      for (PipelineRule.StageRule stage : pipeline.stages()) {
        String name = pipeline.from() + " / " + stage.from();
        stages.put(stage.id(), new Feature(Feature.STAGE, stage.id(), name));
      }
    }
    for (OwnerRule owner : mapping.owners()) {
      String name = owner.name().isBlank() ? owner.id() : owner.name();
      owners.put(owner.id(), new Feature(Feature.OWNER, owner.id(), name));
    }
    for (State state : List.of(State.STORED, State.FOUND)) {
      files(state);
    }
  }

  private void field(ObjectMapping object, FieldRule rule) {
    String id = object.object().wire() + "." + rule.source();
    String name = rule.label().isBlank() ? id : id + " (" + rule.label() + ")";
    fields.put(id, new Feature(Feature.FIELD, id, name));
  }

  private void files(State state) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceFile> page = ledger.read(tables -> tables.sourceFiles().in(state, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(file -> files.add(type(file.name())));
      after = page.getLast().id();
    }
  }

  private static Feature type(String name) {
    String type = ending(name);
    return new Feature(Feature.FILE_TYPE, type, type);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ending.matches("[a-z0-9]{1,8}") ? ending : "no ending";
  }

  /** All that a sample should show, as far as it is known before looking at the records. */
  Set<Feature> all() {
    Set<Feature> all = new TreeSet<>(fields.values());
    all.addAll(stages.values());
    all.addAll(owners.values());
    all.addAll(files);
    Quirks.names().forEach(name -> all.add(new Feature(Feature.QUIRK, name, name)));
    String after = "";
    while (true) {
      String from = after;
      var page = ledger.read(tables -> tables.sourceRecords().page(ObjectName.LIST, from, CHUNK));
      if (page.isEmpty()) {
        return all;
      }
      page.forEach(list -> all.add(list(list.key(), new SourceRow(list.json()).text("name"))));
      after = page.getLast().key().id();
    }
  }

  private static Feature list(RecordKey key, String name) {
    return new Feature(Feature.LIST, key.id(), name.isBlank() ? key.id() : name);
  }

  Set<Feature> of(Candidate candidate) {
    Set<Feature> found = new TreeSet<>();
    RecordKey key = candidate.key();
    found.add(new Feature(Feature.OBJECT, key.object().wire(), key.object().wire()));
    if (key.object() == ObjectName.LIST) {
      found.add(list(key, ""));
    }
    Optional<SourceRow> source = Optional.empty();
    for (Cell cell : candidate.cells()) {
      Feature field = fields.get(key.object().wire() + "." + cell.field());
      if (field != null && !(cell.verdict() instanceof Verdict.Failed)) {
        found.add(field);
      }
      String target = cell.target();
      if (target != null && (OWNER.contains(target) || STAGE.contains(target))) {
        source = source.or(() -> row(key));
        Map<String, Feature> known = OWNER.contains(target) ? owners : stages;
        source.stream()
            .flatMap(row -> row.value(cell.field()).texts().stream())
            .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
            .forEach(found::add);
      }
    }
    if (key.object() == ObjectName.LIST_MEMBER) {
      candidate.links().stream()
          .filter(link -> link.role() == Link.Role.LIST)
          .forEach(link -> found.add(list(link.to(), "")));
    }
    if (key.object() == ObjectName.FILE) {
      found.add(type(candidate.attributes().path("file_name").asString("")));
    }
    Quirks.of(candidate).forEach(name -> found.add(new Feature(Feature.QUIRK, name, name)));
    return found;
  }

  private Optional<SourceRow> row(RecordKey key) {
    return ledger
        .read(tables -> tables.sourceRecords().find(key))
        .map(record -> new SourceRow(record.json()));
  }
}
