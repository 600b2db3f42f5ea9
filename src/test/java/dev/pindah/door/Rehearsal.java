package dev.pindah.door;

import dev.pindah.sandbox.FileForm;
import dev.pindah.sandbox.PlainClient;
import dev.pindah.sandbox.Sandbox;
import dev.pindah.sandbox.SandboxOptions;
import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Simulated accounts, a workspace that points at them, and an admin who does as asked. */
final class Rehearsal implements AutoCloseable {
  static final int SPEED = 900;

  private static final String JSON = "application/json";

  /** What a rehearsal stands on; files are calls and time, and are tried where they matter. */
  static final SandboxOptions OPTIONS =
      SandboxOptions.standard()
          .withSwitch("qontak.media-largest", "70000")
          .withSwitch("qontak.media-filled", "15");

  static final SandboxOptions WITH_FILES = OPTIONS.withSwitch("qontak.media-filled", "60");

  final Sandbox sandbox;
  final Program program;
  final Path folder;
  private final PlainClient admin;
  private final String key;
  private final SandboxOptions options;
  final List<JsonNode> made = new ArrayList<>();

  private Rehearsal(SandboxOptions options, Path folder) throws IOException {
    this.options = options;
    this.sandbox = Sandbox.start(options);
    this.folder = folder;
    this.admin = new PlainClient(sandbox.freshsales());
    JsonNode products = Json.parse(sandbox.describe()).path("products");
    JsonNode qontak = products.path("qontak").path("account");
    this.key = products.path("freshsales").path("account").path("apiKey").asString();
    this.program =
        new Program(
            folder,
            Map.of("QONTAK_SECRET", qontak.path("clientSecret").asString(), "FRESHSALES_KEY", key));
    Files.writeString(
        config(),
        """
        migration: rehearsal
        source:
          qontak:
            base-url: %s
            client-id: %s
            client-secret: ${QONTAK_SECRET}
            acting-user: %s
            rate: 10/s
        destination:
          freshsales:
            base-url: %s
            plan: pro
            api-key: ${FRESHSALES_KEY}
            contacts-without-email: placeholder
        clock-factor: %d
        """
            .formatted(
                sandbox.qontak(),
                qontak.path("clientId").asString(),
                qontak.path("actingUser").asString(),
                sandbox.freshsales(),
                SPEED));
  }

  static Rehearsal start(Path folder) throws IOException {
    return start(folder, OPTIONS);
  }

  static Rehearsal start(Path folder, SandboxOptions options) throws IOException {
    return new Rehearsal(options.withSpeed(SPEED).withPlan(Plan.PRO), folder);
  }

  private Path config() {
    return folder.resolve("pindah.yaml");
  }

  /** The program's clock from here on, however fast the accounts' clock is. */
  void clockFactor(long factor) throws IOException {
    Path config = config();
    Files.writeString(
        config,
        Files.readString(config).replaceAll("clock-factor: \\d+", "clock-factor: " + factor));
  }

  /** From here on tickets go to the helpdesk. */
  Rehearsal withHelpdesk() throws IOException {
    Path config = config();
    String desk =
        """
          freshdesk:
            base-url: %s
            api-key: %s
        clock-factor\
        """
            .formatted(
                sandbox.freshdesk(),
                Json.parse(sandbox.describe())
                    .path("products")
                    .path("freshdesk")
                    .path("account")
                    .path("apiKey")
                    .asString());
    Files.writeString(config, Files.readString(config).replace("clock-factor", desk));
    return this;
  }

  /**
   * discover, map, prepare and every approval: what stands before run. The program does it once for
   * all rehearsals of the same kind; the others start from its workspace, on an account in which
   * the admin has made the same.
   */
  void ready() throws IOException {
    String kind = options + Files.readString(config()).replaceAll("127.0.0.1:\\d+", "");
    Prepared prepared =
        Prepared.once(
            kind,
            () -> {
              readyButUnseen();
              pass("waive", "validation");
              return this;
            });
    if (made.isEmpty()) {
      prepared.into(this);
    }
  }

  /** An account of the same kind, and a ledger as it stands here; for a load in this process. */
  Rehearsal again(Path workspace, SandboxOptions others) throws IOException {
    Files.copy(folder.resolve("pindah.db"), workspace.resolve("pindah.db"));
    Files.createSymbolicLink(workspace.resolve("media"), folder.resolve("media"));
    Rehearsal again = start(workspace, others);
    again.make(made);
    again.automations(false);
    return again;
  }

  /** The same, while nobody has seen the fix-list yet. */
  void readyButUnseen() {
    program.json(0, "discover");
    JsonNode proposals = program.json(0, "map", "--propose", "--accept-best", "--min", "0.6");
    List<String> decide = new ArrayList<>(List.of("map"));
    for (JsonNode proposal : proposals.path("proposals")) {
      if (proposal.path("decision").asString().equals("review")) {
        decide.add("--set");
        decide.add(
            proposal.path("source").path("object").asString()
                + "."
                + proposal.path("source").path("field").asString()
                + "=create");
      }
    }
    decide.addAll(List.of("--confirm", "--by", "Tester"));
    program.json(0, decide.toArray(String[]::new));
    make(program.json(3, "prepare", "--apply").path("toDo"));
    JsonNode left = program.json(3, "prepare");
    for (JsonNode check : left.path("checks")) {
      if (check.path("severity").asString().equals("error") && !check.path("ok").asBoolean()) {
        pass("waive", check.path("id").asString());
      }
    }
    program.json(0, "prepare");
    automations(false);
    pass("pass", "automation-off");
    pass("pass", "sample-accepted");
  }

