package dev.pindah.sandbox.freshdesk.tickets;

import dev.pindah.sandbox.freshdesk.answers.Problems;
import dev.pindah.sandbox.freshdesk.desk.Desk;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Bulk jobs: begun at once, said to be done a while later. */
public final class DeskJobs {

  private static final int FIRST = 432;

  private record Job(String name, Instant createdAt) {}

  private final Desk desk;
  private final String api;
  private final List<Job> jobs = new ArrayList<>();

  public DeskJobs(Desk desk, String api) {
    this.desk = desk;
    this.api = api;
  }

  public void addTo(Router router) {
    router.get(api + "/jobs/{id}", this::status);
  }

  Reply started(Exchange exchange, String name) {
    jobs.add(new Job(name, desk.now()));
    String id = String.valueOf(FIRST + jobs.size() - 1);
    return Reply.json(
        202, Json.object().put("job_id", id).put("href", exchange.base() + api + "/jobs/" + id));
  }

  private Reply status(Exchange exchange) {
    String text = exchange.param("id");
    int index = text.matches("\\d{1,9}") ? Integer.parseInt(text) - FIRST : -1;
    if (index < 0 || index >= jobs.size()) {
      throw Problems.missing();
    }
    Job job = jobs.get(index);
    boolean done =
        !desk.now().isBefore(job.createdAt().plusMillis(desk.behaviours().number("job-millis")));
    return Reply.json(
        200,
        Json.object()
            .put("id", text)
            .put("name", job.name())
            .put("status", done ? "COMPLETED" : "IN PROGRESS")
            .put("created_at", job.createdAt().toString())
            .put("updated_at", desk.now().toString())
            .put("status_updated_at", desk.now().toString())
            .put("progress", done ? 100 : 50));
  }
}
