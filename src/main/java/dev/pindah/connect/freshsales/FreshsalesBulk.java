package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.BulkWriter;
import dev.pindah.connect.Habits;
import dev.pindah.connect.Habits.Form;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bulk upserts: contacts by e-mail, accounts by name, anything by id. They run as jobs on the
 * server and tell neither ids nor, for certain, which rows failed.
 */
final class FreshsalesBulk implements BulkWriter {
  private static final int SIZE = 100;

  /** 405 means that too many jobs run. */
  private static final String BUSY = "405";

  private static final int BUSY_TRIES = 10;
  private static final Duration BUSY_WAIT = Duration.ofSeconds(5);

  /** A job that is not through after so many looks is left to the read-back. */
  private static final int LOOKS = 40;

  /** Looks in a row that find no such job, after which nobody will tell. */
  private static final int UNKNOWN = 4;

  private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** Only SUCCESS is documented; the read-back judges what any of them is worth. */
  private static final Set<String> OVER =
      Set.of(
          "SUCCESS",
          "SUCCEEDED",
          "COMPLETE",
          "COMPLETED",
          "DONE",
          "FINISHED",
          "PARTIAL_SUCCESS",
          "FAILED",
          "FAILURE",
          "ERROR",
          "CANCELLED");

  private static final int WHOLE = 100;

  private final FreshsalesApi api;
  private final FreshsalesBodies bodies;
  private final FreshsalesFields fields;
  private final Pause pause;
  private final FreshsalesChoices choices;
  private final Form first;
  private volatile Form form;
  private final boolean merges;

  /** Whether a job was ever taken, and whether this account takes none at all. */
  private final AtomicBoolean worked = new AtomicBoolean();

  private final AtomicBoolean absent = new AtomicBoolean();

  FreshsalesBulk(
      FreshsalesApi api,
      FreshsalesBodies bodies,
      FreshsalesFields fields,
      Pause pause,
      Habits habits) {
    this.choices = new FreshsalesChoices(fields);
    this.first = habits.bulkChoices();
    this.form = first;
    this.merges = habits.bulkMerges();
    this.api = api;
    this.bodies = bodies;
    this.fields = fields;
    this.pause = pause;
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public boolean creates(Payload payload) {
    if (absent.get()) {
      return false;
    }
    return switch (payload.module()) {
      case CONTACTS -> !payload.attributes().path("email").asString("").isBlank();
      case SALES_ACCOUNTS -> !payload.attributes().path("name").asString("").isBlank();
      // Deals have no unique key, and bulk drops their contacts.
      default -> false;
    };
  }

  @Override
  public boolean updates(Payload payload) {
    boolean record =
        switch (payload.module()) {
          case CONTACTS, SALES_ACCOUNTS, DEALS -> true;
          default -> false;
        };
    // Links of a partial update are only safe one by one; custom values too, until a probe has
    // seen that those which are not named stay.
    return record
        && !absent.get()
        && payload.links().isEmpty()
        && payload.attributes().propertyNames().stream()
            .noneMatch(
                name -> name.equals("email") || (!merges && fields.custom(payload.module(), name)));
  }

  @Override
  public void otherForm() {
    form = first == Form.ID ? Form.TEXT : Form.ID;
  }

  @Override
  public Reply<Job> create(List<Payload> payloads) {
    TargetModule module = payloads.getFirst().module();
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Payload payload : payloads) {
      ObjectNode data =
          (ObjectNode) bodies.create(payload).path(FreshsalesReader.root(module)).deepCopy();
      ObjectNode row = rows.addObject();
      if (module == TargetModule.CONTACTS) {
        row.set("emails", payload.attributes().path("email"));
        data.remove("emails");
      } else {
        row.set("name", payload.attributes().path("name"));
      }
      choices.give(module, data.path("custom_field"), form, form);
      row.set("data", data);
    }
    return send(module, rows);
  }

  @Override
  public Reply<Job> update(List<Change> changes) {
    TargetModule module = changes.getFirst().payload().module();
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (Change change : changes) {
      ObjectNode row = rows.addObject();
      row.put("id", change.current().id());
      JsonNode data =
          bodies.plain(module, change.payload().attributes()).path(FreshsalesReader.root(module));
      choices.give(module, data.path("custom_field"), form, form);
      row.set("data", data);
    }
    return send(module, rows);
  }

