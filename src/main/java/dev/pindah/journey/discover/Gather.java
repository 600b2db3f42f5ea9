package dev.pindah.journey.discover;

import dev.pindah.connect.RecordReader;
import dev.pindah.journey.discover.ReadRows.Row;
import dev.pindah.journey.discover.ReadRows.Seen;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.audit.Count;
import dev.pindah.model.audit.Count.Basis;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.Facts.Shares;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Pipeline;
import dev.pindah.model.schema.Pipeline.Outcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Adds up what rows show, and turns it into facts about the whole account. */
final class Gather {
  private static final int CHUNK = 500;
  private static final int PAGE = 100;

  /** What only ever hangs on other records. */
  private static final List<ObjectName> CHILDREN =
      List.of(
          ObjectName.LINE_ITEM,
          ObjectName.NOTE,
          ObjectName.LIST_MEMBER,
          ObjectName.STAGE_CHANGE,
          ObjectName.TIMELINE,
          ObjectName.CHAT);

  private final Inventory source;
  private final Set<ObjectName> thin;
  private final FilesOf files;
  private final ChatSide chat;
  private final AskParents parents;
  private final DataQuality quality;
  private final Set<String> closedStages = new HashSet<>();
  private final Sampled closed = new Sampled();
  private final Sampled withDeal = new Sampled();
  private final Map<ObjectName, Count> counts = new EnumMap<>(ObjectName.class);
  private final Map<ObjectName, Long> looked = new EnumMap<>(ObjectName.class);
  private final Map<String, String> unreadable = new HashMap<>();
  private final Set<ObjectName> wholesale = EnumSet.noneOf(ObjectName.class);
  private Range told = Range.ZERO;
  private Range withItems = Range.ZERO;
  private OptionalLong fileBytes = OptionalLong.empty();

  /**
   * For one account.
   *
   * @param thin objects whose list rows leave fields out
   */
  Gather(Inventory source, Set<ObjectName> thin, FilesOf files, ChatSide chat, AskParents parents) {
    this.source = source;
    this.thin = thin;
    this.files = files;
    this.chat = chat;
    this.parents = parents;
    this.quality = new DataQuality(source);
    for (Pipeline pipeline : source.pipelines()) {
      pipeline.stages().stream()
          .filter(stage -> stage.outcome() != Outcome.OPEN)
          .forEach(stage -> closedStages.add(stage.id()));
    }
    counts.put(ObjectName.USER, Count.exactly(source.people().size(), Basis.COUNTED));
    counts.put(ObjectName.PIPELINE, Count.exactly(source.pipelines().size(), Basis.COUNTED));
  }

  void look(Row row, SourceRow read) {
    ObjectName object = row.key().object();
    parents.seen(row.key());
    quality.look(object, row.key().id(), read);
    if (!thin.contains(object)) {
      files.look(row.key(), row.json());
    }
    chat.look(object, row.json());
    if (object == ObjectName.DEAL) {
      closed.add(closedStages.contains(read.text("crm_stage_id")) ? 1 : 0);
    }
    if (object == ObjectName.CONTACT) {
      withDeal.add(read.ids("crm_deal_ids").isEmpty() ? 0 : 1);
    }
  }

  void seen(ObjectName object, Seen seen) {
    looked.put(object, seen.rows());
    if (seen.all()) {
      quality.complete(object);
    }
    long told = source.object(object.wire()).map(ObjectSchema::count).orElse(-1L);
    long counted = Math.max(told, seen.total().orElse(-1));
    if (seen.all() && seen.rows() >= counted) {
      counts.put(object, Count.exactly(seen.rows(), Basis.COUNTED));
    } else if (counted >= seen.rows()) {
      counts.put(object, Count.exactly(counted, Basis.COUNTED));
    } else {
      // A list that does not say how long it is goes on beyond what was looked at.
      double rows = seen.rows();
      counts.put(object, new Count(Range.of(rows, 2 * rows, 20 * rows), Basis.AT_LEAST));
    }
  }

  /** The same rows in full, as far as some are asked; answers how many were. */
  long details(ObjectName object, Consumer<SourceRow> look) {
    long[] asked = {0};
    parents.details(
        object,
        record -> {
          asked[0]++;
          files.look(record.key(), record.json());
          look.accept(new SourceRow(record.json()));
        });
    return asked[0];
  }

