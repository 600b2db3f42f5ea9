package dev.pindah.model.schema;

import java.util.List;
import java.util.Map;

/**
 * What the values of one field look like.
 *
 * @param rows how many records were looked at
 * @param blanks how many of them had no value
 * @param distinct how many different values, counted up to a cap
 * @param maxLength characters of the longest value
 * @param shares share of the filled values that look like a thing: phone, email, date, money,
 *     number, url, boolean; 0 to 1
 * @param top the most frequent values with their counts, most frequent first
 * @param samples a few values as they came
 * @param sampled false when every record was looked at
 */
public record ValueProfile(
    long rows,
    long blanks,
    long distinct,
    int maxLength,
    Map<String, Double> shares,
    Map<String, Long> top,
    List<String> samples,
    boolean sampled) {
  public ValueProfile {
    shares = Map.copyOf(shares);
    top = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(top));
    samples = List.copyOf(samples);
  }
}