  Reply<Job> send(TargetModule module, ArrayNode rows) {
    String path = "/" + module.wire() + "/bulk_upsert";
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(module.wire(), rows);
    Reply<JsonNode> answer = post(path, body);
    for (int tries = 1; tries < BUSY_TRIES && busy(answer) && !absent.get(); tries++) {
      pause.of(BUSY_WAIT);
      answer = post(path, body);
    }
    return switch (answer) {
      case Reply.Ok<JsonNode>(JsonNode accepted) -> {
        worked.set(true);
        yield new Reply.Ok<>(await(accepted));
      }
      case Reply.Refused<JsonNode>(String status, String words) -> {
        if (!worked.get() && (status.equals("404") || status.equals(BUSY))) {
          absent.set(true);
        }
        yield FreshsalesRefusals.read(status, words);
      }
      case Reply.Throttled<JsonNode>(var retryAfter) -> new Reply.Throttled<>(retryAfter);
      case Reply.Broken<JsonNode>(boolean sent, String reason) -> new Reply.Broken<>(sent, reason);
    };
  }

  /** Who may not write in bulk may still write one by one, or is told so there. */
  private Reply<JsonNode> post(String path, ObjectNode body) {
    try {
      return api.send("POST", path, path, body.toString());
    } catch (RemoteException denied) {
      if (denied.kind() != RemoteException.Kind.DENIED || worked.get()) {
        throw denied;
      }
      absent.set(true);
      return new Reply.Refused<>("403", "");
    }
  }

  private static boolean busy(Reply<JsonNode> answer) {
    return answer instanceof Reply.Refused<JsonNode>(String status, String words)
        && status.equals(BUSY);
  }

  /** Only the id of the job's address is used: answers do not decide which host is called. */
  private Job await(JsonNode accepted) {
    String id =
        Stream.of(
                text(accepted.path("job_status_url")).replaceFirst(".*/job_statuses/", ""),
                text(accepted.path("job_id")),
                text(accepted.path("id")),
                text(accepted.path("bulk_upsert_job").path("id")))
            .map(text -> text.replaceFirst("[?#].*", ""))
            .filter(text -> text.matches("[A-Za-z0-9_-]{1,100}"))
            .findFirst()
            .orElse("");
    if (id.isEmpty()) {
      return new Job(false, 0, Set.of());
    }
    Duration wait = FIRST_LOOK;
    int unknown = 0;
    for (int look = 0; look < LOOKS && unknown < UNKNOWN; look++) {
      pause.of(wait);
      Optional<JsonNode> status = api.tryGet("/job_statuses/" + id, "/job_statuses/:id");
      unknown = status.isPresent() ? 0 : unknown + 1;
      if (status.filter(FreshsalesBulk::over).isPresent()) {
        return job(status.orElseThrow());
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
    }
    return new Job(false, 0, Set.of());
  }

  private static boolean over(JsonNode job) {
    JsonNode said = job.has("status") ? job : job.path("job_status");
    return OVER.contains(text(said.path("status")).toUpperCase(Locale.ROOT))
        || said.path("progress").asInt(0) >= WHOLE;
  }

  /** The report is JSON inside a JSON string, and the form of its rows is not documented. */
  private static Job job(JsonNode status) {
    JsonNode data = status.path("data");
    JsonNode report = data;
    if (data.isString()) {
      try {
        report = JsonMapper.shared().readTree(data.asString());
      } catch (JacksonException notJson) {
        return new Job(true, -1, Set.of());
      }
    }
    JsonNode failed = report.path("record_status").path("failed");
    Set<String> identifiers = new HashSet<>();
    report
        .path("detailed_failure_report")
        .valueStream()
        .flatMap(
            row ->
                List.of("id", "emails", "email", "name").stream()
                    .map(member -> text(row.path(member))))
        .filter(text -> !text.isEmpty())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .forEach(identifiers::add);
    return new Job(true, failed.isNumber() ? failed.asLong() : -1, identifiers);
  }
}
