package dev.pindah.journey.handoff;

import dev.pindah.journey.handoff.flow.ReadFlows;
import dev.pindah.journey.handoff.whatsapp.ReadTemplates;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Problems;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.kit.Dictionary;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.mapping.Mapping;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The stage: puts together what is handed over. Asks nobody but the ledger. */
public final class AssembleKit {
  private AssembleKit() {}

  /**
   * Reads the ledger.
   *
   * @param mapping the mapping as it lies in the workspace, if there is one
   * @param confirmed whether a person confirmed it as it is
   * @param problems takes what is wrong with files and answers; the rest is assembled all the same
   */
  public static Kit read(
      Ledger ledger,
      Answers answers,
      Optional<Mapping> mapping,
      boolean confirmed,
      ZoneId zone,
      Problems problems) {
    Dictionary dictionary = ReadDictionary.read(ledger, mapping, confirmed);
    return new Kit(
        ReadFlows.read(ledger, problems),
        ReadAutomations.read(ledger, answers, problems),
        ReadTemplates.read(ledger, answers, problems),
        ReadSegments.lists(ledger),
        ReadSegments.dynamic(answers, dictionary, problems),
        ReadRoles.read(ledger, mapping),
        dictionary,
        ReadChatPanel.read(ledger, zone),
        facts(answers));
  }

  private static Map<String, String> facts(Answers answers) {
    Map<String, String> facts = new LinkedHashMap<>();
    answers
        .rows(Answers.ACCOUNT)
        .forEach(
            row -> {
              if (!row.cell("key").isEmpty() && !row.cell("answer").isEmpty()) {
                facts.put(row.cell("key"), row.cell("answer"));
              }
            });
    return facts;
  }
}
