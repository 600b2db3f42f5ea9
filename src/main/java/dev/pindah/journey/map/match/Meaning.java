package dev.pindah.journey.map.match;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sentence embeddings, in this process and offline; the model is loaded when first asked. */
final class Meaning {
  private static final class Lazy {
    static final EmbeddingModel MODEL = new SentenceModel();
  }

  private static final Map<String, float[]> KNOWN = new ConcurrentHashMap<>();

  private Meaning() {}

  /** A vector of length 1 for each text, an empty one for a blank. */
  static Map<String, float[]> of(List<String> texts) {
    List<String> fresh =
        texts.stream()
            .distinct()
            .filter(text -> !text.isBlank() && !KNOWN.containsKey(text))
            .toList();
    if (!fresh.isEmpty()) {
      List<TextSegment> segments = new ArrayList<>();
      fresh.forEach(text -> segments.add(TextSegment.from(text)));
      var vectors = Lazy.MODEL.embedAll(segments).content();
      for (int i = 0; i < fresh.size(); i++) {
        KNOWN.put(fresh.get(i), vectors.get(i).vector());
      }
    }
    Map<String, float[]> found = new HashMap<>();
    texts.forEach(text -> found.put(text, KNOWN.getOrDefault(text, new float[0])));
    return found;
  }

  /** Of two vectors of length 1. */
  static double cosine(float[] left, float[] right) {
    float product = 0;
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      product += left[i] * right[i];
    }
    return product;
  }
}
