package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.prepare.Check;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "gate",
    description = "Shows, passes or waives the places where a migration waits for a person.",
    subcommands = {
      GateCommand.ListGates.class,
      GateCommand.PassGate.class,
      GateCommand.WaiveGate.class
    })
final class GateCommand implements Runnable {
  @ParentCommand Pindah root = new Pindah();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "list, pass or waive is missing");
  }

  /** Shows every gate. */
  @Command(name = "list", description = "All gates with their state and what they wait for.")
  static final class ListGates implements Callable<Integer> {
    @ParentCommand GateCommand parent = new GateCommand();

    @Override
    public Integer call() {
      try (Session session = Session.open(parent.root)) {
        session.confirmedMapping();
        list(session);
        return ExitCode.DONE;
      }
    }
  }

  private static void list(Session session) {
    Gates gates = session.gates();
    ObjectNode json = Output.object();
    ArrayNode rows = json.putArray("gates");
    for (Gate gate : Gate.values()) {
      String state = gates.state(gate).wire();
      rows.addObject()
          .put("id", gate.id())
          .put("state", state)
          .put("blocks", gate.blocks())
          .put("needs", gate.needs());
      if (!session.output.json()) {
        session.output.say(
            String.format(Locale.ROOT, "%-18s %-7s %s", gate.id(), state, gate.needs()));
      }
    }
    CutoverSteps.plan(session, json);
    if (session.output.json()) {
      Output.print(json);
    }
  }

  /** A decision by name. */
  abstract static class Decide implements Callable<Integer> {
    @ParentCommand GateCommand parent = new GateCommand();

    @Parameters(paramLabel = "ID", description = "gate, or (waive only) check of pindah prepare")
    String id = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who decides")
    String by = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "TEXT",
        description = "why; kept in the decision chain")
    String reason = "";

    @Override
    public final Integer call() {
      if (by.isBlank() || reason.isBlank()) {
        throw new UsageException("--by and --reason must say something");
      }
      try (Session session = Session.open(parent.root)) {
        String said = decide(session);
        if (session.output.json()) {
          list(session);
        } else {
          session.output.say(said);
        }
        return ExitCode.DONE;
      }
    }

    abstract String decide(Session session);

    UsageException unknown() {
      Stream<String> ids =
          Stream.concat(Arrays.stream(Gate.values()).map(Gate::id), Check.IDS.stream());
      return new UsageException(
          "there is no gate '"
              + id
              + "'"
              + Problems.nearest(id, ids).map(near -> "; did you mean '" + near + "'?").orElse("")
              + " — 'pindah gate list' shows all");
    }
  }

  /** Passes a gate. */
  @Command(name = "pass", description = "Says that what the gate waits for has been done.")
  static final class PassGate extends Decide {
    @Override
    String decide(Session session) {
      Gate gate = Gate.of(id).orElseThrow(this::unknown);
      if (gate == Gate.MAPPING_CONFIRMED) {
        throw new UsageException("this gate is passed by 'pindah map --confirm --by NAME'");
      }
      session.gates().passInTurn(gate, by, reason);
      return gate.id() + " passed by " + by;
    }
  }

  /** Waives a gate or a check. */
  @Command(name = "waive", description = "Goes on without what the gate or check asks for.")
  static final class WaiveGate extends Decide {
    @Override
    String decide(Session session) {
      Optional<Gate> gate = Gate.of(id);
      List<String> given = List.of();
      if (gate.equals(Optional.of(Gate.MAPPING_CONFIRMED))) {
        throw new UsageException("nothing moves without a confirmed mapping; it cannot be waived");
      }
      if (gate.isPresent()) {
        given = session.gates().waive(gate.get(), by, reason);
      } else if (Check.exists(id)) {
        session.ledger.record(
            tables ->
                tables
                    .decisions()
                    .append("check-waived", "check:" + id, by, reason, session.clock.instant()));
      } else {
        throw unknown();
      }
      if (!given.isEmpty()) {
        // Said also where only JSON is read: this cannot be taken back.
        System.err.println("given up with " + id + ": " + String.join("; ", given));
      }
      return id + " waived by " + by + (gate.isPresent() ? "" : "; run 'pindah prepare' again");
    }
  }
}
