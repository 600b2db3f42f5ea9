package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.Pause;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.prepare.probe.Flock.Result;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whether bulk writes arrive, in which form, and what becomes of custom values left out. */
final class BulkTrials {
  private static final TargetModule MODULE = TargetModule.CONTACTS;
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Flock flock;
  private final Inventory target;
  private final Pause pause;
  private final Instant since;

  /** Trials; {@code since} lies before the first write of this probe, by the target's clock. */
  BulkTrials(Flock flock, Inventory target, Pause pause, Instant since) {
    this.flock = flock;
    this.target = target;
    this.pause = pause;
    this.since = since;
  }

  List<Promise> run() {
    List<Promise> promises = new ArrayList<>();
    Optional<FieldSchema> list = ChoiceTrials.field(target, FieldType.DROPDOWN, 2);
    Choice first = list.map(field -> field.choices().getFirst()).orElse(new Choice("", ""));
    Choice last = list.map(field -> field.choices().getLast()).orElse(first);
    Optional<Row> byText = make(list, JsonNodeFactory.instance.stringNode(first.label()));
    promises.add(
        byText
            .map(row -> Assumption.BULK.found("yes", ""))
            .orElseGet(() -> Assumption.BULK.found("no", "the record never came to be seen")));
    promises.add(Assumption.BULK_IDS.found("no", "its job tells counts only"));
    if (byText.isEmpty()) {
      promises.add(Assumption.BULK_CHOICES.assumed("bulk writes do not arrive"));
      promises.add(Assumption.BULK_CUSTOM.assumed("bulk writes do not arrive"));
      return promises;
    }
    promises.add(
        list.map(
                field ->
                    ChoiceTrials.form(
                        Assumption.BULK_CHOICES,
                        ChoiceTrials.stands(new Result(byText, ""), field, first),
                        ChoiceTrials.stands(
                            new Result(make(list, ChoiceTrials.number(last)), ""), field, last)))
            .orElseGet(
                () -> Assumption.BULK_CHOICES.assumed("contacts have no custom dropdown yet")));
    promises.add(partial(byText.get().id()));
    return promises;
  }

  private Optional<Row> make(Optional<FieldSchema> list, JsonNode choice) {
    String name = flock.next();
    ObjectNode attributes = Flock.contact(name);
    list.ifPresent(field -> attributes.set(field.name(), choice));
    flock.intend(MODULE, name);
    Reply<Job> reply = flock.trials().createInBulk(flock.payload(MODULE, name, attributes));
    Optional<Row> row = seen(name);
    if (row.isEmpty() && reply instanceof Reply.Ok<Job>) {
      pause.of(AGAIN);
      row = seen(name);
    }
    row.ifPresent(found -> flock.stands(name, found.id()));
    if (row.isEmpty() && !(reply instanceof Reply.Ok<Job>) && !sent(reply)) {
      flock.gone(name);
    }
    return row;
  }

  private static boolean sent(Reply<Job> reply) {
    return reply instanceof Reply.Broken<Job>(boolean sent, String reason) && sent;
  }

  /** Lists show writes before look-ups do. */
  private Optional<Row> seen(String name) {
    return flock.target().reader().changedSince(MODULE, since, 1).rows().stream()
        .filter(row -> row.carries(Flock.key(MODULE, name)))
        .findFirst()
        .flatMap(row -> flock.target().reader().one(MODULE, row.id()));
  }

  private Promise partial(String id) {
    List<FieldSchema> two = ChoiceTrials.texts(target);
    if (two.size() < 2) {
      return Assumption.BULK_CUSTOM.assumed("contacts have fewer than two custom texts yet");
    }
    String first = two.getFirst().name();
    String second = two.getLast().name();
    flock.change(MODULE, id, Flock.attributes().put(first, "one").put(second, "two"));
    flock.trials().changeInBulk(MODULE, id, Flock.attributes().put(second, "three"));
    Optional<TargetRow> row =
        flock.target().reader().one(MODULE, id).map(found -> new TargetRow(found.json()));
    boolean arrived =
        row.map(now -> now.attribute(second).asString("").equals("three")).orElse(false);
    boolean kept = row.map(now -> now.attribute(first).asString("").equals("one")).orElse(false);
    return arrived
        ? Assumption.BULK_CUSTOM.found(kept ? "merge" : "replace", "")
        : Assumption.BULK_CUSTOM.assumed("the change did not arrive");
  }
}
