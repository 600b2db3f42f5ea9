package dev.pindah.report.evidence;

import dev.pindah.model.Books;
import dev.pindah.report.Summary;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The books of records and cells as they are packed. */
final class CountsJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private CountsJson() {}

  static String of(Summary summary) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode objects = json.putArray("objects");
    for (Books books : summary.books()) {
      objects
          .addObject()
          .put("object", books.object().wire())
          .put("read", books.read())
          .put("created", books.created())
          .put("updated", books.updated())
          .put("matched", books.matched())
          .put("skipped", books.skipped())
          .put("refused", books.refused())
          .put("held", books.held())
          .put("pending", books.pending());
    }
    ArrayNode cells = json.putArray("cells");
    summary
        .cells()
        .forEach(
            count ->
                cells
                    .addObject()
                    .put("object", count.object().wire())
                    .put("field", count.field())
                    .put("bucket", count.bucket())
                    .put("cells", count.cells()));
    json.putObject("calls")
        .put("source", summary.sourceCalls())
        .put("destination", summary.destinationCalls());
    return JSON.writeValueAsString(json) + "\n";
  }
}
