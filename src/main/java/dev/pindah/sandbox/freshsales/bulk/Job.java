package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A bulk job as it goes on. It tells how many rows succeeded, not which records they became. */
final class Job {

  private final String id;
  private final Instant createdAt;
  private final int rows;
  private final ArrayNode failures = Json.array();
  private Instant changedAt;
  private int succeeded;

  Job(String id, Instant createdAt, int rows) {
    this.id = id;
    this.createdAt = createdAt;
    this.changedAt = createdAt;
    this.rows = rows;
  }

  String id() {
    return id;
  }

  boolean isRunning() {
    return succeeded + failures.size() < rows;
  }

  void succeeded(Instant at) {
    succeeded++;
    changedAt = at;
  }

  void failed(ObjectNode report, Instant at) {
    failures.add(report);
    changedAt = at;
  }

  ObjectNode shown() {
    ObjectNode data = Json.object();
    data.putObject("record_status").put("succeeded", succeeded).put("failed", failures.size());
    data.set("detailed_failure_report", failures);
    return Json.object()
        .put("created_at", createdAt.toString())
        .put("job_type_name", "bulk_upsert")
        .put("progress", (succeeded + failures.size()) * 100 / rows)
        .put("status", isRunning() ? "IN_PROGRESS" : "SUCCESS")
        .put("status_updated_at", changedAt.toString())
        .put("data", Json.text(data));
  }
}
