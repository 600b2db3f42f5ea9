package dev.pindah.connect.freshsales;

import dev.pindah.connect.BulkWriter.Job;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.connect.TrialWriter;
import dev.pindah.model.TargetModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes of a probe. */
final class FreshsalesTrials implements TrialWriter {
  private final FreshsalesWriter writer;
  private final FreshsalesBulk bulk;
  private final FreshsalesBodies bodies;

  FreshsalesTrials(FreshsalesWriter writer, FreshsalesBulk bulk, FreshsalesBodies bodies) {
    this.writer = writer;
    this.bulk = bulk;
    this.bodies = bodies;
  }

  @Override
  public Reply<Row> create(Payload payload) {
    return writer.post(payload.module(), tagged(payload));
  }

  private ObjectNode tagged(Payload payload) {
    ObjectNode body = bodies.create(payload);
    if (body.path(FreshsalesReader.root(payload.module())).path("tags") instanceof ArrayNode tags) {
      tags.add(TAG);
    }
    return body;
  }

  @Override
  public Reply<Row> change(TargetModule module, String id, ObjectNode attributes) {
    return writer.put(module, id, bodies.plain(module, attributes));
  }

  @Override
  public Reply<Job> createInBulk(Payload payload) {
    ObjectNode data = (ObjectNode) tagged(payload).path(FreshsalesReader.root(payload.module()));
    data.remove("emails");
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.set("emails", payload.attributes().path("email"));
    row.set("data", data);
    return bulk.send(payload.module(), JsonNodeFactory.instance.arrayNode().add(row));
  }

  @Override
  public Reply<Job> changeInBulk(TargetModule module, String id, ObjectNode attributes) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", id);
    row.set("data", bodies.plain(module, attributes).path(FreshsalesReader.root(module)));
    return bulk.send(module, JsonNodeFactory.instance.arrayNode().add(row));
  }
}