  void automations(boolean on) {
    admin.send("POST", "/_sandbox/automations", "{\"on\":" + on + "}");
  }

  void pass(String how, String gate) {
    program.json(0, "gate", how, gate, "--by", "Tester", "--reason", "rehearsal");
  }

  /** What an admin does by hand with the click-list of prepare. */
  void make(Iterable<JsonNode> toDo) {
    toDo.forEach(made::add);
    for (JsonNode item : toDo) {
      String path =
          switch (item.path("kind").asString()) {
            case "field" -> "fields";
            case "choices" -> "choices";
            case "pipeline" -> "pipelines";
            case "stage" -> "stages";
            case "source" -> "selectors/lead_sources";
            case "reason" -> "selectors/deal_reasons";
            case "status" -> "selectors/contact_statuses";
            default -> throw new AssertionError("nobody can make " + item);
          };
      ObjectNode body = ((ObjectNode) item).deepCopy();
      body.set("name", item.path("label"));
      body.set("pipeline", item.path("label"));
      assertMade(path, body);
    }
  }

  private void assertMade(String path, JsonNode body) {
    send(201, "POST", "/_sandbox/freshsales/" + path, body.toString());
  }

  private void send(int expected, String method, String path, String body, String... headers) {
    int status = admin.send(method, path, body, headers).statusCode();
    if (status != expected) {
      throw new AssertionError(method + " " + path + " was answered with " + status);
    }
  }

  /** Through the target's own API. */
  private void api(String method, String path, String body, String type) {
    String token = "Token token=" + key;
    String full = "/crm/sales/api/" + path;
    send(200, method, full, body, "Authorization", token, "Content-Type", type);
  }

  /** Somebody makes a record through the target's own API. */
  void post(String module, String root, ObjectNode record) {
    api("POST", module, Json.object().set(root, record).toString(), JSON);
  }

  /** Somebody changes a record through the target's own API. */
  void put(String module, String root, String id, ObjectNode record) {
    api("PUT", module + "/" + id, Json.object().set(root, record).toString(), JSON);
  }

  /** Somebody deletes a record through the target's own API. */
  void destroy(String module, String id) {
    api("DELETE", module + "/" + id, "", JSON);
  }

  /** Somebody puts a file of so many bytes on a contact. */
  void upload(String contact, String name, int bytes) {
    api("POST", "documents", FileForm.of(contact, name, "x".repeat(bytes)), FileForm.TYPE);
  }

  /** A person puts another file in the place of a file. */
  void replaceFile(String id, ObjectNode other) {
    send(200, "PATCH", "/_sandbox/freshsales/documents/" + id, other.toString());
  }

  void removeFile(String id) {
    send(204, "DELETE", "/_sandbox/freshsales/documents/" + id, "");
  }

  /** A person edits a record in the web page. */
  void edit(String module, String id, String body) {
    send(200, "PATCH", "/_sandbox/freshsales/records/" + module + "/" + id, body);
  }

  /** A person makes a record in the web page. */
  void create(String module, JsonNode body) {
    send(201, "POST", "/_sandbox/freshsales/records/" + module, body.toString());
  }

  /** A person deletes a record in the web page. */
  void delete(String module, String id) {
    send(204, "DELETE", "/_sandbox/freshsales/records/" + module + "/" + id, "");
  }

  /** Changes how the simulated products behave. */
  void switches(String json) {
    send(200, "PUT", "/_sandbox/switches", json);
  }

  void faults(String plan) {
    send(200, "PUT", "/_sandbox/faults", plan);
  }

  /** People of the source account go on working: ids by object and by what happened to them. */
  JsonNode evolve(String counts) {
    var answer = admin.send("POST", "/_sandbox/evolve", counts);
    if (answer.statusCode() != 200) {
      throw new AssertionError("evolve was answered with " + answer.statusCode());
    }
    return PlainClient.json(answer);
  }

  /** All rows of a collection, as the simulated product itself knows them. */
  List<JsonNode> state(String product, String collection) {
    return admin
        .get("/_sandbox/state/" + product + "/" + collection)
        .body()
        .lines()
        .map(Json::parse)
        .toList();
  }

  /** Requests that the simulated accounts have answered. */
  long requests() {
    return PlainClient.json(admin.get("/_sandbox/requests")).path("total").asLong();
  }

  /** Calls of the target whose route ends so. */
  long calls(String method, String route) {
    long calls = 0;
    for (JsonNode count : PlainClient.json(admin.get("/_sandbox/requests")).path("counts")) {
      if (count.path("product").asString().equals("freshsales")
          && count.path("method").asString().equals(method)
          && count.path("route").asString().endsWith(route)) {
        calls += count.path("count").asLong();
      }
    }
    return calls;
  }

  /** How often each rule of the fault plan matched and struck. */
  JsonNode faultTally() {
    return PlainClient.json(admin.get("/_sandbox/faults")).path("rules");
  }

  @Override
  public void close() {
    admin.close();
    sandbox.close();
  }
}
