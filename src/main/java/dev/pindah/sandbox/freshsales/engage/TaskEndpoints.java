package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.6. */
public final class TaskEndpoints {

  private final Account account;
  private final Access access;
  private final Targets targets;
  private final Table tasks;

  public TaskEndpoints(Account account, Access access) {
    this.account = account;
    this.access = access;
    this.targets = new Targets(account);
    this.tasks = account.tables().tasks();
  }

  public void addTo(Router router, String api, String bare) {
    router
        .post(api + "/tasks", this::create)
        .get(api + "/tasks", this::list)
        .get(api + "/tasks/{id}", exchange -> answer(200, require(exchange), exchange))
        .put(api + "/tasks/{id}", this::update)
        .delete(api + "/tasks/{id}", this::delete);
    for (Kind kind : Kind.RECORDS) {
      String path = "/" + kind.path() + "/{id}/tasks";
      router.get(api + path, exchange -> listOf(kind, exchange));
      router.get(bare + path, exchange -> listOf(kind, exchange));
    }
  }

  private Reply create(Exchange exchange) {
    ObjectNode given = Body.root(exchange, "task");
    ObjectNode row = TaskRows.blank(access.user(exchange));
    write(row, given);
    row.set("targetables", Targets.targetables(targets.of(given)));
    return answer(201, tasks.insert(row), exchange);
  }

  private Reply update(Exchange exchange) {
    ObjectNode row = require(exchange);
    ObjectNode given = Body.root(exchange, "task");
    write(row, given);
    if (Targets.isNamed(given)) {
      row.set("targetables", Targets.targetables(targets.of(given)));
    }
    row.put("updater_id", access.user(exchange).id());
    return answer(200, tasks.replace(row), exchange);
  }

  private void write(ObjectNode row, ObjectNode given) {
    Given read = new Given(given, row);
    read.title();
    read.requiredTime("due_date", "Due date");
    read.text("description");
    read.number("task_type_id");
    read.number("outcome_id");
    read.check();
    Ids.of(given.path("owner_id"))
        .filter(id -> account.setup().users().find(id).isPresent())
        .ifPresent(id -> row.put("owner_id", id));
    status(row, given.path("status"));
  }

  /** The server stamps the completion; a given date is ignored. */
  private void status(ObjectNode row, JsonNode given) {
    Optional<Long> status = Ids.of(given).filter(value -> value <= 1);
    if (status.isEmpty()) {
      return;
    }
    boolean done = status.get() == 1;
    if (done && row.path("status").asInt() == 0) {
      row.put("completed_date", account.now().toString());
    } else if (!done) {
      row.putNull("completed_date");
    }
    row.put("status", done ? 1 : 0);
  }

  private Reply delete(Exchange exchange) {
    tasks.bin(require(exchange).path("id").asLong());
    return Reply.json(200, Json.object().put("success", "200"));
  }

  private Reply list(Exchange exchange) {
    if (exchange.queryInt("page", 1) == 0 && exchange.queryInt("per_page", 25) == 0) {
      throw new Refusal(Errors.broken(500));
    }
    String filter = exchange.query("filter").orElse("open").toLowerCase(Locale.ROOT);
    LocalDate today = account.today();
    List<ObjectNode> rows =
        tasks.all().filter(row -> isIn(filter, row, today, account.now())).toList();
    return listed(Page.of(exchange).of(rows), rows.size(), exchange);
  }

  private static boolean isIn(String filter, ObjectNode row, LocalDate today, Instant now) {
    boolean open = row.path("status").asInt() == 0;
    Instant due = Instant.parse(row.path("due_date").asString());
    LocalDate day = LocalDate.ofInstant(due, ZoneOffset.UTC);
    return switch (filter) {
      case "completed" -> !open;
      case "overdue" -> open && due.isBefore(now);
      case "due today" -> open && day.equals(today);
      case "due tomorrow" -> open && day.equals(today.plusDays(1));
      default -> open;
    };
  }

  private Reply listOf(Kind kind, Exchange exchange) {
    boolean bareOnly =
        kind == Kind.DEAL
            && exchange.template().contains("/api/")
            && !account.isClassic()
            && account.behaviours().is("deal-sub-lists", "bare");
    if (bareOnly) {
      throw Errors.refusal(404, "Not Found");
    }
    Targets.Target target = targets.ofPath(kind, exchange);
    List<ObjectNode> rows = targets.rows(tasks, target, Page.of(exchange));
    return listed(rows, targets.ids(tasks, target).size(), exchange);
  }

  private Reply listed(List<ObjectNode> rows, int total, Exchange exchange) {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("tasks");
    rows.forEach(list::add);
    targets.sideLoad(answer, rows.stream(), exchange.query("include").orElse(""));
    answer.putObject("meta").put("total", total);
    return Reply.json(200, answer);
  }

  private ObjectNode require(Exchange exchange) {
    return Ids.of(exchange.param("id"))
        .flatMap(tasks::find)
        .orElseThrow(() -> Errors.refusal(404, "The task you're looking for is not in the CRM"));
  }

  private Reply answer(int status, ObjectNode row, Exchange exchange) {
    ObjectNode answer = Json.object();
    answer.set("task", TaskRows.withEmails(account, row));
    targets.sideLoad(answer, List.of(row).stream(), exchange.query("include").orElse(""));
    return Reply.json(status, answer);
  }
}
