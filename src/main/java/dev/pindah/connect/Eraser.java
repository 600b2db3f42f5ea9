package dev.pindah.connect;

import dev.pindah.connect.TargetReader.Row;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Set;

/** Takes writes to the destination back: for rollback only. */
public interface Eraser {
  /** Ok also when the record was already gone. */
  Reply<Boolean> delete(TargetModule module, String id);

  /** Records that one call of {@link #deleteAll} takes. */
  int MOST = 100;

  /**
   * Asks for the deletion of many with one call. Ok says whether the target has such a call at all;
   * what became of the records only reading shows.
   */
  default Reply<Boolean> deleteAll(TargetModule module, List<String> ids) {
    return new Reply.Ok<>(false);
  }

  /** Takes contacts off a list. */
  Reply<Boolean> leave(String listId, List<String> contactIds);

  /**
   * Puts attributes, links and marks back to what they were.
   *
   * @param now the record as it stands
   * @param before JSON of the record as it was read before the first write
   * @param attributes names of what was written
   */
  Reply<Boolean> restore(Row now, String before, Set<String> attributes);
}
