package dev.pindah.cli;

import dev.pindah.cli.config.Config;
import dev.pindah.cli.config.ConfigReader;
import dev.pindah.connect.Habits;
import dev.pindah.connect.Halt;
import dev.pindah.connect.Source;
import dev.pindah.connect.files.ExportFolder;
import dev.pindah.journey.Gates;
import dev.pindah.journey.Journey;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Problems;
import dev.pindah.model.Problems.Problem;
import dev.pindah.model.Product;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ValueProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything a command needs of an open workspace. */
final class Session implements AutoCloseable {
  private static final Pattern LINE = Pattern.compile(":(\\d{1,9})\\b");

  final Workspace workspace;
  final Config config;
  final Ledger ledger;
  final Output output;
  final Clock clock;
  final ProgressLines progress;
  private final CountCalls calls;
  private final Halt halt;
  private @Nullable Connectors connectors;

  private Session(
      Workspace workspace, Config config, Ledger ledger, Output output, Clock clock, Halt halt) {
    this.workspace = workspace;
    this.config = config;
    this.ledger = ledger;
    this.output = output;
    this.clock = clock;
    this.progress = output.progress();
    this.calls = new CountCalls(ledger, clock, config.clockFactor() > 1);
    this.progress.onStage(calls::stage);
    this.halt = halt;
  }

  static Session open(Pindah root) {
    if (Carried.BY.isBound()) {
      return carried(root, Carried.BY.get());
    }
    root.stop.arm();
    return open(root.workspace, Output.of(root), System.getenv(), root.stop.halt());
  }

  static Session open(Path folder, Output output, Map<String, String> environment, Halt halt) {
    return in(Workspace.open(folder), output, environment, halt);
  }

  /** Waits for whoever works in the workspace: nobody sits before this command. */
  private static Session carried(Pindah root, Carried carried) {
    Workspace workspace = Workspace.await(root.workspace, carried.halt(), carried.listener()::say);
    Session session = in(workspace, Output.of(root), System.getenv(), carried.halt());
    session.progress.also(carried.listener());
    return session;
  }

  /** To show and to record what people decide; leaves the workspace to whoever works in it. */
  static Session look(Path folder, Output output, Map<String, String> environment, Halt halt) {
    return in(Workspace.look(folder), output, environment, halt);
  }

  private static Session in(
      Workspace workspace, Output output, Map<String, String> environment, Halt halt) {
    try {
      Config config = config(workspace, environment);
      Clock clock = Clock.systemUTC();
      Ledger ledger = JdbcLedger.open(config.ledger(), workspace.folder(), clock);
      return new Session(workspace, config, ledger, output, clock, halt);
    } catch (UsageException | LedgerException failed) {
      workspace.close();
      throw failed;
    }
  }

  private static Config config(Workspace workspace, Map<String, String> environment) {
    Problems problems = new Problems();
    Optional<Config> config =
        ConfigReader.read(
            workspace.read(workspace.folder().resolve(ConfigReader.FILE)), environment, problems);
    return config.orElseThrow(() -> new UsageException(lines(problems)));
  }

  /** In the order of the file's lines. */
  static String lines(Problems problems) {
    return problems.list().stream()
        .sorted(Comparator.comparingInt(Session::line))
        .map(Problem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static int line(Problem problem) {
    Matcher number = LINE.matcher(problem.place());
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }

  /** Made when first asked for, since half of the commands call nobody. */
  synchronized Connectors connectors() {
    if (connectors == null) {
      Habits habits = Habits.of(ledger.read(tables -> tables.promises().all()));
      connectors = Connectors.of(config, clock, calls, habits, halt);
    }
    return connectors;
  }

  Gates gates() {
    return new Gates(ledger, clock);
  }

  Journey journey() {
    return new Journey(
        source(),
        connectors().destination(),
        ledger,
        clock,
        connectors().tempo(),
        config.transform(),
        progress);
  }

  /** With the downloads that lie beside the API, where the configuration names a folder. */
  private Source source() {
    Source api = connectors().source();
    Path folder = workspace.folder().resolve(config.files());
    return !config.files().isBlank() && Files.isDirectory(folder)
        ? new WithExports(api, new ExportFolder(folder))
        : api;
  }

  AccountView view() {
    Map<String, Map<String, ValueProfile>> profiles = new HashMap<>();
    for (ObjectName object : ObjectName.values()) {
      profiles.put(
          object.wire(),
          ledger.read(tables -> tables.inventories().profiles(Product.QONTAK, object.wire())));
    }
    return new AccountView(
        inventory(Product.QONTAK),
        inventory(Product.FRESHSALES),
        profiles,
        config.freshsales().plan());
  }

  Inventory inventory(Product product) {
    return ledger
        .read(tables -> tables.inventories().latest(product))
        .orElseThrow(
            () ->
                new UsageException(
                    "nothing is known of the accounts yet — run 'pindah discover' first"));
  }

  /** The mapping as it lies in the workspace; all its problems at once. */
  Mapping mappingFile() {
    if (!Files.exists(workspace.mappingFile())) {
      throw new UsageException(
          "there is no " + MappingReader.FILE + " yet — run 'pindah map --propose' first");
    }
    Problems problems = new Problems();
    return MappingReader.read(workspace.read(workspace.mappingFile()), problems)
        .orElseThrow(() -> new UsageException(lines(problems)));
  }

  /** The mapping, when the file is exactly what a person confirmed. */
  Optional<Mapping> confirmedMapping() {
    if (!Files.exists(workspace.mappingFile())) {
      return Optional.empty();
    }
    String text = workspace.read(workspace.mappingFile());
    Optional<Confirmed> confirmed = ledger.read(tables -> tables.mappings().latest());
    boolean same =
        confirmed.map(found -> found.fileHash().equals(Fingerprint.of(text))).orElse(false);
    gates().observe(Gate.MAPPING_CONFIRMED, same, same ? "confirmed" : "the file was edited");
    return same ? Optional.of(mappingFile()) : Optional.empty();
  }

  Mapping requireConfirmed() {
    return confirmedMapping()
        .orElseThrow(
            () ->
                new WaitingForPerson(
                    Gate.MAPPING_CONFIRMED,
                    "the mapping is not confirmed as it stands now — look at "
                        + MappingReader.FILE
                        + ", then run 'pindah map --confirm --by NAME'"));
  }

  /** Writes the call counts that are not written yet. */
  void flush() {
    calls.flush();
  }

  @Override
  public void close() {
    try {
      progress.finish();
      calls.flush();
    } finally {
      ledger.close();
      workspace.close();
    }
  }
}
