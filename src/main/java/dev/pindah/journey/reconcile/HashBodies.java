package dev.pindah.journey.reconcile;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.TargetModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the bodies of files back where the target gives them out, and keeps nothing of them but
 * their hash. A call each, so a part of them may be drawn.
 */
final class HashBodies {
  /** Member of the row that holds the hash; the source's file is known by the same. */
  static final String HASH = "sha256";

  /** More than any target takes. */
  private static final long CAP = 150L * 1024 * 1024;

  /** A place that cannot be reached so often in a row is not asked for the rest. */
  private static final int FRUITLESS = 3;

  private static final int CHUNK = 1000;

  private final TargetReader reader;
  private final Ledger ledger;
  private final int most;
  private final long seed;
  private final Map<String, Long> unread = new TreeMap<>();
  private Optional<Set<String>> drawn = Optional.empty();
  private int fruitless;
  private long left;

  /**
   * @param most bodies to read at most
   */
  HashBodies(TargetReader reader, Ledger ledger, int most, long seed) {
    this.reader = reader;
    this.ledger = ledger;
    this.most = most;
    this.seed = seed;
  }

  /** Chooses among the files of a module, before they are read; answers how many are due. */
  long choose(TargetModule module) {
    long all = ledger.read(tables -> tables.crosswalk().count(module));
    drawn = all > most ? Optional.of(draw(module)) : Optional.empty();
    return Math.min(all, most);
  }

  private Set<String> draw(TargetModule module) {
    if (most == 0) {
      return Set.of();
    }
    List<String> ids = new ArrayList<>();
    for (List<String> page = page(module, "");
        !page.isEmpty();
        page = page(module, ids.getLast())) {
      ids.addAll(page);
    }
    Collections.shuffle(ids, new Random(seed));
    return new HashSet<>(ids.subList(0, Math.min(most, ids.size())));
  }

  private List<String> page(TargetModule module, String after) {
    return ledger.read(tables -> tables.crosswalk().targets(module, after, CHUNK));
  }

  /** The rows as they were, those of our files with the hash of their body where it came back. */
  List<Row> hashed(List<Row> rows) {
    return rows.stream().map(row -> ours(row) ? hashed(row) : row).toList();
  }

  private boolean ours(Row row) {
    return ledger.read(tables -> tables.crosswalk().byTarget(row.module(), row.id())).isPresent();
  }

  private Row hashed(Row row) {
    if (drawn.map(ids -> !ids.contains(row.id())).orElse(false)) {
      left++;
      return row;
    }
    if (fruitless >= FRUITLESS) {
      unread.merge("its place cannot be reached", 1L, Long::sum);
      return row;
    }
    return body(row).map(download -> judged(row, download)).orElse(row);
  }

  private Row judged(Row row, Download download) {
    return switch (download) {
      case Download.Whole(String sha256, long bytes, String type) -> {
        ObjectNode told = (ObjectNode) JsonMapper.shared().readTree(row.json());
        // What came is believed, not what was told of it.
        told.put(HASH, sha256).put("bytes", bytes);
        yield new Row(row.module(), row.id(), told.toString(), row.keys());
      }
      case Download.Missing(String reason) -> unread(row, reason);
      case Download.Refused(String reason) -> unread(row, reason);
      case Download.TooLarge(long bytes) -> unread(row, "it is longer than any file of ours");
    };
  }

  private Row unread(Row row, String reason) {
    unread.merge(reason, 1L, Long::sum);
    return row;
  }

  private Optional<Download> body(Row row) {
    Path draft = draft();
    try {
      Optional<Download> body = reader.body(row, draft, CAP);
      fruitless = 0;
      return body;
    } catch (RemoteException away) {
      if (away.kind() != RemoteException.Kind.UNREACHABLE) {
        throw away;
      }
      fruitless++;
      return Optional.of(new Download.Refused("its place cannot be reached"));
    } finally {
      remove(draft);
    }
  }

  private Path draft() {
    try {
      return ledger.media().draft();
    } catch (IOException disk) {
      throw new UncheckedIOException("the media folder cannot be written", disk);
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException disk) {
      throw new UncheckedIOException("the media folder cannot be written", disk);
    }
  }

  /** Bodies that were not read although the target gives them out, in words. */
  List<String> unread() {
    List<String> words = new ArrayList<>();
    if (left > 0) {
      words.add(left + " were not drawn");
    }
    unread.forEach((reason, files) -> words.add(files + ": " + reason));
    return words;
  }
}
