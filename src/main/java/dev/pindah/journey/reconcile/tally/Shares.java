package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.Share;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The equation of completeness per owner, stage and status. */
public final class Shares {
  /** Target attributes that people sort their work by. */
  private static final List<String> DIMENSIONS =
      List.of(
          "owner_id",
          "deal_pipeline_id",
          "deal_stage_id",
          "contact_status_id",
          "lifecycle_stage_id",
          "status",
          "responder_id");

  private record Place(ObjectName object, String dimension, String value) {}

  private static final class Count {
    private long planned;
    private long left;
    private long found;
  }

  private final Map<Place, Count> counts = new HashMap<>();

  public void add(Compared record) {
    ObjectName object = record.candidate().key().object();
    Compared.Standing standing = record.standing();
    for (String dimension : DIMENSIONS) {
      JsonNode meant = record.meant().path(dimension);
      if (meant.isMissingNode()) {
        continue;
      }
      Count planned = at(object, dimension, Plain.text(meant, meant));
      planned.planned++;
      if (!record.onTarget()) {
        planned.left++;
      } else if (record.found().isPresent()) {
        at(object, dimension, Plain.text(standing.attribute(dimension), meant)).found++;
      }
    }
  }

  private Count at(ObjectName object, String dimension, String value) {
    return counts.computeIfAbsent(new Place(object, dimension, value), any -> new Count());
  }

  public List<Share> result() {
    return counts.entrySet().stream()
        .map(
            entry ->
                new Share(
                    entry.getKey().object().wire(),
                    entry.getKey().dimension(),
                    entry.getKey().value(),
                    entry.getValue().planned,
                    entry.getValue().left,
                    entry.getValue().found))
        .sorted(
            Comparator.comparing(Share::object)
                .thenComparing(Share::dimension)
                .thenComparing(Share::value))
        .toList();
  }
}
