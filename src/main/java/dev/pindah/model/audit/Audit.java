package dev.pindah.model.audit;

import dev.pindah.model.forecast.Forecast;
import dev.pindah.model.schema.Inventory;
import java.util.List;

/**
 * Both accounts, judged.
 *
 * @param toMake fields that an admin would have to make, at most
 * @param published the eight objects of the published comparison
 * @param ours every object that Pindah knows
 * @param flows chatbot flows of the imported files
 */
public record Audit(
    Facts facts,
    Inventory source,
    Inventory destination,
    List<FieldFacts> fields,
    int toMake,
    List<OwnerMatch> owners,
    List<Compatibility> published,
    List<Compatibility> ours,
    List<Trap> traps,
    List<Loss> losses,
    PlanAdvice advice,
    Grade grade,
    List<Question> questions,
    List<FlowFacts> flows,
    Forecast forecast) {
  public Audit {
    fields = List.copyOf(fields);
    owners = List.copyOf(owners);
    published = List.copyOf(published);
    ours = List.copyOf(ours);
    traps = List.copyOf(traps);
    losses = List.copyOf(losses);
    questions = List.copyOf(questions);
    flows = List.copyOf(flows);
  }
}
