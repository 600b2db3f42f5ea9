package dev.pindah.journey.extract;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.RecordKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes on past single records that the source fails on, until so many fail in a row that it is the
 * source itself. Failures count as gaps only once a later record could be read; until then they may
 * be an outage, and are read again.
 */
final class Patience {
  private static final int IN_A_ROW = 20;
  private static final int OUTAGE = 4;

  private final String slice;
  private final Gaps gaps;
  private final List<Failed> doubtful = new ArrayList<>();
  private boolean any;

  private record Failed(RecordKey key, RemoteException cause) {}

  Patience(String slice, Gaps gaps) {
    this.slice = slice;
    this.gaps = gaps;
  }

  /** Runs the call for the record; what fails for this record alone is kept as a gap. */
  void attempt(RecordKey key, Runnable call) {
    try {
      call.run();
      passed();
    } catch (RemoteException failed) {
      if (Gaps.general(failed)) {
        throw failed;
      }
      doubt(new Failed(key, failed));
    }
  }

  private synchronized void passed() {
    any = true;
    settle();
  }

  private synchronized void doubt(Failed failed) {
    doubtful.add(failed);
    int limit = failed.cause().kind() == Kind.UNREACHABLE ? OUTAGE : IN_A_ROW;
    if (doubtful.size() >= limit && (!any || failed.cause().kind() == Kind.UNREACHABLE)) {
      throw failed.cause();
    }
  }

  /** Whether nothing is in doubt, so that the position may move. */
  synchronized boolean sure() {
    return doubtful.isEmpty();
  }

  /** The slice came to its end: what is in doubt still is a gap. */
  synchronized void settle() {
    doubtful.forEach(
        failed ->
            gaps.add(
                slice,
                Gaps.record(failed.key().object().wire(), failed.key().id(), failed.cause())));
    doubtful.clear();
  }
}
