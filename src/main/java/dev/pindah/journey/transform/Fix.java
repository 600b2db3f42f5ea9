package dev.pindah.journey.transform;

import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import java.util.List;

/**
 * One entry of the fix-list: what keeps records of one object from arriving whole, for one reason.
 *
 * @param code reason code; stable
 * @param severity an error pauses the migration, a warning is only said
 * @param field of the source; blank when it is about the record as a whole
 * @param examples ids of a few of the records
 * @param remedy the next step
 */
public record Fix(
    String code,
    Severity severity,
    String object,
    String field,
    long count,
    List<String> examples,
    String remedy) {
  public Fix {
    examples = List.copyOf(examples);
  }

  public boolean pauses() {
    return severity == Severity.ERROR;
  }

  Finding finding() {
    return new Finding(
        code,
        severity,
        object,
        examples.isEmpty() ? "" : examples.getFirst(),
        field,
        count + " records, for instance " + String.join(", ", examples));
  }
}
