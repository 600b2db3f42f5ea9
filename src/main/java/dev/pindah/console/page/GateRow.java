package dev.pindah.console.page;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Gate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A gate and how it stands, read from the decision chain.
 *
 * @param state open, passed or waived
 * @param decision the newest about it
 */
record GateRow(Gate gate, String state, Optional<Decision> decision) {
  /** Gates that only a person can pass: no stage can see what they ask for. */
  private static final Set<Gate> PERSONS =
      Set.of(
          Gate.AUTOMATION_OFF,
          Gate.SAMPLE_ACCEPTED,
          Gate.WABA_OFFBOARDING,
          Gate.WABA_RELEASED,
          Gate.WATCH_CLOSED);

  /** Gates that have a way of their own on another page. */
  private static final Set<Gate> ELSEWHERE = Set.of(Gate.MAPPING_CONFIRMED, Gate.BUSINESS_SIGN_OFF);

  static List<GateRow> all(Tables tables) {
    return Arrays.stream(Gate.values()).map(gate -> of(gate, tables)).toList();
  }

  static GateRow of(Gate gate, Tables tables) {
    Optional<Decision> newest = tables.decisions().latest("gate:" + gate.id());
    String state =
        newest
            .map(Decision::kind)
            .map(
                kind ->
                    switch (kind) {
                      case "gate-passed" -> "passed";
                      case "gate-waived" -> "waived";
                      default -> "open";
                    })
            .orElse("open");
    return new GateRow(gate, state, newest);
  }

  boolean open() {
    return state.equals("open");
  }

  /** What a person may do with it here: pass, waive, or blank for nothing. */
  String action() {
    if (!open() || ELSEWHERE.contains(gate)) {
      return "";
    }
    return PERSONS.contains(gate) ? "pass" : "waive";
  }
}
