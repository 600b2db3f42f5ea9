package dev.pindah.journey.handoff;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Goes through all source records of an object, page by page. */
public final class SourceRows {
  private static final int CHUNK = 500;

  private SourceRows() {}

  public static void each(
      Ledger ledger, ObjectName object, BiConsumer<SourceRecord, JsonNode> rows) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(object, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(record -> rows.accept(record, JsonMapper.shared().readTree(record.json())));
      after = page.getLast().key().id();
    }
  }

  /** The text of a value, blank for the source's many forms of nothing. */
  public static String text(JsonNode value) {
    if (!value.isValueNode() || value.isNull()) {
      return "";
    }
    String text = value.asString("").strip();
    return text.equals("n/a") ? "" : text;
  }
}
