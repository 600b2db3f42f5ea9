package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, sections 3.2 to 3.4. */
public final class BulkEndpoints {

  private static final int MOST = 100;

  private final Account account;
  private final Access access;
  private final Records records;
  private final BulkRun run;
  private final Jobs jobs;
  private final String api;

  public BulkEndpoints(Account account, Access access, Records records, Jobs jobs, String api) {
    this.account = account;
    this.access = access;
    this.records = records;
    this.run = new BulkRun(account, records);
    this.jobs = jobs;
    this.api = api;
  }

  public void addTo(Router router) {
    for (Kind kind : Kind.RECORDS) {
      String base = api + "/" + kind.path();
      router
          .post(base + "/bulk_upsert", exchange -> upsert(kind, exchange))
          .post(base + "/bulk_destroy", exchange -> destroy(kind, exchange));
    }
    router
        .post(api + "/contacts/bulk_assign_owner", this::assign)
        .get(api + "/job_statuses/{id}", this::status);
  }

  private Reply upsert(Kind kind, Exchange exchange) {
    JsonNode rows = Body.whole(exchange).path(kind.path());
    if (!rows.isArray() || rows.isEmpty()) {
      throw Errors.refusal(400, "Invalid or missing attributes");
    }
    if (rows.size() > MOST) {
      throw Errors.refusal(400, "At most " + MOST + " records can be sent at a time");
    }
    Job job =
        jobs.open(rows.size())
            .orElseThrow(() -> Errors.refusal(405, "Too many bulk jobs are in progress"));
    run.start(job, kind, rows, access.user(exchange));
    return Reply.json(
        200,
        Json.object()
            .put("message", "Your request is being processed")
            .put("job_status_url", exchange.base() + api + "/job_statuses/" + job.id()));
  }

  private Reply status(Exchange exchange) {
    return jobs.find(exchange.param("id"))
        .map(job -> Reply.json(200, job.shown()))
        .orElseThrow(() -> Errors.refusal(404, "Not Found"));
  }

  private Reply destroy(Kind kind, Exchange exchange) {
    if (kind == Kind.DEAL && !account.behaviours().on("deals-bulk-destroy")) {
      throw Errors.refusal(404, "Not Found");
    }
    Set<Long> ids = selected(Body.whole(exchange));
    ids.removeIf(id -> !account.tables().of(kind).exists(id));
    ids.forEach(id -> records.delete(kind, id));
    return message(ids.size() + " " + kind.path() + " will be deleted");
  }

  private Reply assign(Exchange exchange) {
    ObjectNode body = Body.whole(exchange);
    User writer = access.user(exchange);
    ObjectNode change = Json.object();
    change.set("owner_id", body.path("owner_id"));
    boolean known = account.setup().users().find(body.path("owner_id").asLong(0)).isPresent();
    if (!known) {
      throw Errors.refusal(400, "Invalid owner_id provided.");
    }
    Set<Long> ids = selected(body);
    ids.removeIf(id -> !account.tables().contacts().exists(id));
    ids.forEach(id -> records.update(Kind.CONTACT, id, change, Via.BULK, writer));
    return message(ids.size() + " contacts will be assigned");
  }

  private static Set<Long> selected(ObjectNode body) {
    Set<Long> ids = new LinkedHashSet<>();
    for (JsonNode id : body.path("selected_ids")) {
      ids.add(id.asLong(0));
    }
    if (ids.isEmpty() || ids.size() > MOST) {
      throw Errors.refusal(400, "Between 1 and " + MOST + " selected_ids are needed");
    }
    return ids;
  }

  private static Reply message(String text) {
    return Reply.json(200, Json.object().put("message", text));
  }
}
