package dev.pindah.ledger;

import dev.pindah.ledger.SourceFile.State;
import dev.pindah.model.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that source records link to: table {@code file}. */
public interface SourceFiles {
  /**
   * The links that a record carries now. New ones are {@link State#FOUND}, known ones stay as they
   * are, and those that it does not carry any more are {@link State#GONE}.
   */
  void links(RecordKey parent, List<SourceFile> links);

  /** What became of files; all of them were told of with {@link #links}. */
  void save(List<SourceFile> files);

  /**
   * Tries again what is not stored: {@link State#MISSING}, too large and refused are found anew.
   */
  int retry();

  Optional<SourceFile> find(String id);

  /** Files of a record in the order of their fields, without those that are gone. */
  List<SourceFile> of(RecordKey parent);

  /** In the order of ids, after {@code afterId} (blank for the start). */
  List<SourceFile> in(State state, String afterId, int limit);

  /** A stored file of the same link, wherever it hangs. */
  Optional<SourceFile> stored(String url);

  Map<State, Long> counts();

  /** Bytes of all stored files, each content once. */
  long bytes();
}
