package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.Pause;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.prepare.probe.Flock.Result;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What becomes of contacts: times, e-mail, owners, references, and when a look-up sees them. */
final class ContactTrials {
  private static final String PAST = "2020-02-02T02:02:02Z";
  private static final List<Integer> WAITS = List.of(0, 1, 1, 1, 2, 3, 4, 8, 10, 15);

  private final Flock flock;
  private final Inventory target;
  private final Pause pause;
  private final LongSupplier nanos;

  ContactTrials(Flock flock, Inventory target, Pause pause, LongSupplier nanos) {
    this.flock = flock;
    this.target = target;
    this.pause = pause;
    this.nanos = nanos;
  }

  /** The first contact, on which the other trials are made; empty when none can be made. */
  Optional<Row> first(List<Promise> promises) {
    String name = flock.next();
    // Time runs from before the write: too long a lag does no harm, too short a one does.
    long sent = nanos.getAsLong();
    Result made =
        flock.make(TargetModule.CONTACTS, name, Flock.contact(name).put("created_at", PAST));
    made.row()
        .ifPresent(
            row -> {
              String stands = new TargetRow(row.json()).attribute("created_at").asString("");
              promises.add(
                  Assumption.CREATED_AT.found(
                      stands.startsWith(PAST.substring(0, 10)) ? "yes" : "no", ""));
              promises.add(lag(name, sent));
            });
    return made.row();
  }

  private Promise lag(String name, long sent) {
    for (int wait : WAITS) {
      pause.of(Duration.ofSeconds(wait));
      List<Row> found =
          flock
              .target()
              .reader()
              .find(TargetModule.CONTACTS, TargetReader.EMAIL, Flock.email(name));
      if (!found.isEmpty()) {
        long seconds = Duration.ofNanos(nanos.getAsLong() - sent).toSeconds() + 1;
        return Assumption.INDEX_LAG.found(Long.toString(seconds), "seen by e-mail");
      }
    }
    return Assumption.INDEX_LAG.assumed(
        "a look-up by e-mail did not see the contact within "
            + WAITS.stream().mapToInt(Integer::intValue).sum()
            + " seconds");
  }

  List<Promise> rest(String id) {
    List<Promise> promises = new ArrayList<>();
    String name = flock.next();
    Result bare = flock.make(TargetModule.CONTACTS, name, without(name));
    promises.add(
        bare.stands()
            ? Assumption.EMAIL_REQUIRED.found("no", "one was made without")
            : bare.refusal().isBlank()
                ? Assumption.EMAIL_REQUIRED.assumed("no usable answer")
                : Assumption.EMAIL_REQUIRED.found("yes", bare.refusal()));
    promises.add(reference(id));
    promises.add(inactiveOwner(id));
    return promises;
  }

  private static tools.jackson.databind.node.ObjectNode without(String name) {
    var attributes = Flock.contact(name);
    attributes.remove("email");
    return attributes;
  }

  private Promise reference(String id) {
    Result result =
        flock.change(
            TargetModule.CONTACTS, id, Flock.attributes().put("lead_source_id", 987_654_321L));
    return result
        .row()
        .map(row -> Assumption.REFERENCE.found("null", ""))
        .orElseGet(
            () ->
                result.refusal().isBlank()
                    ? Assumption.REFERENCE.assumed("no usable answer")
                    : Assumption.REFERENCE.found("refuse", result.refusal()));
  }

  private Promise inactiveOwner(String id) {
    Optional<Person> inactive =
        target.people().stream().filter(person -> !person.active()).findFirst();
    if (inactive.isEmpty() || !inactive.get().id().matches("\\d{1,18}")) {
      return Assumption.INACTIVE_OWNER.assumed("the account has no inactive user");
    }
    long owner = Long.parseLong(inactive.get().id());
    Result result =
        flock.change(TargetModule.CONTACTS, id, Flock.attributes().put("owner_id", owner));
    boolean taken =
        result
            .row()
            .map(row -> new TargetRow(row.json()).attribute("owner_id").asLong(0) == owner)
            .orElse(false);
    return result.stands() || !result.refusal().isBlank()
        ? Assumption.INACTIVE_OWNER.found(taken ? "accept" : "refuse", result.refusal())
        : Assumption.INACTIVE_OWNER.assumed("no usable answer");
  }
}
