package dev.pindah.journey.discover;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.forecast.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks a few records for what is only given per record, and says what all of them may have. */
final class AskParents {
  private final RecordReader records;
  private final int asked;
  private final ProgressSink progress;
  private final Map<ObjectName, List<String>> seen = new EnumMap<>(ObjectName.class);
  private final Map<Branch, Sampled> children = new HashMap<>();

  /** How many of those asked have any. */
  private final Map<Branch, Sampled> having = new HashMap<>();

  private final Map<String, String> unreadable = new HashMap<>();

  AskParents(RecordReader records, int asked, ProgressSink progress) {
    this.records = records;
    this.asked = asked;
    this.progress = progress;
  }

  /** A record that may be asked. */
  void seen(RecordKey key) {
    seen.computeIfAbsent(key.object(), any -> new ArrayList<>()).add(key.id());
  }

  void run(Consumer<RawRecord> look) {
    for (Branch branch : records.branches()) {
      List<String> parents = drawn(seen.getOrDefault(branch.parent(), List.of()));
      int done = 0;
      for (String id : parents) {
        if (!ask(branch, new RecordKey(branch.parent(), id), look)) {
          break;
        }
        progress.at("discover " + branch.wire(), ++done, parents.size());
      }
    }
  }

  /** Some records of an object whose list leaves fields out, in full. */
  void details(ObjectName object, Consumer<RawRecord> look) {
    for (String id : drawn(seen.getOrDefault(object, List.of()))) {
      records.one(new RecordKey(object, id)).ifPresent(look);
    }
  }

  /** Answers whether it makes sense to ask another one. */
  private boolean ask(Branch branch, RecordKey parent, Consumer<RawRecord> look) {
    try {
      List<RawRecord> found = records.children(branch, parent);
      found.forEach(look);
      children.computeIfAbsent(branch, any -> new Sampled()).add(found.size());
      having.computeIfAbsent(branch, any -> new Sampled()).add(found.isEmpty() ? 0 : 1);
      return true;
    } catch (RemoteException failed) {
      if (failed.kind() == Kind.UNREACHABLE) {
        throw failed;
      }
      unreadable.put(branch.wire(), String.valueOf(failed.getMessage()));
      return failed.kind() == Kind.ABSENT || failed.kind() == Kind.UNUSABLE;
    }
  }

  /** By the hash of the ids: as good as drawn blindly, and the same ones each time. */
  private List<String> drawn(List<String> ids) {
    return ids.stream().sorted(Comparator.comparing(Fingerprint::of)).limit(asked).toList();
  }

  /** Children of all parents of that many; empty for a branch that nobody answered. */
  Range total(ObjectName child, Map<ObjectName, Range> parents) {
    return sum(children, child, parents);
  }

  /** Parents that have any. */
  Range having(ObjectName child, Map<ObjectName, Range> parents) {
    return sum(having, child, parents);
  }

  private static Range sum(
      Map<Branch, Sampled> samples, ObjectName child, Map<ObjectName, Range> parents) {
    Range sum = Range.ZERO;
    for (Map.Entry<Branch, Sampled> sample : samples.entrySet()) {
      if (sample.getKey().child() == child) {
        Range of = parents.getOrDefault(sample.getKey().parent(), Range.ZERO);
        sum = sum.plus(sample.getValue().total(of));
      }
    }
    return sum;
  }

  boolean answered(ObjectName child) {
    return children.keySet().stream().anyMatch(branch -> branch.child() == child);
  }

  /** Why branches could not be read. */
  Map<String, String> unreadable() {
    return Map.copyOf(unreadable);
  }
}
