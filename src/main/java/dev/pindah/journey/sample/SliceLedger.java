package dev.pindah.journey.sample;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.MediaFolder;
import dev.pindah.ledger.Tables;
import dev.pindah.model.RecordKey;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The ledger as if only the slice were to be moved: load and reconcile work on it as they do on the
 * whole. What reconcile would prove of the migration is not written down, since the slice goes
 * back.
 */
record SliceLedger(Ledger whole, SliceKeys keys) implements Ledger {
  static SliceLedger of(Ledger whole, Set<RecordKey> keys) {
    return new SliceLedger(whole, SliceKeys.of(keys));
  }

  @Override
  public <T> T write(Function<Tables, T> work) {
    return whole.write(tables -> work.apply(new SliceTables(tables, keys)));
  }

  @Override
  public <T> CompletableFuture<T> writeSoon(Function<Tables, T> work) {
    return whole.writeSoon(tables -> work.apply(new SliceTables(tables, keys)));
  }

  @Override
  public <T> T read(Function<Tables, T> work) {
    return whole.read(tables -> work.apply(new SliceTables(tables, keys)));
  }

  @Override
  public MediaFolder media() {
    return whole.media();
  }

  /** The whole is closed by who opened it. */
  @Override
  public void close() {}
}
