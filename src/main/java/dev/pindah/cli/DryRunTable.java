package dev.pindah.cli;

import dev.pindah.journey.load.Intent;
import dev.pindah.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a load would do, for people and for scripts. Names of cells, never their values. */
final class DryRunTable {
  static final String HEAD =
      "object          create   update    match     skip   refuse     hold     done    calls";

  private DryRunTable() {}

  static List<String> lines(ObjectName object, Intent intent) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-12s %,9d%,9d%,9d%,9d%,9d%,9d%,9d%,9d",
            object.wire(),
            intent.create(),
            intent.update(),
            intent.match(),
            intent.skip(),
            intent.refuse(),
            intent.hold(),
            intent.done(),
            intent.calls()));
    intent.cells().forEach((cell, count) -> lines.add("    " + count + " would change " + cell));
    intent.samples().stream()
        .filter(sample -> !sample.would().equals("create"))
        .forEach(
            sample ->
                lines.add(
                    "    "
                        + sample.would()
                        + " "
                        + object.wire()
                        + " "
                        + sample.id()
                        + ": "
                        + sample.why()));
    return lines;
  }

  static long calls(Map<ObjectName, Intent> intents) {
    return intents.values().stream().mapToLong(Intent::calls).sum();
  }

  static ObjectNode json(Map<ObjectName, Intent> intents) {
    ObjectNode json = Output.object();
    ArrayNode objects = json.putArray("objects");
    intents.forEach(
        (object, intent) -> {
          ObjectNode row = objects.addObject();
          row.put("object", object.wire())
              .put("create", intent.create())
              .put("update", intent.update())
              .put("match", intent.match())
              .put("skip", intent.skip())
              .put("refuse", intent.refuse())
              .put("hold", intent.hold())
              .put("ambiguous", intent.ambiguous())
              .put("done", intent.done())
              .put("unanswered", intent.open())
              .put("calls", intent.calls());
          ObjectNode cells = row.putObject("cells");
          intent.cells().forEach(cells::put);
          ArrayNode samples = row.putArray("samples");
          intent
              .samples()
              .forEach(
                  sample ->
                      samples
                          .addObject()
                          .put("id", sample.id())
                          .put("would", sample.would())
                          .put("why", sample.why()));
        });
    json.put("calls", calls(intents));
    return json;
  }
}
