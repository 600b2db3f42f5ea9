package dev.pindah.connect;

import dev.pindah.model.Promise;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How this target wants to be written to, as far as a probe saw it; elsewhere the safe assumption.
 *
 * @param choices form of a choice in single writes
 * @param severalChoices form of several choices in single writes
 * @param bulkChoices form of choices in bulk writes
 * @param bulk whether bulk writes arrive
 * @param bulkMerges whether a bulk change keeps the custom values that it does not name
 * @param indexLag how long look-ups lag behind writes; empty for what the documents say
 */
public record Habits(
    Form choices,
    Form severalChoices,
    Form bulkChoices,
    boolean bulk,
    boolean bulkMerges,
    Optional<Duration> indexLag) {
  /** How a choice is written. */
  public enum Form {
    /** By its label; several as an array of labels. */
    TEXT,
    /** By the id in the metadata; several as an array of ids. */
    ID,
    /** Several labels in one text, separated by semicolons. */
    JOINED
  }

  /** Names of the answers that matter here. */
  public static final String CHOICES = "dropdown-form";

  public static final String SEVERAL_CHOICES = "multi-select-form";
  public static final String BULK_CHOICES = "bulk-dropdown-form";
  public static final String BULK = "bulk-works";
  public static final String BULK_CUSTOM = "bulk-custom-field";
  public static final String INDEX_LAG = "index-lag";

  /** What holds until a probe has seen something else. */
  public static final Habits ASSUMED =
      new Habits(Form.TEXT, Form.TEXT, Form.TEXT, true, false, Optional.empty());

  public static Habits of(List<Promise> promises) {
    Map<String, String> seen =
        promises.stream()
            .filter(Promise::tried)
            .collect(Collectors.toMap(Promise::id, Promise::answer, (first, again) -> first));
    return new Habits(
        form(seen.get(CHOICES)),
        form(seen.get(SEVERAL_CHOICES)),
        form(seen.get(BULK_CHOICES)),
        !"no".equals(seen.get(BULK)),
        "merge".equals(seen.get(BULK_CUSTOM)),
        Optional.ofNullable(seen.get(INDEX_LAG)).flatMap(Habits::seconds));
  }

  private static Form form(@org.jspecify.annotations.Nullable String answer) {
    return "id".equals(answer) ? Form.ID : "joined".equals(answer) ? Form.JOINED : Form.TEXT;
  }

  private static Optional<Duration> seconds(String answer) {
    return answer.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(answer)))
        : Optional.empty();
  }
}
