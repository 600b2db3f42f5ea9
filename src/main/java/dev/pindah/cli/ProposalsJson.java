package dev.pindah.cli;

import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.Proposal;
import dev.pindah.journey.map.ProposalFacts;
import dev.pindah.model.ObjectName;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was proposed for each field, and how mapping.yaml decides it now. */
final class ProposalsJson {
  private final AccountView view;
  private final Mapping mapping;

  ProposalsJson(AccountView view, Mapping mapping) {
    this.view = view;
    this.mapping = mapping;
  }

  ObjectNode of(List<Proposal> proposals) {
    ObjectNode json = Output.object();
    ArrayNode rows = json.putArray("proposals");
    for (Proposal proposal : proposals) {
      ObjectNode row = rows.addObject();
      row.putObject("source")
          .put("object", proposal.object())
          .put("field", proposal.rule().source())
          .put("label", proposal.rule().label());
      Optional<ObjectMapping> object = ObjectName.of(proposal.object()).flatMap(mapping::object);
      FieldRule rule =
          object.flatMap(found -> found.field(proposal.rule().source())).orElse(proposal.rule());
      row.put("decision", rule.decision().wire());
      ArrayNode candidates = row.putArray("candidates");
      for (Proposal.Option option : proposal.candidates()) {
        candidates
            .addObject()
            .put("object", option.module())
            .put("field", option.field())
            .put("label", option.label())
            .put("confidence", option.confidence());
      }
      row.put("reason", rule.reason());
      row.put("transform", rule.transform().wire());
      object.ifPresent(
          found -> facts(row, ProposalFacts.of(view, proposal.object(), found.target(), rule)));
    }
    return json;
  }

  private static void facts(ObjectNode row, ProposalFacts facts) {
    row.put("records", facts.records()).put("sampled", facts.sampled());
    ObjectNode samples = row.putObject("samples");
    facts.sourceSamples().forEach(samples.putArray("source")::add);
    facts.targetSamples().forEach(samples.putArray("target")::add);
    facts.lost().forEach(row.putArray("lost")::add);
  }
}
