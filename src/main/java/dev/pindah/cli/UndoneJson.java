package dev.pindah.cli;

import dev.pindah.journey.rollback.Fingerprints;
import dev.pindah.journey.rollback.Fingerprints.Difference;
import dev.pindah.journey.rollback.Fingerprints.Part;
import dev.pindah.journey.rollback.Fingerprints.Why;
import dev.pindah.journey.rollback.Outcome;
import dev.pindah.journey.rollback.Outcome.Kept;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a rollback came to, as JSON and in words. */
final class UndoneJson {
  /** Records per module that are named. */
  private static final int NAMED = 200;

  private UndoneJson() {}

  static ObjectNode of(Outcome outcome, List<String> residue) {
    ObjectNode json = Output.object();
    json.put("reversed", outcome.reversed());
    json.put("kept", outcome.keptCount());
    json.put("errored", outcome.erroredCount());
    ArrayNode rest = json.putArray("residue");
    residue.forEach(rest::add);
    json.put("deleted", outcome.deleted());
    json.put("restored", outcome.restored());
    json.put("left", outcome.left());
    json.put("untouched", outcome.untouched());
    json.put("gone", outcome.gone());
    json.put("stays", outcome.stays());
    list(json.putArray("keptRecords"), outcome.kept());
    list(json.putArray("erroredRecords"), outcome.errored());
    outcome.proof().ifPresent(proof -> json.set("fingerprint", of(proof)));
    return json;
  }

  private static void list(ArrayNode array, List<Kept> kept) {
    for (Kept one : kept) {
      ObjectNode row =
          array
              .addObject()
              .put("object", one.step().key().object().wire())
              .put("id", one.step().key().id())
              .put("module", one.step().module().wire())
              .put("targetId", one.step().targetId())
              .put("reason", one.step().detail());
      ArrayNode cells = row.putArray("changed");
      one.cells()
          .forEach(
              (cell, was) ->
                  cells.addObject().put("cell", cell).put("was", was.was()).put("is", was.is()));
    }
  }

  static ObjectNode of(Fingerprints proof) {
    ObjectNode json = Output.object();
    json.put("before", proof.before());
    json.put("after", proof.after());
    json.put("equal", proof.equal());
    json.put("explained", proof.explained());
    ArrayNode modules = json.putArray("modules");
    for (Part part : proof.modules()) {
      ObjectNode row =
          modules
              .addObject()
              .put("module", part.module().wire())
              .put("recordsBefore", part.rowsBefore())
              .put("recordsAfter", part.rowsAfter())
              .put("before", part.before())
              .put("after", part.after())
              .put("equal", part.equal());
      for (Why why : Why.values()) {
        row.put(wire(why), part.count(why));
      }
      ArrayNode differences = row.putArray("differences");
      part.differences().stream()
          .limit(NAMED)
          .forEach(difference -> add(differences.addObject(), difference));
    }
    return json;
  }

  private static void add(ObjectNode row, Difference difference) {
    row.put("targetId", difference.targetId()).put("why", wire(difference.why()));
    ArrayNode cells = row.putArray("cells");
    difference.cells().forEach(cells::add);
  }

  private static String wire(Why why) {
    return why.name().toLowerCase(Locale.ROOT);
  }

  static String words(Fingerprints proof) {
    if (proof.equal()) {
      return "fingerprint: the target is what it was before the first write ("
          + proof.before().substring(0, 12)
          + ")";
    }
    return "fingerprint: "
        + (proof.explained() ? "differs only in " : "DIFFERS, ")
        + proof.count(Why.KEPT)
        + " kept, "
        + proof.count(Why.RESIDUE)
        + " that cannot be removed, "
        + proof.count(Why.OTHERS)
        + " that others changed"
        + (proof.explained()
            ? ""
            : ", and " + proof.count(Why.UNEXPLAINED) + " without a reason; see --output json");
  }
}
