package dev.pindah.cli;

import dev.pindah.ledger.CallCounts.LoadCalls;
import dev.pindah.model.Books;
import dev.pindah.report.Summary;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The books of a migration for scripts. */
final class SummaryJson {
  private SummaryJson() {}

  /** The same, with the calls of the load beside what was expected of them. */
  static ObjectNode load(Summary summary) {
    ObjectNode json = run(summary);
    ArrayNode load = json.putArray("loadCalls");
    for (LoadCalls calls : summary.loadCalls()) {
      load.addObject()
          .put("object", calls.object().wire())
          .put("part", calls.part())
          .put("forecast", calls.forecast())
          .put("used", calls.used());
    }
    return json;
  }

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
