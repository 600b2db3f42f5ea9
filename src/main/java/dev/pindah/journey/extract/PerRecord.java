package dev.pindah.journey.extract;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.forecast.Part;
import dev.pindah.model.forecast.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls for what is given record by record: one for each record that was listed. */
final class PerRecord {
  private PerRecord() {}

  static List<Part> parts(RecordReader records, Ledger ledger, Set<ObjectName> without) {
    List<Part> parts = new ArrayList<>();
    for (ObjectName object : records.thin()) {
      if (!without.contains(object)) {
        parts.add(part(object.wire() + " in full", object, ledger));
      }
    }
    for (Branch branch : records.branches()) {
      if (!without.contains(branch.child())) {
        parts.add(
            part(branch.child().wire() + " of " + branch.parent().wire(), branch.parent(), ledger));
      }
    }
    return parts;
  }

  private static Part part(String what, ObjectName each, Ledger ledger) {
    long calls = ledger.read(tables -> tables.sourceRecords().count(each));
    return new Part(
        Extract.STAGE,
        Product.QONTAK,
        what,
        "GET /" + each.wire() + "/:id",
        Range.exactly(calls),
        "one call per " + each.wire());
  }
}
