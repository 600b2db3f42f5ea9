package dev.pindah.journey;

import dev.pindah.journey.cutover.Offboarding;
import dev.pindah.journey.cutover.Whatsapp;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Gate;
import dev.pindah.model.WaitingForPerson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The state of the gates, read from the decision chain and never from anything else. */
public final class Gates {
  /** How a gate stands. */
  public enum State {
    OPEN,
    PASSED,
    WAIVED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The name that stands for the program itself in the chain. */
  public static final String PROGRAM = "pindah";

  /** What the sample waits for: it writes to the target as well. */
  public static final List<Gate> BEFORE_SAMPLE =
      List.of(Gate.MAPPING_CONFIRMED, Gate.SCHEMA_READY, Gate.PREFLIGHT, Gate.AUTOMATION_OFF);

  /** What load waits for, in the order in which people meet them. */
  public static final List<Gate> BEFORE_LOAD =
      List.of(
          Gate.MAPPING_CONFIRMED,
          Gate.SCHEMA_READY,
          Gate.PREFLIGHT,
          Gate.AUTOMATION_OFF,
          Gate.SAMPLE_ACCEPTED,
          Gate.VALIDATION);

  /** What the release of a WhatsApp number adds to the sign-off. */
  public static final List<Gate> WHATSAPP =
      List.of(Gate.EXPORT_RECONCILED, Gate.WABA_OFFBOARDING, Gate.WABA_RELEASED);

  /** Gates that stand in a row: what has to be settled before a person may pass the next. */
  private static final Map<Gate, List<Gate>> BEFORE =
      Map.of(
          Gate.WABA_RELEASED, List.of(Gate.WABA_OFFBOARDING),
          Gate.DELTA_CLEAN, List.of(Gate.SOURCE_FROZEN),
          Gate.BUSINESS_SIGN_OFF, List.of(Gate.SOURCE_FROZEN, Gate.DELTA_CLEAN),
          Gate.WATCH_CLOSED, List.of(Gate.BUSINESS_SIGN_OFF));

  private final Ledger ledger;
  private final Clock clock;

  public Gates(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public State state(Gate gate) {
    return ledger
        .read(tables -> tables.decisions().latest(subject(gate)))
        .map(Decision::kind)
        .map(
            kind ->
                switch (kind) {
                  case "gate-passed" -> State.PASSED;
                  case "gate-waived" -> State.WAIVED;
                  default -> State.OPEN;
                })
        .orElse(State.OPEN);
  }

  public void pass(Gate gate, String by, String reason) {
    decide("gate-passed", gate, by, reason);
  }

  /** The same by the word of a person, which is not enough out of turn or against the data. */
  public void passInTurn(Gate gate, String by, String reason) {
    List<Gate> before = new ArrayList<>(BEFORE.getOrDefault(gate, List.of()));
    if (gate == Gate.BUSINESS_SIGN_OFF && new Whatsapp(ledger).used()) {
      before.addAll(0, WHATSAPP);
    }
    require(gate.id(), before);
    // Who waived the export has given up by name what is missing of it.
    List<String> missing =
        state(Gate.EXPORT_RECONCILED) == State.WAIVED ? List.of() : missing(gate);
    if (!missing.isEmpty()) {
      throw new WaitingForPerson(
          Gate.EXPORT_RECONCILED,
          gate.id()
              + " cannot be passed, since messages cannot be read any more once the number is"
              + " released: "
              + String.join("; ", missing)
              + ". Close these first ('pindah extract', 'pindah reconcile'), or give them up by"
              + " name: 'pindah gate waive "
              + gate.id()
              + " --by NAME --reason TEXT'");
    }
    if (gate == Gate.WABA_OFFBOARDING && !new Whatsapp(ledger).offboardFirst()) {
      require(gate.id(), List.of(Gate.EXPORT_RECONCILED));
    }
    pass(gate, by, reason);
  }

  /** What is given up stands in the decision itself; answers it. */
  public List<String> waive(Gate gate, String by, String reason) {
    List<String> missing = missing(gate);
    decide(
        "gate-waived",
        gate,
        by,
        missing.isEmpty() ? reason : reason + " [given up: " + String.join("; ", missing) + "]");
    return missing;
  }

  private List<String> missing(Gate gate) {
    boolean about = Offboarding.about(gate) || gate == Gate.EXPORT_RECONCILED;
    return about ? new Offboarding(ledger).unreconciled() : List.of();
  }

  /** The program saw for itself that the gate may be passed, or no longer may; says it once. */
  public void observe(Gate gate, boolean passed, String why) {
    State state = state(gate);
    if (passed && state == State.OPEN) {
      decide("gate-passed", gate, PROGRAM, why);
    } else if (!passed && state == State.PASSED) {
      decide("gate-opened", gate, PROGRAM, why);
    }
  }

  /** Whether a person passed it, and not the program. */
  boolean passedByPerson(Gate gate) {
    return ledger
        .read(tables -> tables.decisions().latest(subject(gate)))
        .filter(decision -> decision.kind().equals("gate-passed"))
        .map(decision -> !decision.by().equals(PROGRAM))
        .orElse(false);
  }

  /** The first gate of the list that is open. */
  public Optional<Gate> firstOpen(List<Gate> gates) {
    return gates.stream().filter(gate -> state(gate) == State.OPEN).findFirst();
  }

  /** Refuses while one of the gates is open. */
  public void require(String what, List<Gate> gates) {
    Optional<Gate> open = firstOpen(gates);
    if (open.isPresent()) {
      throw new WaitingForPerson(
          open.get(),
          what
              + " waits for the gate '"
              + open.get().id()
              + "': "
              + open.get().needs()
              + " — 'pindah gate list' shows all gates"
              + advice(open.get()));
    }
  }

  /** What the program sees for itself is not passed by saying so, but it can be given up. */
  private static String advice(Gate gate) {
    String how = gate.id() + " --by NAME --reason TEXT'";
    return switch (gate) {
      case MAPPING_CONFIRMED -> "";
      case SCHEMA_READY, PREFLIGHT, VALIDATION, EXPORT_RECONCILED, SOURCE_FROZEN, DELTA_CLEAN ->
          ", 'pindah gate waive " + how + " goes on without it";
      case AUTOMATION_OFF,
          SAMPLE_ACCEPTED,
          WABA_OFFBOARDING,
          WABA_RELEASED,
          BUSINESS_SIGN_OFF,
          WATCH_CLOSED ->
          ", 'pindah gate pass " + how + " passes it";
    };
  }

  private void decide(String kind, Gate gate, String by, String reason) {
    ledger.record(
        tables -> tables.decisions().append(kind, subject(gate), by, reason, clock.instant()));
  }

  private static String subject(Gate gate) {
    return "gate:" + gate.id();
  }
}
