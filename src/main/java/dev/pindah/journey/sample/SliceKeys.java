package dev.pindah.journey.sample;

import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** The records of a slice, by object, in the order of their ids. */
record SliceKeys(Map<ObjectName, NavigableSet<String>> ids) {
  static SliceKeys of(Set<RecordKey> keys) {
    Map<ObjectName, NavigableSet<String>> ids = new EnumMap<>(ObjectName.class);
    keys.forEach(key -> ids.computeIfAbsent(key.object(), any -> new TreeSet<>()).add(key.id()));
    return new SliceKeys(ids);
  }

  NavigableSet<String> of(ObjectName object) {
    return ids.getOrDefault(object, Collections.emptyNavigableSet());
  }

  boolean contains(RecordKey key) {
    return of(key.object()).contains(key.id());
  }
}
