package dev.pindah.journey.cutover;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.schema.Person;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who still writes in the source: the person whom the newest event of a changed record names, else
 * its owner, since no record says who touched it last.
 */
public final class Writers {
  private static final String NOBODY = "somebody whom the API does not name";

  private final Ledger ledger;

  public Writers(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * One person.
   *
   * @param who as the source writes it
   * @param sure false when it is only the owner of the records
   */
  public record Writer(String who, boolean sure, long records) {}

  /** Those with the most records first. */
  public List<Writer> of(List<RecordKey> changed) {
    return ledger.read(
        tables -> {
          Map<Writer, Long> counts = new LinkedHashMap<>();
          changed.forEach(key -> counts.merge(writer(key, tables), 1L, Long::sum));
          return counts.entrySet().stream()
              .map(
                  count ->
                      new Writer(count.getKey().who(), count.getKey().sure(), count.getValue()))
              .sorted(Comparator.comparingLong(Writer::records).reversed())
              .toList();
        });
  }

  private static Writer writer(RecordKey key, Tables tables) {
    Optional<SourceRecord> record = tables.sourceRecords().find(key);
    Optional<SourceRow> row = record.map(found -> new SourceRow(found.json()));
    return newest(key, tables)
        .or(() -> row.flatMap(found -> person(found, "last_modifier_id", tables)))
        .map(who -> new Writer(who, true, 0))
        .orElseGet(
            () -> new Writer(row.flatMap(found -> owner(found, tables)).orElse(NOBODY), false, 0));
  }

  /** Events are kept for the records that changed; their times sort as texts. */
  private static Optional<String> newest(RecordKey key, Tables tables) {
    return tables.sourceRecords().children(key, ObjectName.TIMELINE).stream()
        .map(event -> new SourceRow(event.json()))
        .max(Comparator.comparing(event -> event.text("when")))
        .map(event -> event.text("who"))
        .filter(who -> !who.isBlank() && !who.startsWith("<"));
  }

  private static Optional<String> owner(SourceRow row, Tables tables) {
    return Stream.of("creator_name", "user_full_name", "user_name")
        .map(row::text)
        .filter(name -> !name.isBlank())
        .findFirst()
        .or(() -> person(row, "creator_id", tables));
  }

  private static Optional<String> person(SourceRow row, String member, Tables tables) {
    String id = row.text(member);
    return tables.inventories().latest(Product.QONTAK).stream()
        .flatMap(inventory -> inventory.people().stream())
        .filter(person -> person.id().equals(id))
        .map(Person::name)
        .findFirst();
  }
}
