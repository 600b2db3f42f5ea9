package dev.pindah.journey.discover;

import dev.pindah.connect.MediaReader;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.schema.Inventory;
import java.util.EnumMap;
import java.util.Map;

/** Counts the files that records link to, object by object. */
final class FilesOf {
  private final MediaReader media;
  private final Inventory source;
  private final Map<ObjectName, Sampled> files = new EnumMap<>(ObjectName.class);

  FilesOf(MediaReader media, Inventory source) {
    this.media = media;
    this.source = source;
  }

  void look(RecordKey key, String json) {
    files
        .computeIfAbsent(key.object(), any -> new Sampled())
        .add(media.links(key, json, source.object(key.object().wire())).size());
  }

  Range total(Map<ObjectName, Range> records) {
    Range sum = Range.ZERO;
    for (Map.Entry<ObjectName, Sampled> sample : files.entrySet()) {
      Range population = records.getOrDefault(sample.getKey(), Range.ZERO);
      sum = sum.plus(sample.getValue().total(population));
    }
    return sum;
  }
}
