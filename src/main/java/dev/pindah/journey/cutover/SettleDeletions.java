package dev.pindah.journey.cutover;

import dev.pindah.connect.Destination;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out what people want with records that are gone from the source: marked, or deleted on
 * the target too. Never what was there before us, what somebody has touched since, or what others
 * still hang on.
 */
public final class SettleDeletions {
  private static final String TAG = "qontak-deleted";

  /** Modules whose records carry tags that can be written. */
  private static final Set<TargetModule> TAGGED =
      EnumSet.of(TargetModule.CONTACTS, TargetModule.SALES_ACCOUNTS, TargetModule.DEALS);

  private final Destination destination;
  private final Ledger ledger;
  private final Clock clock;

  public SettleDeletions(Destination destination, Ledger ledger, Clock clock) {
    this.destination = destination;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * What became of them.
   *
   * @param leftAlone theirs, touched since, linked with others, or refused by the target
   */
  public record Settled(long tagged, long deleted, long leftAlone) {
    public static final Settled NOTHING = new Settled(0, 0, 0);
  }

  public Settled run(List<RecordKey> gone, Deletions how, String by) {
    if (how == Deletions.LIST || gone.isEmpty()) {
      return Settled.NOTHING;
    }
    long tagged = 0;
    long deleted = 0;
    for (RecordKey key : gone) {
      Optional<Pair> pair = ledger.read(tables -> tables.crosswalk().find(key));
      boolean done = pair.filter(Pair::ours).map(ours -> settle(ours, how)).orElse(false);
      tagged += done && how == Deletions.TAG ? 1 : 0;
      deleted += done && how == Deletions.DELETE ? 1 : 0;
    }
    Settled settled = new Settled(tagged, deleted, gone.size() - tagged - deleted);
    ledger.record(
        tables ->
            tables
                .decisions()
                .append(
                    "deletions-settled",
                    "cutover:deletions",
                    by,
                    settled.tagged()
                        + " tagged, "
                        + settled.deleted()
                        + " deleted, "
                        + settled.leftAlone()
                        + " left alone",
                    clock.instant()));
    return settled;
  }

  private boolean settle(Pair pair, Deletions how) {
    if (pair.module().hanging()) {
      return false;
    }
    Optional<Row> now = destination.reader().one(pair.module(), pair.targetId());
    if (now.isEmpty()) {
      forget(pair);
      return how == Deletions.DELETE;
    }
    return how == Deletions.TAG ? tag(pair, now.get()) : delete(pair, now.get());
  }

  private boolean tag(Pair pair, Row now) {
    if (!TAGGED.contains(pair.module())) {
      return false;
    }
    Set<String> tags = new LinkedHashSet<>();
    JsonMapper.shared()
        .readTree(now.json())
        .path("tags")
        .valueStream()
        .map(SettleDeletions::name)
        .forEach(tags::add);
    if (!tags.add(TAG)) {
      return true;
    }
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    tags.forEach(attributes.putArray("tags")::add);
    return destination
            .writer()
            .update(now, new Payload(pair.key(), pair.module(), attributes, List.of()))
        instanceof Reply.Ok;
  }

  private static String name(JsonNode tag) {
    return tag.isObject() ? tag.path("name").asString("") : tag.asString("");
  }

  /** Others would be left with a link to nowhere, so that only what stands alone is deleted. */
  private boolean delete(Pair pair, Row now) {
    if (ledger.<Long>read(tables -> tables.candidates().linkedWith(pair.key())) > 0) {
      return false;
    }
    if (!new TargetRow(now.json()).differences(written(pair)).isEmpty()) {
      return false;
    }
    boolean gone = destination.eraser().delete(pair.module(), pair.targetId()) instanceof Reply.Ok;
    if (gone) {
      forget(pair);
    }
    return gone;
  }

  /** All that the steps of a record wrote, later ones over earlier ones. */
  private ObjectNode written(Pair pair) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    ledger.read(
        tables -> {
          for (Step step : Step.values()) {
            tables
                .candidates()
                .find(pair.key(), step)
                .ifPresent(stored -> all.setAll(stored.candidate().attributes()));
          }
          return true;
        });
    return all;
  }

  /** With what hung on it: the target takes its notes along, and the source gives them no more. */
  private void forget(Pair pair) {
    ledger.record(
        tables -> {
          for (ObjectName child : ObjectName.values()) {
            List<SourceRecord> children = tables.sourceRecords().children(pair.key(), child);
            tables
                .sourceRecords()
                .save(children.stream().map(held -> held.tombstone(clock.instant())).toList());
            children.forEach(held -> remove(held.key(), tables));
            // Folded history stands in one note under the name of its parent.
            remove(
                new RecordKey(child, pair.key().object().wire() + ":" + pair.key().id()), tables);
          }
          remove(pair.key(), tables);
        });
  }

  private static void remove(RecordKey key, Tables tables) {
    tables.crosswalk().remove(key);
    tables.candidates().remove(key);
  }
}
