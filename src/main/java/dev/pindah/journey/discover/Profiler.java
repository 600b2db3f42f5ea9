package dev.pindah.journey.discover;

import dev.pindah.model.schema.ValueProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Collects the values of one field and says what they look like. */
final class Profiler {
  /** Distinct values counted exactly up to here. */
  private static final int DISTINCT_CAP = 5_000;

  private static final int TOP = 100;

  /** Options are few and each of them counts. */
  private static final int TOP_OPTIONS = 1_000;

  private static final int SAMPLES = 5;
  private static final int SAMPLE_LENGTH = 80;

  private static final Map<String, Pattern> SHAPES =
      Map.of(
          "phone", Pattern.compile("\\+?[0-9 ()./-]{8,20}"),
          "email", Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
          "date", Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ].*)?|\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}.*"),
          "money",
              Pattern.compile("(?i)(rp\\.?\\s*)?\\d{1,3}([.,]\\d{3})+([.,]\\d{1,2})?|\\d+\\.0+"),
          "number", Pattern.compile("[+-]?\\d+([.,]\\d+)?"),
          "url", Pattern.compile("(?i)(https?://|www\\.)\\S+"),
          "boolean", Pattern.compile("(?i)true|false|yes|no|ya|tidak|0|1"));

  private final Map<String, Long> values = new LinkedHashMap<>();
  private final Map<String, Long> shapes = new HashMap<>();
  private final List<String> samples = new ArrayList<>();
  private final int top;
  private long filled;
  private long rows;
  private int longest;

  Profiler(boolean options) {
    this.top = options ? TOP_OPTIONS : TOP;
  }

  /** One more record has a value. */
  void row() {
    rows++;
  }

  void add(String value) {
    filled++;
    longest = Math.max(longest, value.length());
    SHAPES.forEach(
        (name, shape) -> {
          if (shape.matcher(value).matches()) {
            shapes.merge(name, 1L, Long::sum);
          }
        });
    if (values.size() < DISTINCT_CAP || values.containsKey(value)) {
      boolean first = values.merge(value, 1L, Long::sum) == 1;
      if (first && samples.size() < SAMPLES) {
        samples.add(value.substring(0, Math.min(value.length(), SAMPLE_LENGTH)));
      }
    }
  }

  ValueProfile profile(long looked, boolean sampled) {
    Map<String, Double> shares = new HashMap<>();
    shapes.forEach((name, count) -> shares.put(name, (double) count / filled));
    Map<String, Long> frequent = new LinkedHashMap<>();
    values.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(top)
        .forEach(entry -> frequent.put(entry.getKey(), entry.getValue()));
    return new ValueProfile(
        looked, looked - rows, values.size(), longest, shares, frequent, samples, sampled);
  }
}
