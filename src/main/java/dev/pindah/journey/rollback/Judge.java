package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.journey.rollback.Judgement.Change;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.UndoSteps.UndoStep;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.row.TargetRow;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Says what shall be done with a record, from what the ledger knows and how it stands now. */
final class Judge {
  private final Tables tables;

  Judge(Tables tables) {
    this.tables = tables;
  }

  /**
   * A judgement.
   *
   * @param known what this rollback did with the record already, where an earlier run was stopped
   */
  Judgement judge(Standing standing, Optional<Row> now, Optional<UndoStep> known) {
    if (now.isEmpty()) {
      return new Judgement.Gone(standing);
    }
    ObjectNode written = written(standing);
    if (standing.ours()) {
      if (standing.module().files()) {
        // Nobody can change a file; it can only be removed.
        return new Judgement.Delete(standing, now.get());
      }
      Map<String, Change> touched = new Touched(tables).cells(standing, now.get(), written);
      return touched.isEmpty()
          ? new Judgement.Delete(standing, now.get())
          : new Judgement.Keep(standing, touched);
    }
    Set<String> back = back(standing, now.get(), written);
    if (!standing.written() && back.isEmpty()) {
      return new Judgement.Leave(standing);
    }
    Map<String, Change> touched = new Touched(tables).cells(standing, now.get(), written);
    if (known.filter(step -> step.verb() == Verb.RESTORE).isPresent()) {
      // The answer to putting it back was lost: what stands as before us is our doing.
      Set<String> differing = Canonical.differences(standing.before(), now.get().json());
      touched.keySet().removeIf(cell -> !differing.contains(cell));
    }
    return touched.isEmpty()
        ? new Judgement.PutBack(standing, now.get(), standing.before(), back)
        : new Judgement.Keep(standing, touched);
  }

  /** All that the steps of a record wrote, later ones over earlier ones. */
  private ObjectNode written(Standing standing) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    for (Pair pair : standing.pairs()) {
      for (Step step : Step.values()) {
        tables
            .candidates()
            .find(pair.key(), step)
            .filter(
                stored ->
                    step.makes()
                        ? pair.ours() || !pair.payloadHash().isBlank()
                        : stored.state() == RecordState.CREATED
                            || stored.state() == RecordState.UPDATED)
            .ifPresent(stored -> all.setAll(stored.candidate().attributes()));
      }
    }
    return all;
  }

  /**
   * Cells that we wrote and that stand otherwise than before us, and those that the account's rules
   * moved because of what we wrote: since we read them last they have not moved.
   */
  private Set<String> back(Standing standing, Row now, ObjectNode written) {
    JsonNode before = JsonMapper.shared().readTree(standing.before());
    TargetRow was = new TargetRow(standing.before());
    TargetRow stands = new TargetRow(now.json());
    boolean customKnown = before.has("custom_field") || before.has("custom_fields");
    Set<String> back = new LinkedHashSet<>();
    for (String name : written.propertyNames()) {
      JsonNode old = was.attribute(name);
      boolean known = !old.isMissingNode() || customKnown || !name.startsWith("cf_");
      if (known && differs(stands, name, old)) {
        back.add(name);
      }
    }
    back.removeIf(name -> ServerMoved.byRules(name) && was.attribute(name).asString("").isBlank());
    Optional<TargetRow> seen =
        tables
            .targetRecords()
            .find(Reading.AFTER, standing.module(), standing.targetId())
            .map(row -> new TargetRow(row.json()));
    for (String name : ServerMoved.lifecycle(standing.module())) {
      JsonNode old = was.attribute(name);
      boolean stood = seen.map(row -> !differs(stands, name, row.attribute(name))).orElse(true);
      if (!old.asString("").isBlank() && stood && differs(stands, name, old)) {
        back.add(name);
      }
    }
    return back;
  }

  private static boolean differs(TargetRow stands, String name, JsonNode value) {
    ObjectNode one = JsonMapper.shared().createObjectNode();
    if (value.isMissingNode()) {
      one.putNull(name);
    } else {
      one.set(name, value);
    }
    return !stands.differences(one).isEmpty();
  }
}
