package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.prepare.probe.Flock.Result;
import dev.pindah.model.Link.Role;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import dev.pindah.model.schema.Pipeline.PipelineStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What accounts and deals insist on, and what a deal does to its contact. */
final class DealTrials {
  private static final String CLOSED = "2020-05-02";
  private static final String STAGE = "lifecycle_stage_id";
  private static final String STATUS = "contact_status_id";

  private final Flock flock;
  private final Inventory target;

  DealTrials(Flock flock, Inventory target) {
    this.flock = flock;
    this.target = target;
  }

  private record Place(Pipeline pipeline, PipelineStage stage) {}

  List<Promise> run(String contactId) {
    List<Promise> promises = new ArrayList<>();
    promises.add(names());
    promises.add(amount());
    won(contactId, promises);
    return promises;
  }

  private Promise names() {
    String first = flock.next();
    ObjectNode attributes = Flock.attributes().put("name", "Pindah " + first);
    if (!flock.make(TargetModule.SALES_ACCOUNTS, first, attributes).stands()) {
      return Assumption.NAME_UNIQUE.assumed("no account could be made");
    }
    Result again = flock.make(TargetModule.SALES_ACCOUNTS, flock.next(), attributes.deepCopy());
    return again.stands()
        ? Assumption.NAME_UNIQUE.found("no", "")
        : again.refusal().isBlank()
            ? Assumption.NAME_UNIQUE.assumed("no usable answer")
            : Assumption.NAME_UNIQUE.found("yes", again.refusal());
  }

  private Promise amount() {
    String name = flock.next();
    Result bare =
        flock.make(TargetModule.DEALS, name, Flock.attributes().put("name", "Pindah " + name));
    return bare.stands()
        ? Assumption.AMOUNT_REQUIRED.found("no", "")
        : bare.refusal().isBlank()
            ? Assumption.AMOUNT_REQUIRED.assumed("no usable answer")
            : Assumption.AMOUNT_REQUIRED.found("yes", bare.refusal());
  }

  private void won(String contactId, List<Promise> promises) {
    Optional<TargetRow> before = contact(contactId);
    before.ifPresent(
        row ->
            promises.add(
                Assumption.LIFECYCLE_READ.found(
                    row.attribute(STAGE).asString("").isBlank()
                            && row.attribute(STATUS).asString("").isBlank()
                        ? "null"
                        : "values",
                    "")));
    Optional<Place> place = place();
    if (place.isEmpty()) {
      promises.add(Assumption.CLOSED_DATE.assumed("no stage means won"));
      promises.add(Assumption.LIFECYCLE.assumed("no stage means won"));
      return;
    }
    String name = flock.next();
    ObjectNode deal = Flock.attributes().put("name", "Pindah " + name).put("amount", 1);
    deal.put("deal_pipeline_id", Long.parseLong(place.get().pipeline().id()));
    deal.put("deal_stage_id", Long.parseLong(place.get().stage().id()));
    Result made =
        flock.make(TargetModule.DEALS, name, deal, new ResolvedLink(Role.CONTACT, contactId));
    if (made.row().isEmpty()) {
      promises.add(Assumption.CLOSED_DATE.assumed("no deal could be made: " + made.refusal()));
      promises.add(Assumption.LIFECYCLE.assumed("no deal could be made"));
      return;
    }
    Row row = made.row().get();
    Result later =
        flock.change(TargetModule.DEALS, row.id(), Flock.attributes().put("closed_date", CLOSED));
    boolean stands =
        later
            .row()
            .map(now -> new TargetRow(now.json()).attribute("closed_date").asString(""))
            .map(day -> day.startsWith(CLOSED))
            .orElse(false);
    promises.add(Assumption.CLOSED_DATE.found(stands ? "yes" : "no", later.refusal()));
    Optional<TargetRow> after = contact(contactId);
    if (before.isPresent() && after.isPresent()) {
      boolean moved =
          !before
              .get()
              .attribute(STAGE)
              .asString("")
              .equals(after.get().attribute(STAGE).asString(""));
      promises.add(Assumption.LIFECYCLE.found(moved ? "on" : "off", ""));
    }
  }

  private Optional<TargetRow> contact(String id) {
    return flock
        .target()
        .reader()
        .one(TargetModule.CONTACTS, id)
        .map(row -> new TargetRow(row.json()));
  }

  private Optional<Place> place() {
    return target.pipelines().stream()
        .filter(pipeline -> number(pipeline.id()))
        .flatMap(
            pipeline ->
                pipeline.stages().stream()
                    .filter(stage -> stage.outcome() == Outcome.WON && number(stage.id()))
                    .flatMap(stage -> Stream.of(new Place(pipeline, stage))))
        .findFirst();
  }

  private static boolean number(String id) {
    return id.matches("\\d{1,18}");
  }
}
