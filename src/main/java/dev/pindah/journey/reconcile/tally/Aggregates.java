package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.ObjectName;
import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.Aggregate.Measure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Null rate, distinct values, least, greatest, sum and options of every attribute, both sides. */
public final class Aggregates {
  private record Sides(Side meant, Side found) {}

  private final Map<ObjectName, Map<String, Sides>> objects = new EnumMap<>(ObjectName.class);
  private final Map<ObjectName, Long> records = new EnumMap<>(ObjectName.class);

  /** Only attributes that were written to the record are counted on the found side too. */
  public void add(Compared record) {
    if (!record.onTarget()) {
      return;
    }
    ObjectName object = record.candidate().key().object();
    records.merge(object, 1L, Long::sum);
    Map<String, Sides> attributes = objects.computeIfAbsent(object, any -> new TreeMap<>());
    Compared.Standing standing = record.standing();
    record
        .meant()
        .propertyStream()
        .forEach(
            member -> {
              Sides sides =
                  attributes.computeIfAbsent(
                      member.getKey(), any -> new Sides(new Side(), new Side()));
              add(sides.meant(), Plain.text(member.getValue(), member.getValue()));
              add(
                  sides.found(),
                  Plain.text(standing.attribute(member.getKey()), member.getValue()));
            });
  }

  private static void add(Side side, String value) {
    if (!value.isEmpty()) {
      side.add(value);
    }
  }

  public List<Aggregate> result() {
    List<Aggregate> aggregates = new ArrayList<>();
    objects.forEach(
        (object, attributes) ->
            attributes.forEach(
                (name, sides) -> {
                  Measure measure = sides.meant().measure();
                  long all = records.getOrDefault(object, 0L);
                  aggregates.add(
                      new Aggregate(
                          object.wire(),
                          name,
                          measure,
                          sides.meant().result(measure, all),
                          sides.found().result(measure, all)));
                }));
    return aggregates;
  }
}
