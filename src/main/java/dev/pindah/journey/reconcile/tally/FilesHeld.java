package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.Candidate;
import dev.pindah.model.ObjectName;
import tools.jackson.databind.JsonNode;

/** How many files stand on the target, how long they are, and what says that they are the same. */
public final class FilesHeld {
  private long files;
  private long meant;
  private long found;
  private long hashed;
  private long measured;
  private long named;
  private long links;

  /**
   * What was counted.
   *
   * @param meant bytes of those whose length the target tells, on the source
   * @param found the same on the target
   * @param hashed known by the hash of their body
   * @param measured known by name and length
   * @param named known by name alone
   */
  public record Counts(
      long files, long meant, long found, long hashed, long measured, long named, long links) {}

  public void add(Compared record) {
    Candidate file = record.candidate();
    if (file.key().object() != ObjectName.FILE || !record.onTarget() || record.found().isEmpty()) {
      return;
    }
    files++;
    JsonNode expected = file.attributes().path("bytes");
    JsonNode length = record.standing().attribute("bytes");
    if (!expected.isNumber() || file.reason().startsWith("link-only")) {
      links++;
      return;
    }
    if (length.isNumber()) {
      meant += expected.asLong();
      found += length.asLong();
    }
    if (record.meant().has("sha256")) {
      hashed++;
    } else if (length.isNumber()) {
      measured++;
    } else {
      named++;
    }
  }

  public Counts result() {
    return new Counts(files, meant, found, hashed, measured, named, links);
  }
}
