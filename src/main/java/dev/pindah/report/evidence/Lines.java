package dev.pindah.report.evidence;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.model.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the ledger as JSON lines. */
final class Lines {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Lines() {}

  static String decisions(List<Decision> decisions) {
    StringBuilder text = new StringBuilder();
    for (Decision decision : decisions) {
      ObjectNode line = JSON.createObjectNode();
      line.put("number", decision.number());
      line.put("kind", decision.kind());
      line.put("subject", decision.subject());
      line.put("by", decision.by());
      line.put("reason", decision.reason());
      line.put("at", decision.at().toString());
      line.put("previousHash", decision.previousHash());
      line.put("hash", decision.hash());
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** The decisions of such a text; empty when a line of it cannot be read. */
  static Optional<List<Decision>> decisions(String text) {
    List<Decision> decisions = new ArrayList<>();
    try {
      for (String line : text.lines().toList()) {
        JsonNode row = JSON.readTree(line);
        decisions.add(
            new Decision(
                row.path("number").asLong(0),
                row.path("kind").asString(""),
                row.path("subject").asString(""),
                row.path("by").asString(""),
                row.path("reason").asString(""),
                Instant.parse(row.path("at").asString("")),
                row.path("previousHash").asString(""),
                row.path("hash").asString("")));
      }
      return Optional.of(decisions);
    } catch (JacksonException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  static String findings(Map<String, List<Finding>> byStage) {
    StringBuilder text = new StringBuilder();
    byStage.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            stage ->
                stage
                    .getValue()
                    .forEach(
                        finding -> text.append(finding(stage.getKey(), finding)).append('\n')));
    return text.toString();
  }

  private static ObjectNode finding(String stage, Finding finding) {
    ObjectNode line = JSON.createObjectNode();
    line.put("stage", stage);
    line.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    line.put("code", finding.code());
    line.put("object", finding.object());
    line.put("id", finding.id());
    line.put("field", finding.field());
    return line.put("detail", finding.detail());
  }
}
