package dev.pindah.journey.cutover;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.model.KeptCell;
import dev.pindah.model.KeptCell.State;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Cells that were changed on both sides, and who wins. */
public final class Conflicts {
  /** How a conflict is settled. */
  public enum Winner {
    SOURCE,
    TARGET,
    NEWEST
  }

  private final Ledger ledger;
  private final Clock clock;

  public Conflicts(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  public List<KeptCell> open() {
    return ledger.read(
        tables ->
            tables.keptCells().all().stream()
                .filter(cell -> cell.state() == State.CONFLICT)
                .toList());
  }

  /** Cells that people changed on the target and that stay as they are. */
  public long kept() {
    return ledger.read(
        tables ->
            tables.keptCells().all().stream()
                .filter(cell -> cell.state() == State.EDITED || cell.state() == State.TARGET)
                .count());
  }

  /** What the source wants is written with the next delta; the decision is kept with its name. */
  public void settle(KeptCell cell, Winner winner, String by) {
    ledger.record(
        tables -> {
          boolean source =
              winner == Winner.SOURCE || (winner == Winner.NEWEST && sourceIsNewer(cell, tables));
          tables.keptCells().save(List.of(cell.as(source ? State.SOURCE : State.TARGET)));
          tables
              .decisions()
              .append(
                  "conflict-settled",
                  "conflict:"
                      + cell.key().object().wire()
                      + ":"
                      + cell.key().id()
                      + ":"
                      + cell.attribute(),
                  by,
                  source ? "source" : "target",
                  clock.instant());
        });
  }

  /** Records say when they changed last, not cells; an unreadable time loses. */
  private static boolean sourceIsNewer(KeptCell cell, Tables tables) {
    Optional<Instant> source =
        tables.sourceRecords().find(cell.key()).flatMap(record -> updated(record.json()));
    Optional<Instant> target =
        tables
            .crosswalk()
            .find(cell.key())
            .flatMap(
                pair -> tables.targetRecords().find(Reading.AFTER, pair.module(), pair.targetId()))
            .flatMap(record -> updated(record.json()));
    return source.isPresent() && target.map(there -> source.get().isAfter(there)).orElse(true);
  }

  private static Optional<Instant> updated(String json) {
    try {
      return Optional.of(
          OffsetDateTime.parse(JsonMapper.shared().readTree(json).path("updated_at").asString(""))
              .toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
