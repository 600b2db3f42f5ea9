package dev.pindah.journey.reconcile.tally;

import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values that nobody meant to write: errors in attributes that the migration writes on other
 * records of the object, warnings in custom fields that it writes nowhere. Where every record
 * without a value of ours has one, it is a default of the target.
 */
public final class Extras {
  private static final int NAMED = 1000;
  private static final String CUSTOM = "cf_";

  private static final class Attribute {
    private long meant;
    private long extra;
    private final List<String> ids = new ArrayList<>();
  }

  private final Map<ObjectName, Map<String, Attribute>> objects = new EnumMap<>(ObjectName.class);
  private final Map<ObjectName, Long> records = new EnumMap<>(ObjectName.class);

  /** Only records that we made: on others the target's own values may stand. */
  public void add(Compared record) {
    if (record.candidate().state() != RecordState.CREATED || record.found().isEmpty()) {
      return;
    }
    ObjectName object = record.candidate().key().object();
    records.merge(object, 1L, Long::sum);
    Map<String, Attribute> attributes = objects.computeIfAbsent(object, any -> new TreeMap<>());
    Set<String> extra = new HashSet<>(record.standing().filled());
    for (String name : record.meant().propertyNames()) {
      attributes.computeIfAbsent(name, any -> new Attribute()).meant++;
      extra.remove(name);
    }
    for (String name : extra) {
      Attribute attribute = attributes.computeIfAbsent(name, any -> new Attribute());
      attribute.extra++;
      if (attribute.ids.size() < NAMED) {
        attribute.ids.add(record.candidate().key().id());
      }
    }
  }

  public List<Finding> result() {
    List<Finding> findings = new ArrayList<>();
    objects.forEach(
        (object, attributes) ->
            attributes.forEach(
                (name, attribute) -> {
                  // A standard field that we never write is the target's own business.
                  boolean ours = attribute.meant > 0 || name.startsWith(CUSTOM);
                  if (ours && attribute.extra > 0) {
                    findings.addAll(findings(object, name, attribute));
                  }
                }));
    return findings;
  }

  private List<Finding> findings(ObjectName object, String name, Attribute attribute) {
    long unset = records.getOrDefault(object, 0L) - attribute.meant;
    if (attribute.extra == unset && unset > 1) {
      return List.of(
          new Finding(
              "default-on-target",
              Severity.INFO,
              object.wire(),
              "",
              name,
              attribute.extra + " records without a value of the source hold one of the target"));
    }
    return attribute.ids.stream()
        .map(
            id ->
                new Finding(
                    "cell-extra",
                    attribute.meant > 0 ? Severity.ERROR : Severity.WARNING,
                    object.wire(),
                    id,
                    name,
                    "the target holds a value that the source does not have"))
        .toList();
  }
}
