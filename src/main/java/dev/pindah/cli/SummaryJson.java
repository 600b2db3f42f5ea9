package dev.pindah.cli;

import dev.pindah.model.Books;
import dev.pindah.report.Summary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The books of a migration for scripts. */
final class SummaryJson {
  private SummaryJson() {}

  static ObjectNode run(Summary summary) {
    ObjectNode json = Output.object();
    json.put("balanced", summary.balanced());
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
          .put("held", books.held());
    }
    json.putObject("calls")
        .put("source", summary.sourceCalls())
        .put("destination", summary.destinationCalls());
    return json;
  }
}
