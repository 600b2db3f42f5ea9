package dev.pindah.journey.rollback;

import dev.pindah.connect.TargetReader.Row;
import java.util.Map;
import java.util.Set;

/** What shall be done with one target record. */
sealed interface Judgement {
  Standing of();

  /** We made it and nobody touched it. */
  record Delete(Standing of, Row now) implements Judgement {}

  /** It was there before us: these attributes go back to what they were. */
  record PutBack(Standing of, Row now, String before, Set<String> attributes)
      implements Judgement {}

  /** Somebody changed these cells since. */
  record Keep(Standing of, Map<String, Change> cells) implements Judgement {}

  /** Nothing of ours is on it. */
  record Leave(Standing of) implements Judgement {}

  /** Somebody removed it before. */
  record Gone(Standing of) implements Judgement {}

  /** A cell as we last read it and as it stands now. */
  record Change(String was, String is) {}
}
