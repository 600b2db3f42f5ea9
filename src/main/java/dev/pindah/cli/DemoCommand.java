package dev.pindah.cli;

import dev.pindah.cli.config.ConfigReader;
import dev.pindah.console.web.Setup.Door;
import dev.pindah.journey.Journey;
import dev.pindah.journey.Journey.Outcome;
import dev.pindah.journey.Stage;
import dev.pindah.journey.map.EditMapping;
import dev.pindah.journey.map.Propose;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.journey.prepare.Check;
import dev.pindah.journey.prepare.Readiness;
import dev.pindah.journey.sample.Sample.Sampled;
import dev.pindah.journey.transform.Fix;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.Size;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "demo",
    description = {
      "A whole migration of an invented company between simulated accounts, in a minute.",
      "Works in the folder pindah-demo, which it empties first; never calls anything but itself."
    })
final class DemoCommand implements Callable<Integer> {
  private static final String FOLDER = "pindah-demo";
  private static final String MARKER = ".pindah-demo";
  private static final String EXPORTS = "exports";
  private static final String FLOWS = "chatbot-flows.json";
  private static final String BY = "demo";
  private static final int SPEED = 480;

  /** Records of the sample. */
  private static final int SAMPLE = 60;

  /** Above this the demo trusts a proposal; the rest becomes a new field. */
  private static final double TRUST = 0.6;

  @ParentCommand Pindah root = new Pindah();

  @Option(
      names = "--keep",
      description = "leave the simulated accounts and the console up to look around")
  boolean keep;

  @Option(
      names = "--size",
      defaultValue = "tiny",
      description = "size of the company: tiny, standard or large (default: ${DEFAULT-VALUE})")
  Size size = Size.TINY;

  @Option(
      names = "--bulk",
      defaultValue = "auto",
      paramLabel = "auto|off",
      description = "whether records are sent by the hundred (default: ${DEFAULT-VALUE})")
  Bulk bulk = Bulk.auto;

  enum Bulk {
    auto,
    off
  }

  @Override
  public Integer call() throws InterruptedException {
    Output output = Output.of(root);
    Path folder = root.workspace.resolve(FOLDER);
    SandboxOptions options =
        SandboxOptions.standard().withSize(size).withSpeed(SPEED).withPlan(Plan.PRO);
    try (Sandbox sandbox = Sandbox.start(options)) {
      empty(folder);
      Files.writeString(folder.resolve(ConfigReader.FILE), config(sandbox, bulk));
      chatbots(folder.resolve(EXPORTS), sandbox);
      output.say("simulated accounts are up; workspace " + folder);
      int code = migrate(folder, output, sandbox);
      if (keep) {
        output.say(
            "Qontak     "
                + sandbox.qontak()
                + "   admin page "
                + sandbox.qontak()
                + "/_sandbox/ui");
        output.say("Freshsales " + sandbox.freshsales());
        output.say("stop it with Ctrl-C, or: curl -X POST " + sandbox.qontak() + "/_sandbox/stop");
        console(folder, output, sandbox);
      }
      return code;
    } catch (IOException failed) {
      throw new UsageException(
          "the demo cannot work in " + folder + ": " + failed.getMessage(), failed);
    }
  }

  /** The finished migration to look at, until somebody stops the simulated accounts. */
  private void console(Path folder, Output output, Sandbox sandbox) throws InterruptedException {
    try (Session session = Session.look(folder, output, System.getenv(), root.stop.halt())) {
      ConsoleCommand.beside(session, Door.loopback(0), sandbox::awaitStop);
    }
  }

