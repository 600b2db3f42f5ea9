package dev.pindah.cli;

import dev.pindah.journey.discover.Discover;
import dev.pindah.journey.discover.Discover.Discovery;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.util.Locale;
import picocli.CommandLine.Command;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "discover",
    description = {
      "Reads what both accounts look like; writes to neither.",
      "Schemas, users, pipelines and up to ten pages of values per object go into the ledger, where"
          + " 'map' finds them. Run it again whenever an account has changed."
    })
final class DiscoverCommand extends WorkspaceCommand {
  @Override
  int run(Session session) {
    Discovery discovery = discover(session);
    if (session.output.json()) {
      ObjectNode json = Output.object();
      describe(json.putObject("source"), discovery.source());
      describe(json.putObject("destination"), discovery.destination());
      Output.print(json);
      return ExitCode.DONE;
    }
    say(session.output, "source", discovery.source());
    say(session.output, "destination", discovery.destination());
    session.output.say("next: pindah map --propose");
    return ExitCode.DONE;
  }

  static Discovery discover(Session session) {
    return new Discover(
            session.connectors().source(),
            session.connectors().destination(),
            session.ledger,
            session.progress)
        .run();
  }

  private static void describe(ObjectNode json, Inventory inventory) {
    json.put("product", inventory.product().wire());
    ArrayNode objects = json.putArray("objects");
    for (ObjectSchema object : inventory.objects()) {
      ObjectNode row = objects.addObject().put("object", object.name());
      row.put("count", object.count()).put("fields", object.fields().size());
    }
    json.put("users", inventory.people().size());
    json.put("pipelines", inventory.pipelines().size());
  }

  private static void say(Output output, String side, Inventory inventory) {
    output.say(
        String.format(
            Locale.ROOT,
            "%s (%s): %d users, %d pipelines",
            side,
            inventory.product().wire(),
            inventory.people().size(),
            inventory.pipelines().size()));
    for (ObjectSchema object : inventory.objects()) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-16s %10s records  %4d fields",
              object.name(),
              object.count() < 0 ? "?" : String.format(Locale.ROOT, "%,d", object.count()),
              object.fields().size()));
    }
  }
}
