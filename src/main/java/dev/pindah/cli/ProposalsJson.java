package dev.pindah.cli;

import dev.pindah.journey.map.Proposal;
import dev.pindah.model.ObjectName;
import dev.pindah.model.mapping.Mapping;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was proposed for each field, and how mapping.yaml decides it now. */
final class ProposalsJson {
  private ProposalsJson() {}

  static ObjectNode of(List<Proposal> proposals, Mapping mapping) {
    ObjectNode json = Output.object();
    ArrayNode rows = json.putArray("proposals");
    for (Proposal proposal : proposals) {
      ObjectNode row = rows.addObject();
      row.putObject("source")
          .put("object", proposal.object())
          .put("field", proposal.rule().source())
          .put("label", proposal.rule().label());
      row.put(
          "decision",
          ObjectName.of(proposal.object())
              .flatMap(mapping::object)
              .flatMap(object -> object.field(proposal.rule().source()))
              .orElse(proposal.rule())
              .decision()
              .wire());
      ArrayNode candidates = row.putArray("candidates");
      for (Proposal.Option option : proposal.candidates()) {
        candidates
            .addObject()
            .put("object", option.module())
            .put("field", option.field())
            .put("label", option.label())
            .put("confidence", option.confidence());
      }
    }
    return json;
  }
}