  /** The one file that the simulated admin brings along: no API lists chatbot flows. */
  private static void chatbots(Path exports, Sandbox sandbox) throws IOException {
    Path all = exports.resolveSibling("downloads");
    sandbox.writeExports(all);
    Files.createDirectories(exports);
    Files.move(all.resolve(FLOWS), exports.resolve(FLOWS));
    clear(all);
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.exists(folder.resolve(MARKER))) {
      throw new UsageException(folder + " exists and is not a demo's; run the demo somewhere else");
    }
    if (Files.exists(folder)) {
      clear(folder);
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(MARKER), "the next demo empties this folder\n");
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(DemoCommand::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  private static String config(Sandbox sandbox, Bulk bulk) {
    JsonNode products = JsonMapper.shared().readTree(sandbox.describe()).path("products");
    JsonNode qontak = products.path("qontak");
    JsonNode freshsales = products.path("freshsales");
    return """
    # Written by 'pindah demo': simulated accounts, their keys open no door.
    migration: demo
    time-zone: Asia/Jakarta
    source:
      qontak:
        base-url: %s
        auth: hmac
        client-id: %s
        client-secret: %s
        acting-user: %s
        rate: 10/s
        files: exports/
    destination:
      freshsales:
        base-url: %s
        plan: pro
        api-key: %s
        contacts-without-email: placeholder
        bulk: %s
    clock-factor: %d
    """
        .formatted(
            sandbox.qontak(),
            account(qontak, "clientId"),
            account(qontak, "clientSecret"),
            account(qontak, "actingUser"),
            sandbox.freshsales(),
            account(freshsales, "apiKey"),
            bulk,
            SPEED);
  }

  private static String account(JsonNode product, String member) {
    return product.path("account").path(member).asString();
  }

  private int migrate(Path folder, Output output, Sandbox sandbox) {
    try (Session session = Session.open(folder, output, System.getenv(), root.stop.halt())) {
      session.progress.stage(Stage.DISCOVER.wire());
      DiscoverCommand.discover(session);
      session.progress.stage(Stage.PREPARE.wire());
      Mapping mapping = map(session);
      DemoAdmin admin = new DemoAdmin(sandbox.freshsales());
      prepare(session, mapping, admin);
      admin.automationsOff();
      session.gates().pass(Gate.AUTOMATION_OFF, BY, "the simulated admin switched them off");
      session.progress.stage("sample");
      sample(session, mapping);
      Journey journey = session.journey();
      session.progress.stage(Stage.EXTRACT.wire());
      journey.extract();
      List<Fix> fixes = journey.transform(mapping).stream().filter(Fix::pauses).toList();
      if (!fixes.isEmpty()) {
        session.gates().waive(Gate.VALIDATION, BY, fixes.size() + " rows go as they are");
      }
      session.progress.stage(Stage.LOAD.wire());
      journey.load();
      session.progress.stage(Stage.RECONCILE.wire());
      Outcome outcome = journey.reconcile(mapping);
      session.progress.stage(Stage.HANDOFF.wire());
      HandoffCommand.papers(session);
      RunCommand.finish(session, outcome);
      return outcome.balanced() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }
  }

  /** A slice goes over and back; where that went well, the demo accepts it. */
  private static void sample(Session session, Mapping mapping) {
    Sampled sampled = SampleCommand.sample(session, mapping, SAMPLE);
    SampleCommand.say(session, sampled);
    String words =
        sampled.shown().records().size()
            + " records went over and back"
            + (sampled.clean() ? "" : ", not without findings");
    if (sampled.clean()) {
      session.gates().pass(Gate.SAMPLE_ACCEPTED, BY, words);
    } else {
      session.gates().waive(Gate.SAMPLE_ACCEPTED, BY, words);
    }
  }

  /** What a person would do: trust what is likely, make a new field of the rest. */
  private static Mapping map(Session session) {
    Proposed proposed = Propose.propose(session.config.migration(), session.view());
    EditMapping editing = new EditMapping(session.view(), proposed.proposals());
    Mapping mapping = editing.acceptBest(proposed.mapping(), TRUST);
    for (ObjectMapping object : mapping.objects()) {
      for (FieldRule rule : object.fields()) {
        if (rule.decision() == Decision.REVIEW) {
          String field = object.object().wire() + "." + rule.source();
          mapping = editing.set(mapping, field + "=create", new Problems());
        }
      }
    }
    MapCommand.write(session, mapping);
    MapCommand.confirm(session, session.mappingFile(), BY);
    long fields = mapping.objects().stream().mapToLong(object -> object.fields().size()).sum();
    session.output.say("mapping of " + fields + " fields proposed and confirmed by " + BY);
    return session.mappingFile();
  }

  private static void prepare(Session session, Mapping mapping, DemoAdmin admin) {
    Readiness readiness = PrepareCommand.prepare(session, mapping);
    admin.make(readiness.toDo());
    session.output.say(
        readiness.toDo().size() + " fields, choices and stages made by the simulated admin");
    Readiness now = PrepareCommand.prepare(session, mapping);
    if (!now.schemaReady()) {
      throw new UsageException("the simulated admin could not make " + now.toDo());
    }
    for (Check check : now.blocking()) {
      session.ledger.record(
          tables ->
              tables
                  .decisions()
                  .append(
                      "check-waived",
                      "check:" + check.id(),
                      BY,
                      check.detail(),
                      session.clock.instant()));
    }
    ClickList.write(session, PrepareCommand.prepare(session, mapping), List.of());
  }
}
