package dev.pindah.journey.prepare.probe;

import dev.pindah.connect.Destination;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RecordWriter.ResolvedLink;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.TrialWriter;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes throw-away records, each of them written down before it is sent. */
final class Flock {
  private final Destination target;
  private final TrialWriter trials;
  private final Ledger ledger;
  private final Clock clock;
  private final String run;
  private int number;

  Flock(Destination target, TrialWriter trials, Ledger ledger, Clock clock) {
    this.target = target;
    this.trials = trials;
    this.ledger = ledger;
    this.clock = clock;
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /** What became of a write: a row, or the target's refusal. */
  record Result(Optional<Row> row, String refusal) {
    boolean stands() {
      return row.isPresent();
    }
  }

  TrialWriter trials() {
    return trials;
  }

  Destination target() {
    return target;
  }

  /** A name that no earlier record has. */
  String next() {
    return "probe-" + run + "-" + ++number;
  }

  static ObjectNode attributes() {
    return JsonMapper.shared().createObjectNode();
  }

  /** An address that receives no mail, whatever the account's workflows send. */
  static String email(String name) {
    return "pindah-" + name + "@placeholder.invalid";
  }

  static ObjectNode contact(String name) {
    return attributes()
        .put("first_name", "Pindah")
        .put("last_name", name)
        .put("email", email(name));
  }

  static RecordKey key(TargetModule module, String name) {
    return new RecordKey(
        switch (module) {
          case SALES_ACCOUNTS -> ObjectName.COMPANY;
          case DEALS -> ObjectName.DEAL;
          default -> ObjectName.CONTACT;
        },
        name);
  }

  Payload payload(TargetModule module, String name, ObjectNode attributes, ResolvedLink... links) {
    return new Payload(key(module, name), module, attributes, List.of(links));
  }

  Result make(TargetModule module, String name, ObjectNode attributes, ResolvedLink... links) {
    intend(module, name);
    return switch (trials.create(payload(module, name, attributes, links))) {
      case Reply.Ok<Row>(Row row) -> {
        stands(name, row.id());
        yield new Result(target.reader().one(module, row.id()).or(() -> Optional.of(row)), "");
      }
      case Reply.Refused<Row>(String code, String reason) -> {
        gone(name);
        yield new Result(Optional.empty(), reason);
      }
      case Reply.Throttled<Row> busy -> {
        gone(name);
        yield new Result(Optional.empty(), "");
      }
      // It may stand there: the sweep looks for it.
      case Reply.Broken<Row> lost -> new Result(Optional.empty(), "");
    };
  }

  /** Changes a record of ours and reads it back. */
  Result change(TargetModule module, String id, ObjectNode attributes) {
    return switch (trials.change(module, id, attributes)) {
      case Reply.Ok<Row> changed -> new Result(target.reader().one(module, id), "");
      case Reply.Refused<Row>(String code, String reason) -> new Result(Optional.empty(), reason);
      case Reply.Throttled<Row> busy -> new Result(Optional.empty(), "");
      case Reply.Broken<Row> lost -> new Result(Optional.empty(), "");
    };
  }

  void intend(TargetModule module, String name) {
    ledger.record(tables -> tables.canaries().intend(name, module, clock.instant()));
  }

  void stands(String name, String id) {
    ledger.record(tables -> tables.canaries().stands(name, id));
  }

  void gone(String name) {
    ledger.record(tables -> tables.canaries().gone(name));
  }
}
