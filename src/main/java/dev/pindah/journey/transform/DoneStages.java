package dev.pindah.journey.transform;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which tickets are done: neither their list nor their record says so. The last stage of a ticket
 * pipeline has the probability 1; a stage whose name says that the work has ended counts as well.
 */
final class DoneStages {
  private static final Pattern ENDED =
      Pattern.compile(
          "\\b(resolved|closed|done|completed|solved|finished|selesai|tutup|ditutup|terselesaikan|beres)\\b");

  private static final Pattern NOT = Pattern.compile("\\b(belum|tidak|not|never|re-?open)");

  private static final int PAGE = 500;

  private final Set<String> stages = new HashSet<>();

  static DoneStages read(Ledger ledger) {
    DoneStages done = new DoneStages();
    List<SourceRecord> pipelines =
        ledger.read(tables -> tables.sourceRecords().page(ObjectName.TICKET_PIPELINE, "", PAGE));
    for (SourceRecord pipeline : pipelines) {
      JsonMapper.shared()
          .readTree(pipeline.json())
          .path("ticket_stages")
          .valueStream()
          .filter(DoneStages::last)
          .forEach(stage -> done.stages.add(stage.path("id").asString("")));
    }
    return done;
  }

  private static boolean last(JsonNode stage) {
    return Values.decimal(stage.path("win_probability").asString(""))
        .map(probability -> probability.compareTo(BigDecimal.ONE) == 0)
        .orElse(false);
  }

  boolean done(String stageId, String name) {
    return stages.contains(stageId) || ended(name);
  }

  /** Whether a status says by its name that the work has ended. */
  static boolean ended(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return ENDED.matcher(folded).find() && !NOT.matcher(folded).find();
  }
}
