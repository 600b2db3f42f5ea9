package dev.pindah.cli;

import dev.pindah.connect.Halt;
import dev.pindah.console.web.Live;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Requests.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * Carries out what people ask for in the console, one wish after the other, with the commands of
 * the terminal: same code, same exit codes, same JSON. Each takes the workspace's lock for as long
 * as it works, and waits for it while a terminal has it.
 */
final class CarryOutRequests {
  /** How long a wish may lie before somebody looks. */
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Wish to command line; {@code %} is the wish's argument, {@code @} the person's name. */
  private static final Map<String, List<String>> COMMANDS =
      Map.ofEntries(
          Map.entry("discover", List.of("discover")),
          Map.entry("estimate", List.of("estimate")),
          Map.entry("propose", List.of("map", "--propose")),
          Map.entry("prepare", List.of("prepare")),
          Map.entry("prepare-apply", List.of("prepare", "--apply")),
          Map.entry("probe", List.of("prepare", "--probe")),
          Map.entry("sample", List.of("sample")),
          Map.entry("extract", List.of("extract")),
          Map.entry("transform", List.of("transform")),
          Map.entry("load-look", List.of("load", "--dry-run")),
          Map.entry("load", List.of("load")),
          Map.entry("run", List.of("run")),
          Map.entry("retry", List.of("retry", "--by", "@", "--", "%")),
          Map.entry("reconcile", List.of("reconcile")),
          Map.entry("freeze", List.of("cutover", "--freeze")),
          Map.entry("delta", List.of("cutover", "--delta")),
          Map.entry("resolve", List.of("cutover", "--by", "@", "--resolve=%")),
          Map.entry("sign-off", List.of("cutover", "--sign-off", "--by", "@")),
          Map.entry("watch", List.of("watch", "--once")),
          Map.entry("rollback-look", List.of("rollback", "--dry-run")),
          Map.entry("rollback", List.of("rollback", "--by", "@")),
          Map.entry("handoff", List.of("handoff")),
          Map.entry("evidence", List.of("evidence")));

  private final Session session;
  private final Live live;
  private final Halt halt;

  CarryOutRequests(Session session, Live live, Halt halt) {
    this.session = session;
    this.live = live;
    this.halt = halt;
  }

  /** Wishes whose command and options this version has. */
  static Set<String> wishes() {
    return COMMANDS.entrySet().stream()
        .filter(entry -> understood(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean understood(List<String> command) {
    CommandLine line = new CommandLine(new Pindah()).getSubcommands().get(command.getFirst());
    return line != null
        && command.stream()
            .filter(word -> word.startsWith("--") && word.length() > 2)
            .map(word -> word.replaceFirst("=.*", ""))
            .allMatch(option -> line.getCommandSpec().findOption(option) != null);
  }

  /** Until somebody stops the program or the thread is interrupted. */
  void loop() throws InterruptedException {
    session.ledger.record(tables -> tables.requests().stopUnfinished(session.clock.instant()));
    while (!halt.wished() && !Thread.currentThread().isInterrupted()) {
      Optional<Request> next = session.ledger.read(tables -> tables.requests().next());
      if (next.isPresent()) {
        carryOut(next.get());
      } else {
        Thread.sleep(LOOK);
      }
    }
  }

  private void carryOut(Request request) {
    move(request, State.RUNNING, "");
    live.begin(request.wish());
    StringBuilder answer = new StringBuilder();
    int code = ExitCode.UNEXPECTED;
    try {
      code =
          ScopedValue.where(Carried.BY, new Carried(halt, live))
              .where(Output.READER, document -> answer.append(document))
              .call(() -> Main.run(line(request)));
    } finally {
      move(request, state(code), answer.toString());
      live.end();
    }
  }

  private void move(Request request, State to, String answer) {
    session.ledger.record(
        tables -> tables.requests().move(request, to, answer, session.clock.instant()));
  }

  private static State state(int code) {
    return switch (code) {
      case ExitCode.DONE -> State.DONE;
      case ExitCode.WAITING -> State.WAITING;
      case ExitCode.INCOMPLETE -> State.INCOMPLETE;
      case ExitCode.STOPPED -> State.STOPPED;
      default -> State.FAILED;
    };
  }

  private String[] line(Request request) {
    List<String> words = new ArrayList<>(List.of("--output", "json"));
    words.add("--workspace=" + session.workspace.folder());
    words.add("--lang=" + session.output.language().code());
    for (String word : COMMANDS.getOrDefault(request.wish(), List.of("status"))) {
      words.add(word.equals("@") ? request.by() : word.replace("%", argument(request.argument())));
    }
    return words.toArray(String[]::new);
  }

  /** Files are named from the workspace. */
  private String argument(String argument) {
    return argument.contains("/")
        ? session.workspace.folder().resolve(argument).toString()
        : argument;
  }
}
