package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries a bulk job out: one half of its rows at half time, the rest at the end. */
final class BulkRun {

  private final Account account;
  private final Upserts upserts;

  BulkRun(Account account, Records records) {
    this.account = account;
    this.upserts = new Upserts(account, records);
  }

  void start(Job job, Kind kind, JsonNode rows, User writer) {
    List<JsonNode> all = new ArrayList<>();
    rows.forEach(row -> all.add(row.deepCopy()));
    Duration whole = Duration.ofMillis(account.behaviours().number("bulk-job-millis"));
    int half = all.size() / 2;
    account.later(whole.dividedBy(2), () -> write(job, kind, all.subList(0, half), writer));
    account.later(whole, () -> write(job, kind, all.subList(half, all.size()), writer));
  }

  private void write(Job job, Kind kind, List<JsonNode> rows, User writer) {
    for (JsonNode row : rows) {
      Optional<Identifier> identifier = identifier(kind, row);
      if (identifier.isEmpty()) {
        job.failed(failure(row, List.of("A unique identifier is needed")), account.now());
        continue;
      }
      try {
        ObjectNode data = row.path("data") instanceof ObjectNode given ? given : Json.object();
        upserts.upsert(identifier.get(), data, Via.BULK, writer);
        job.succeeded(account.now());
      } catch (Refusal refusal) {
        job.failed(failure(row, messages(refusal)), account.now());
      }
    }
  }

  private Optional<Identifier> identifier(Kind kind, JsonNode row) {
    for (Map.Entry<String, JsonNode> member : row.properties()) {
      Optional<Identifier> found = Identifier.of(account, kind, member.getKey(), member.getValue());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static ObjectNode failure(JsonNode row, List<String> messages) {
    ObjectNode report = Json.object();
    for (Map.Entry<String, JsonNode> member : row.properties()) {
      if (member.getValue().isValueNode()) {
        report.set(member.getKey(), member.getValue());
      }
    }
    messages.forEach(report.putArray("errors")::add);
    return report;
  }

  private static List<String> messages(Refusal refusal) {
    List<String> messages = new ArrayList<>();
    if (refusal.reply().body() instanceof Reply.Whole whole) {
      Json.parse(whole.bytes())
          .path("errors")
          .path("message")
          .forEach(message -> messages.add(message.asString()));
    }
    return messages;
  }
}
