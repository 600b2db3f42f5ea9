package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One raw record in, its candidates out; remembers names and e-mails already taken in this pass.
 */
final class RecordTransformer {
  private final Map<ObjectName, FieldPass> passes = new EnumMap<>(ObjectName.class);
  private final Map<ObjectName, TargetModule> modules = new EnumMap<>(ObjectName.class);
  private final Mapping mapping;
  private final Owners owners;
  private final ContactRules contacts;
  private final CompanyRules companies = new CompanyRules();
  private final DealRules deals;
  private final Map<ObjectName, TaskRules> tasks = new EnumMap<>(ObjectName.class);
  private Optional<HelpdeskRules> helpdesk = Optional.empty();
  private final Requesters requesters;
  private final NoteRules notes;
  private final ListRules lists;
  private final Folds folds;

  RecordTransformer(
      Mapping mapping,
      Inventory source,
      Inventory destination,
      Ledger ledger,
      TransformSettings settings) {
    Target target = new Target(destination);
    Values values = new Values(target, settings.zone());
    this.mapping = mapping;
    this.owners = new Owners(target, mapping.owners(), settings.placeholderOwner());
    Stages stages = new Stages(target, mapping.pipelines());
    this.contacts =
        new ContactRules(
            target,
            new ContactOrLead(mapping.leadRule(), keys(source, ObjectName.CONTACT)),
            DealLinks.read(ledger, stages),
            settings,
            !ledger
                .read(tables -> tables.promises().seen("contact-email-required"))
                .equals(Optional.of("no")));
    this.deals = new DealRules(fields(mapping, ObjectName.DEAL), target, stages, values.dates());
    this.notes = new NoteRules(ledger, owners, values.dates());
    this.lists = ListRules.read(ledger);
    this.folds = new Folds(ledger, values.dates());
    DoneStages done = DoneStages.read(ledger);
    for (ObjectMapping object : mapping.objects()) {
      ObjectSchema schema =
          source
              .object(object.object().wire())
              .orElseGet(() -> new ObjectSchema(object.object().wire(), -1, List.of()));
      FieldPass pass =
          new FieldPass(object, schema, target, values, owners, key -> read(ledger, key));
      passes.put(object.object(), pass);
      modules.put(object.object(), object.target());
      if (object.target() == TargetModule.TICKETS) {
        helpdesk =
            Optional.of(
                new HelpdeskRules(
                    object, pass, target, values.dates(), done, notes, key -> read(ledger, key)));
      } else {
        tasks.put(
            object.object(),
            new TaskRules(object, pass, values.dates(), done, key -> read(ledger, key)));
      }
    }
    this.requesters = Requesters.read(ledger, helpdesk.isPresent());
  }

  private static List<FieldRule> fields(Mapping mapping, ObjectName object) {
    return mapping.objects().stream()
        .filter(mapped -> mapped.object() == object)
        .flatMap(mapped -> mapped.fields().stream())
        .toList();
  }

  private static Set<String> keys(Inventory inventory, ObjectName object) {
    return inventory.object(object.wire()).stream()
        .flatMap(schema -> schema.fields().stream())
        .map(FieldSchema::key)
        .collect(Collectors.toSet());
  }

  List<Candidate> transform(SourceRecord record) {
    return switch (record.key().object()) {
      case NOTE -> notes.note(record);
      case CHAT -> notes.chat(record);
      case LIST -> List.of(ListRules.list(record));
      case LIST_MEMBER -> List.of(lists.member(record));
      case TIMELINE, STAGE_CHANGE, LINE_ITEM -> List.of(Folds.folded(record));
      case PRODUCT ->
          left(
              record,
              "no-catalogue: the API's product catalogue is not open; line items are notes of"
                  + " their deals");
      case CHECK_IN ->
          notes
              .checkIn(record)
              .orElseGet(
                  () ->
                      left(
                          record, "no-record: the API ties this check-in to no record of the CRM"));
      case CONTACT, COMPANY -> {
        List<Candidate> candidates = new ArrayList<>(mapped(record));
        candidates.addAll(requesters.of(record));
        yield candidates;
      }
      default -> mapped(record);
    };
  }

  /** What was deleted in the source after it was moved still stands on the target. */
  private static boolean read(Ledger ledger, RecordKey key) {
    return ledger.read(
        tables ->
            tables.sourceRecords().find(key).filter(record -> !record.deleted()).isPresent()
                || tables.crosswalk().find(key).isPresent());
  }

  /** Stays behind with all its content in the handoff documents. */
  private static List<Candidate> left(SourceRecord record, String reason) {
    List<Cell> cells =
        new SourceRow(record.json())
            .filled().stream()
                .filter(member -> !member.equals("id"))
                .map(member -> new Cell(member, null, new Verdict.Documented(reason)))
                .toList();
    return List.of(NoteRules.skipped(record.key(), reason, cells));
  }

  /** What was seen across records, and is no record's own. */
  Fixes remarks() {
    return contacts.shared();
  }

  /** Notes that tell what hangs on a record. */
  List<Candidate> folded(RecordKey parent) {
    return folds.notes(parent);
  }

  private List<Candidate> mapped(SourceRecord record) {
    RecordKey key = record.key();
    TargetModule module =
        key.object() == ObjectName.USER ? TargetModule.USERS : modules.get(key.object());
    if (module == null) {
      throw new IllegalArgumentException("no mapping for object " + key.object().wire());
    }
    Draft draft = new Draft(key, new SourceRow(record.json()), module);
    if (key.object() == ObjectName.USER) {
      user(draft);
      return draft.candidates();
    }
    FieldPass pass = passes.get(key.object());
    if (pass != null) {
      pass.run(draft);
    }
    switch (key.object()) {
      case CONTACT -> contacts.finish(draft);
      case COMPANY -> companies.finish(draft);
      case DEAL -> deals.finish(draft);
      case TASK, TICKET ->
          helpdesk
              .filter(rules -> module == TargetModule.TICKETS)
              .ifPresentOrElse(
                  rules -> rules.finish(draft),
                  () -> Objects.requireNonNull(tasks.get(key.object())).finish(draft));
      default -> {}
    }
    return draft.candidates();
  }

  private void user(Draft draft) {
    Optional<OwnerRule> rule =
        mapping.owners().stream().filter(owner -> owner.id().equals(draft.key.id())).findFirst();
    rule.flatMap(owners::user)
        .ifPresentOrElse(
            person -> draft.put("id", Target.id(person.id())),
            () -> draft.skip("placeholder-owner: no active user with this e-mail on the target"));
  }
}
