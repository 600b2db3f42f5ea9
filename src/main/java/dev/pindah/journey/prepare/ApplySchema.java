package dev.pindah.journey.prepare;

import dev.pindah.connect.Destination;
import dev.pindah.connect.Reply;
import dev.pindah.connect.SchemaWriter;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.schema.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes what an API can make; everything else stays for an admin. Each result is what the product
 * shows afterwards, not what it answered.
 */
final class ApplySchema {
  /** Slices that say which fields were made by API: their labels, one a line, by module. */
  private static final String MADE = "schema-made";

  private final Destination target;
  private final Ledger ledger;
  private final boolean experimental;
  private final ProgressSink progress;

  /**
   * Ready to make things.
   *
   * @param experimental whether the CRM's undocumented way of making fields is tried as well
   */
  ApplySchema(Destination target, Ledger ledger, boolean experimental, ProgressSink progress) {
    this.target = target;
    this.ledger = ledger;
    this.experimental = experimental;
    this.progress = progress;
  }

  /** What was made, and what was refused with the reason. */
  List<String> run(Readiness readiness) {
    List<String> said = new ArrayList<>();
    boolean refused = false;
    for (ToDo toDo : readiness.toDo()) {
      boolean field = toDo.kind().equals("field");
      boolean attempt =
          experimental && field && !refused && toDo.module().product() == Product.FRESHSALES;
      if (toDo.madeByApi() || attempt) {
        String what = toDo.module().wire() + " " + toDo.kind() + " \"" + toDo.label() + "\"";
        String result = make(toDo, what, attempt);
        said.add(result);
        // An account that refuses one has no such endpoint: the rest would cost calls only.
        refused |= attempt && !result.startsWith("made");
        progress.at("prepare: make fields", said.size(), -1);
      }
    }
    return said;
  }

  private String make(ToDo toDo, String what, boolean attempt) {
    Optional<SchemaWriter> writer = target.schemaWriter(toDo.module(), attempt);
    if (writer.isEmpty()) {
      return "not made, no endpoint for it: " + what;
    }
    Reply<String> reply =
        toDo.kind().equals("field")
            ? writer
                .get()
                .addField(
                    toDo.module(),
                    toDo.label(),
                    FieldType.valueOf(toDo.type().toUpperCase(Locale.ROOT)),
                    toDo.choices())
            : writer.get().addChoices(toDo.module(), toDo.label(), toDo.choices());
    return switch (reply) {
      case Reply.Ok<String>(String name) -> {
        if (toDo.kind().equals("field")) {
          remember(toDo);
        }
        yield "made " + what + ", its API name is " + name;
      }
      case Reply.Refused<String>(String code, String reason) -> "refused " + what + ": " + reason;
      case Reply.Throttled<String> busy -> "not made, too many calls: " + what;
      case Reply.Broken<String>(boolean sent, String reason) ->
          "no answer for " + what + ": " + reason + "; the next look at the target will tell";
    };
  }

  /** So that a rollback can take it away again. */
  private void remember(ToDo toDo) {
    ledger.record(
        tables -> {
          String module = toDo.module().wire();
          String before = tables.slices().find(MADE, module).map(Progress::position).orElse("");
          String all = before.isEmpty() ? toDo.label() : before + "\n" + toDo.label();
          tables.slices().save(new Progress(MADE, module, all, 0, true));
        });
  }
}