  void unreadable(ObjectName object, String why) {
    unreadable.put(object.wire(), why);
  }

  void ask() {
    parents.run(child -> files.look(child.key(), child.json()));
    unreadable.putAll(parents.unreadable());
    Map<ObjectName, Range> numbers = numbers();
    for (ObjectName child : CHILDREN) {
      if (parents.answered(child)) {
        counts.put(child, new Count(parents.total(child, numbers), Basis.SAMPLED));
      }
    }
    told = parents.having(ObjectName.TIMELINE, numbers);
    withItems = parents.having(ObjectName.LINE_ITEM, numbers);
  }

  /** What an earlier look found out about lists without parents. */
  void known(Set<ObjectName> lists) {
    wholesale.addAll(lists);
  }

  /** A list without parents tells how many children there are; it may leave some out. */
  void wholesale(ObjectName child, RecordReader.Page page) {
    if (page.records().isEmpty()) {
      return;
    }
    wholesale.add(child);
    if (page.total().isPresent() && page.total().getAsLong() >= page.records().size()) {
      counts.put(child, Count.exactly(page.total().getAsLong(), Basis.COUNTED));
    } else if (page.pages().isPresent() && !page.last()) {
      double pages = page.pages().getAsLong();
      counts.put(
          child,
          new Count(Range.of((pages - 1) * PAGE, pages * PAGE, pages * PAGE), Basis.SAMPLED));
    } else if (page.last() || page.records().size() != PAGE) {
      // A list that pays no heed to the size of a page has none.
      counts.put(child, Count.exactly(page.records().size(), Basis.COUNTED));
    } else if (number(child).likely() < PAGE) {
      counts.put(child, new Count(Range.of(PAGE, 2 * PAGE, 20 * PAGE), Basis.AT_LEAST));
    }
  }

  /** Everything is in the ledger: children are counted there. */
  void children(Ledger ledger, ReadRows rows) {
    for (ObjectName child : CHILDREN) {
      Seen seen = rows.each(child, row -> files.look(row.key(), row.json()));
      counts.put(child, Count.exactly(seen.rows(), Basis.EXTRACTED));
    }
    counts.replaceAll(
        (object, count) ->
            count.basis() == Basis.COUNTED && looked.containsKey(object)
                ? new Count(count.number(), Basis.EXTRACTED)
                : count);
    told = Range.exactly(parents(ledger, ObjectName.TIMELINE));
    withItems = Range.exactly(parents(ledger, ObjectName.LINE_ITEM));
    long bytes = ledger.read(tables -> tables.sourceFiles().bytes());
    fileBytes = bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
  }

  private static long parents(Ledger ledger, ObjectName child) {
    Set<RecordKey> parents = new HashSet<>();
    String after = "";
    while (true) {
      String from = after;
      List<SourceRecord> page =
          ledger.read(tables -> tables.sourceRecords().page(child, from, CHUNK));
      if (page.isEmpty()) {
        return parents.size();
      }
      page.forEach(record -> record.parent().ifPresent(parents::add));
      after = page.getLast().key().id();
    }
  }

  private Map<ObjectName, Range> numbers() {
    Map<ObjectName, Range> numbers = new EnumMap<>(ObjectName.class);
    counts.forEach((object, count) -> numbers.put(object, count.number()));
    return numbers;
  }

  private Range number(ObjectName object) {
    Count count = counts.get(object);
    return count == null ? Range.ZERO : count.number();
  }

  Facts facts(boolean exact, double callsPerSecond) {
    Map<ObjectName, Range> numbers = numbers();
    Range links = files.total(numbers);
    counts.put(
        ObjectName.FILE,
        new Count(links, exact || links.exact() ? Basis.EXTRACTED : Basis.SAMPLED));
    Range bytes =
        fileBytes.isPresent()
            ? Range.exactly(fileBytes.getAsLong())
            : dev.pindah.model.forecast.Volumes.of(Map.of(ObjectName.FILE, links), Map.of())
                .fileBytes();
    return new Facts(
        source.readAt(),
        exact,
        counts,
        looked,
        quality.issues(),
        chat.facts(),
        unreadable,
        new Shares(
            closed.total(number(ObjectName.DEAL)),
            withDeal.total(number(ObjectName.CONTACT)),
            withItems,
            told,
            bytes),
        callsPerSecond,
        wholesale);
  }
}
